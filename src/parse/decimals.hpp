// Numbers whose second figure nothing sets apart from the text: `1.1修订制度`.
#pragma once

#include <optional>
#include <string_view>

#include "parse/open_item.hpp"

namespace fenjie::parse {

/// `1.1修订制度`, read as `1.`
inline bool may_be_decimal(const layout::Mark& mark, std::string_view s) {
  const std::size_t end = mark.mark_end;
  return end > 0 && end < s.size() && s[end] >= '0' && s[end] <= '9' && s[end - 1] == '.' && mark.depth == 1 &&
         !mark.bullet;
}

/// The numbers `1.1`, `1.2` of a document.
class Decimals {
 public:
  explicit Decimals(const grammar::Vocabulary& words) : words_(words) {}

  /// The mark of text `s` with its second figure, if that belongs to the number: `1.1…` below `1.健全体系` or
  /// `三、健全体系`, `1.2…` below that. The open item may turn out to have been `1.1`.
  layout::Mark with_decimal(layout::Mark mark, std::string_view s, OpenItem& open);

 private:
  [[nodiscard]] bool begins(const layout::Mark& mark, std::string_view rest, const OpenItem& open) const;
  void open_to_decimal(const layout::Mark& mark, OpenItem& open);

  const grammar::Vocabulary& words_;
  std::int64_t parent_ = 0, last_ = 0;  // of the last `1.2` that was read from `1.` and `2`
};

}  // namespace fenjie::parse
