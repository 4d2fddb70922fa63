// Front: the fields of an index block, the document number.
#include <algorithm>
#include <charconv>

#include "field/date_year.hpp"
#include "field/units.hpp"
#include "parse/front.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Patterns;

namespace {
constexpr std::size_t longest_value = 90;  // bytes of a field's value on a line of its own
}

// `索引号：…`, `发布日期 2024-03-07`, `标 题: | …`
bool Front::metadata_line(std::string_view s) {
  read_index_line(s, words_, index_fields_);
  for (const IndexField& f : index_fields_) {
    if (!f.value.empty()) take_field(f);
  }
  if (index_fields_.empty()) return false;
  find_number(s);  // `备注/文号` and others hold it, too
  if (index_fields_.back().value.empty()) awaited_key_ = index_fields_.back().key;
  return true;
}

// `000014349/2023-26788` below `索引号`: the value of the field stands on the next line.
bool Front::answers_key(std::string_view s) {
  const IndexKey key = *awaited_key_;
  awaited_key_.reset();
  if (s.size() > longest_value || text::is_colon(text::last_code_point(s))) return false;
  if (text::ends_sentence(text::last_code_point(s)) || layout::index_key_at(s, 0, words_)) return false;
  const bool day = !field::full_date(s, field::DateContext{}, words_).empty();
  switch (key) {
    case IndexKey::index_number:
      if (std::ranges::none_of(s, [](char c) { return c >= '0' && c <= '9'; })) return false;
      break;
    case IndexKey::issuer:
      if (words_.find_pattern(Patterns::title, s) != nullptr || !field::is_unit_like(s, words_)) return false;
      break;
    case IndexKey::document_number: return find_number(s);
    case IndexKey::title: return false;  // a title is known by itself
    default:
      if (!day) return false;
  }
  take_field({key, s});
  return true;
}

// The number in a line, or for want of one the issue of a gazette: `2021年第3期`.
bool Front::find_number(std::string_view s) {
  if (!number_.empty() && !number_is_issue_) return false;
  std::string_view found;
  const grammar::Pattern* pattern = words_.find_pattern(Patterns::document_number, s, &found);
  if (pattern == nullptr) return false;
  const bool issue = pattern->rule().ends_with(":issue");
  if (issue && !number_.empty()) return false;
  number_is_issue_ = issue;
  take_number(found);
  return true;
}

// Of an EDTF date.
std::optional<int> Front::year_of(std::string_view date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  return year > 0 ? std::optional(year) : std::nullopt;
}

// `2024327`: a day whose 年 and 月 were lost, where only one reading is a day. `202316` may be any figure, unless who
// issues the notice stands above it.
std::string Front::day_without_signs(std::string_view s) const {
  constexpr std::size_t year = 4, digits = 7;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (s.size() != digits && s.size() != digits - 1) return {};
  if (!std::ranges::all_of(s, is_digit)) return {};
  if (!s.starts_with("19") && !s.starts_with("20")) return {};
  if (s.size() < digits && (title_lines_.empty() || !is_issuer(title_lines_.front()))) return {};
  std::string found;
  for (const std::size_t border : {year + 1, year + 2}) {
    int month = 0, day = 0;
    std::from_chars(s.data() + year, s.data() + border, month);
    std::from_chars(s.data() + border, s.data() + s.size(), day);
    const bool exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!exists) continue;
    if (!found.empty()) return {};
    const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
    found = std::string(s.substr(0, year)) + two(month) + two(day);
  }
  return found;
}

void Front::take_field(const IndexField& field) {
  const std::string_view s = field.value;
  switch (field.key) {
    case IndexKey::index_number:
      if (index_.empty()) index_ = s;
      break;
    case IndexKey::title:
      if (words_.find_pattern(Patterns::title, s) == nullptr) break;
      if (title_.empty()) take_title(s);
      else if (!years_.title) years_.title = field::find_year(s, words_);  // of the next notice
      break;
    case IndexKey::date:
      if (index_date_.empty()) index_date_ = field::full_date(s, field::DateContext{}, words_);
      if (!years_.date) years_.date = year_of(index_date_);
      break;
    case IndexKey::issuer:
      if (index_issuer_.empty()) index_issuer_ = s;
      break;
    case IndexKey::document_number: find_number(s); break;
    default: break;
  }
}

void Front::take_number(std::string_view s) {
  number_ = s;
  if (!years_.number) years_.number = field::find_year(s, words_);
}

}  // namespace fenjie::parse
