#include "parse/plain_items.hpp"

#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Patterns;

namespace {

constexpr std::size_t longest = 3000;  // bytes of an item that are looked at

// `1.受理责任：…。 |`
bool holds_bar(std::string_view s) { return s.find('|') != std::string_view::npos; }

bool ends_in_semicolon(std::string_view s) {
  const char32_t last = text::last_code_point(s);
  return last == 0xFF1B || last == ';';
}

}  // namespace

void PlainItems::look(std::string_view item) {
  if (item.empty()) return;
  const std::string_view s = item.substr(0, longest);
  ++items_;
  if (holds_bar(s) || words_.find_pattern(Patterns::other_item, s) != nullptr) ++others_;
  if (ends_in_semicolon(item)) ++unclosed_;
  doubtful_ = doubtful_ || words_.match_pattern(Patterns::doubtful_item, s) != nullptr;
}

std::string_view PlainItems::refusal() const {
  if (items_ >= fewest) {
    return ": its items name no unit, person or time, and neither they nor the title speak of tasks";
  }
  return left_out_ ? ": its items stand below titles of aims, steps or demands, and name no unit" : std::string_view();
}

bool PlainItems::are_tasks() const {
  if (items_ < fewest || 2 * others_ >= items_) return false;
  return announced_ || (!doubtful_ && 2 * unclosed_ < items_);
}

}  // namespace fenjie::parse
