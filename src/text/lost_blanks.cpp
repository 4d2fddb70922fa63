#include "text/lost_blanks.hpp"

#include <algorithm>

namespace fenjie::text {
namespace {

bool sets_apart(char c) { return c == ' ' || c == '\t' || c == '|' || c == '\n' || c == '\r'; }

// `工作任务? |`, `沈 ?岚?`
bool stands_for_blank(std::string_view s, std::size_t at) {
  return at + 1 == s.size() || sets_apart(s[at + 1]) || (at > 0 && sets_apart(s[at - 1]));
}

}  // namespace

void LostBlanks::look(std::string_view head) {
  std::size_t marks = 0, blanks = 0;
  for (std::size_t at = head.find('?'); at != std::string_view::npos; at = head.find('?', at + 1)) {
    ++marks;
    blanks += stands_for_blank(head, at);
  }
  const auto lines = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\n')) + 1;
  active_ = marks >= 5 && marks * 3 >= lines && blanks * 10 >= marks * 9;
}

bool LostBlanks::remove(const Line& line, Buffer& out, Findings& findings) {
  const std::string_view s = line.text;
  std::size_t kept = 0, count = 0, first = 0;
  for (std::size_t at = s.find('?'); at != std::string_view::npos; at = s.find('?', at + 1)) {
    if (!stands_for_blank(s, at)) continue;
    if (count++ == 0) first = at;
    out.append(line, kept, at);
    kept = at + 1;
  }
  if (count == 0) return false;
  out.append(line, kept, s.size());
  findings.add(Code::repair_width, line.number, raw_at(line, first), count);
  return true;
}

}  // namespace fenjie::text
