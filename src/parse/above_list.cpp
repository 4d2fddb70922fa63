#include "parse/above_list.hpp"

#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Patterns;
using grammar::Vocabulary;

namespace {

constexpr int fewest_rows = 2;  // of a table

// `考勤制度（试行）.docx`: the title alone
std::string_view bare_title(std::string_view s) {
  constexpr std::size_t longest_ending = 5;  // bytes of `.docx`
  if (const std::size_t dot = s.rfind('.'); dot != std::string_view::npos && s.size() - dot <= longest_ending) {
    s = text::trim_end(s.substr(0, dot));
  }
  if (text::closes(text::last_code_point(s)) != text::Bracket::round) return s;
  return text::trim_end(s.substr(0, text::bracket_start(s)));
}

void read_head(std::string_view s, const Vocabulary& words, AboveList::Told& told) {
  if (words.match_pattern(Patterns::other_title, bare_title(s)) == nullptr) return;
  (s.size() <= AboveList::longest_menu ? told.doubtful : told.other) = true;
}

}  // namespace

AboveList::Told AboveList::read(const Vocabulary& words) const {
  const auto says = [&](Patterns p) { return words.find_pattern(p, kept_) != nullptr; };
  const grammar::Pattern* const list = words.find_pattern(Patterns::list_text, kept_);
  const bool counted = list != nullptr && std::string_view(list->rule()).ends_with(":so-many");
  Told told{says(Patterns::other_text), list != nullptr, counted, says(Patterns::doubtful_text)};
  int rows = 0;
  for (std::size_t at = 0, end = 0; at < kept_.size(); at = end + 1) {
    end = kept_.find('\n', at);
    const std::string_view line = std::string_view(kept_).substr(at + 1, end - at - 1);
    const auto kind = static_cast<Line>(kept_[at]);
    if (line.find_first_of("|\t") != std::string_view::npos) ++rows;
    if (kind != Line::text) read_head(line, words, told);
    if (kind == Line::title && words.find_pattern(Patterns::list_title, line) != nullptr) told.announced = true;
  }
  told.doubtful = told.doubtful || rows >= fewest_rows;
  return told;
}

}  // namespace fenjie::parse
