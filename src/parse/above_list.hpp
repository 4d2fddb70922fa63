// What stands above a list, kept for documents in which no item names a unit, a person or a time: there it tells
// whether the items are tasks.
#pragma once

#include <string>
#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::parse {

/// Kept as it comes and read at the end, if at all: most documents name somebody.
class AboveList {
 public:
  static constexpr std::size_t longest_menu = 15;  ///< bytes of what may be of a site's menu: `规章制度`

  enum class Line : char {
    title = 'T',  ///< of the document or a list in it
    head = 'H',   ///< a short line above the first item, which may be a title of something else
    text = 'P',   ///< any other
  };
  /// What it tells.
  struct Told {
    bool other = false;      ///< the items are no tasks: `制定本制度`
    bool announced = false;  ///< tasks follow: `制定本方案`
    bool counted = false;    ///< a sentence says how many: `确定2024年民生实事项目8项：`
    bool doubtful = false;   ///< it speaks of duties, or holds rows of a table
  };

  /// Lines above `most` bytes together are not kept.
  void keep(Line kind, std::string_view line) {
    constexpr std::size_t most = 6000;
    if (kept_.size() + line.size() > most) return;
    kept_ += static_cast<char>(kind);
    kept_ += line;
    kept_ += '\n';
  }
  void clear() { kept_.clear(); }
  [[nodiscard]] Told read(const grammar::Vocabulary& words) const;

 private:
  std::string kept_;
};

}  // namespace fenjie::parse
