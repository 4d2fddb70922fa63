// A strict reader of RFC 4180 for the tests: it throws where the grammar of section 2 does not fit.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rfc4180 {

using Row = std::vector<std::string>;

/// One field; `at` stands behind it then.
inline std::string field(std::string_view s, std::size_t& at) {
  std::string value;
  if (at < s.size() && s[at] == '"') {
    for (++at;; ++at) {
      if (at == s.size()) throw std::runtime_error("quote not closed");
      if (s[at] == '"' && s.substr(at).starts_with("\"\""))
        ++at;
      else if (s[at] == '"')
        break;
      value += s[at];
    }
    ++at;
    return value;
  }
  for (; at < s.size() && s[at] != ',' && s[at] != '\r'; ++at) {
    if (s[at] == '"' || s[at] == '\n') throw std::runtime_error("quote or LF in a bare field");
    value += s[at];
  }
  return value;
}

inline std::vector<Row> read(std::string_view s) {
  std::vector<Row> rows;
  for (std::size_t at = 0; at < s.size(); at += 2) {
    Row row{field(s, at)};
    while (at < s.size() && s[at] == ',') row.push_back(field(s, ++at));
    if (!s.substr(at).starts_with("\r\n")) throw std::runtime_error("no CRLF behind a record");
    rows.push_back(row);
  }
  return rows;
}

}  // namespace rfc4180
