// A strict check of the EDTF that fenjie may give, written apart from the code that gives it.
// Grammar after ISO 8601-2:2019 and the EDTF page of the Library of Congress; calendar included.
#pragma once

#include <regex>
#include <string>
#include <string_view>

namespace edtf {

// A year, month or day, perhaps with an unspecified year and a qualifier. `XXXX-09?` is none.
inline bool is_date(const std::string& s) {
  static const std::regex form(R"(([0-9]{4}|XXXX)(?:-(0[1-9]|1[0-2])(?:-([0-2][0-9]|3[01]))?)?([?~])?)");
  std::smatch m;
  if (!std::regex_match(s, m, form)) return false;
  const bool unspecified = m[1] == "XXXX";
  if (unspecified && m[4].matched) return false;
  if (!m[3].matched) return true;
  const int year = unspecified ? 2000 : std::stoi(m[1]), month = std::stoi(m[2]), day = std::stoi(m[3]);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = month == 2                                              ? (leap ? 29 : 28)
                   : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                           : 31;
  return day >= 1 && day <= last;
}

// Ends of the same precision or not, but not backwards; years written compare as text.
inline bool is_forward(const std::string& a, const std::string& b) {
  return a[0] == 'X' || b[0] == 'X' || a.substr(0, 4) < b.substr(0, 4) ||
         a.substr(0, std::min(a.find_first_of("?~"), b.size())) <= b;
}

inline bool is_pair(const std::string& s, const std::string& between) {
  const std::size_t at = s.find(between);
  if (at == std::string::npos) return false;
  const std::string a = s.substr(0, at), b = s.substr(at + between.size());
  return is_date(a) && is_date(b) && is_forward(a, b);
}

// A quarter or a half of a year.
inline bool is_group(const std::string& s) {
  static const std::regex group("[0-9]{4}-(3[3-6]|4[01])");
  return std::regex_match(s, group);
}

inline bool is_set(const std::string& s) {
  if (s.size() < 3 || s.front() != '{' || s.back() != '}') return false;
  std::size_t begin = 1, members = 0;
  while (begin < s.size()) {
    const std::size_t end = s.find_first_of(",}", begin);
    const std::string member = s.substr(begin, end - begin);
    if (!is_date(member) && !is_group(member) && !is_pair(member, "..")) return false;
    begin = end + 1;
    ++members;
  }
  return members > 1;
}

inline bool is_valid(std::string_view edtf) {
  const std::string s(edtf);
  if (s.size() > 3 && s.ends_with("/..")) return is_date(s.substr(0, s.size() - 3)) && s[0] != 'X';
  return is_date(s) || is_group(s) || is_pair(s, "/") || is_set(s);
}

}  // namespace edtf
