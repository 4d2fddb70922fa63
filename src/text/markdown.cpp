#include "text/markdown.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr std::string_view bold = "**";
constexpr std::string_view escaped = ".-*_()[]#+!<>~";  // not the bar: it must not close a cell
constexpr std::size_t none = std::string_view::npos;

// Where the `**` closes that opens at `at`, or npos.
std::size_t bold_end(std::string_view s, std::size_t at) {
  const std::size_t begin = at + bold.size(), end = s.find(bold, begin);
  if (end == none) return none;
  const std::string_view word = s.substr(begin, end - begin);
  if (word.empty() || word != trim(word) || count_code_points(word) < 2) return none;
  return word.find_first_of("*|") == none ? end : none;
}

// The length of `<br>`, `<br/>`, `<br />` at `at`, 0 for none.
std::size_t break_tag(std::string_view s, std::size_t at) {
  for (const std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>"}) {
    if (s.substr(at).starts_with(tag)) return tag.size();
  }
  return 0;
}

bool holds_ruling(std::string_view s) {
  return s.find("|---") != none || s.find("| ---") != none || s.find("|:-") != none || s.find("| :-") != none;
}

// What bold text begins behind: the start of a line, blanks, `1. `, `| `, `• `. Within a line `为**中路和**路` may be
// names that somebody masked.
bool begins_line(std::string_view s, std::size_t at) {
  constexpr int longest = 16;  // characters
  for (int i = 0; i < longest; ++i) {
    if (at == 0 || s[at - 1] == '\n') return true;
    at = previous(s, at);
    if (is_han(code_point(s, at))) return false;
  }
  return false;
}

// `**责任单位：**市教育局`, `**一、城建**`, but not `**中路至**路`
bool ends_words(std::string_view s, std::size_t end) {
  const std::size_t behind = end + bold.size();
  const auto is_word = [](char32_t c) { return is_han(c) || is_digit(c); };
  return behind >= s.size() || !is_word(code_point(s, behind)) || !is_word(last_code_point(s.substr(0, end)));
}

bool holds_bold(std::string_view s) {
  for (std::size_t at = s.find(bold); at != none; at = s.find(bold, at + bold.size())) {
    if (!begins_line(s, at)) continue;
    if (const std::size_t end = bold_end(s, at); end != none && ends_words(s, end)) return true;
  }
  return false;
}

}  // namespace

void Markdown::look(std::string_view head) { active_ = holds_ruling(head) || holds_bold(head); }

bool Markdown::remove(const Line& line, Buffer& out, Findings& findings) const {
  const std::string_view s = line.text;
  const bool row = trim_start(s).starts_with('|');
  std::size_t kept = 0, count = 0, first = 0;
  const auto leave_out = [&](std::size_t begin, std::size_t end) {
    if (count++ == 0) first = begin;
    out.append(line, kept, begin);
    kept = end;
  };
  std::size_t closing = none;
  for (std::size_t at = s.find_first_of("*<\\"); at != none; at = s.find_first_of("*<\\", std::max(at + 1, kept))) {
    if (at == closing) {
      leave_out(at, at + bold.size());
    } else if (s[at] == '*' && s.substr(at).starts_with(bold)) {
      closing = bold_end(s, at);
      if (closing != none) leave_out(at, at + bold.size());
    } else if (s[at] == '\\' && at + 1 < s.size() && escaped.find(s[at + 1]) != none) {
      leave_out(at, at + 1);
      ++at;  // what it guards is no sign
    } else if (const std::size_t n = row && s[at] == '<' ? break_tag(s, at) : 0; n > 0) {
      leave_out(at, at + n);
      out.append_instead(line, at, at + n, "\n");
    }
  }
  if (count == 0) return false;
  out.append(line, kept, s.size());
  findings.add(Code::repair_width, line.number, raw_at(line, first), count);
  return true;
}

}  // namespace fenjie::text
