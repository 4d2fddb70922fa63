#include "parse/front.hpp"

#include <algorithm>
#include <charconv>

#include "field/date_year.hpp"
#include "field/units.hpp"
#include "text/blanks.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Patterns;
using grammar::Words;

namespace {
constexpr int of_letter = 0, ends_letter = 1;  // values of a letter word; what is more than of a letter is no task
constexpr int ends_notice = 2;                  // value of a note word: `现予公告。`
constexpr std::size_t one_stop = 3;            // bytes
constexpr std::size_t longest_furniture = 200; // bytes
constexpr std::size_t longest_class = 24;      // bytes of recipients that are no organs

// `确定的146项`: 146
std::optional<std::int64_t> last_figure(std::string_view s) {
  std::optional<std::int64_t> value;
  bool before = false;
  for (const char c : s) {
    const bool digit = c >= '0' && c <= '9';
    if (digit) value = (before ? *value * 10 : 0) + (c - '0');
    before = digit;
  }
  return value;
}

}  // namespace

std::string_view Front::furniture_rule(std::string_view s) const {
  if (s.size() > longest_furniture) return {};
  const grammar::Pattern* p = words_.match_pattern(Patterns::furniture, s);
  if (p == nullptr) p = words_.match_pattern(Patterns::page, s);
  return p == nullptr ? std::string_view() : std::string_view(p->rule());
}

bool Front::is_furniture(std::string_view s, std::string_view& rule) const {
  rule = furniture_rule(s);
  return !rule.empty();
}

void Front::restart() {
  letter_ = negative_ = never_ = doubtful_ = false;
  above_list_.clear();
  attachment_ = 0;
  listed_ = -1;
  declared_.reset();
  names_.clear();
}

// `附件2`, `附件：2021年…`, `附表1`, `附件1 2022年重点项目清单`
bool Front::is_attachment(std::string_view s, bool before_list) {
  const auto word = words_.words(Words::attachment).prefix(s);
  if (!word || word->value != 0 || s.size() > longest_title) return false;
  std::size_t at = word->length;
  int number = 0;
  bool blank = false;  // behind the number
  while (at < s.size()) {
    const char32_t c = text::code_point(s, at);
    if (text::is_digit(c) && number < 1000 && !blank) {
      number = number * 10 + text::digit_value(c);
    } else if (text::is_space(c)) {
      blank = number > 0;
    } else {
      break;
    }
    at = text::next(s, at);
  }
  const bool colon = at < s.size() && text::is_colon(text::code_point(s, at));
  title_at_ = 0;
  if (at + shortest_title <= s.size() && number > 0 && !text::ends_sentence(text::last_code_point(s))) {
    // before the list `附件1：…` names what comes at the end
    if (blank && !colon) title_at_ = at;
    if (colon && (list_begun_ || !date_.empty())) title_at_ = text::next(s, at);
  }
  if (at < s.size() && !colon && title_at_ == 0) return false;
  attachment_ = at >= s.size() || title_at_ > 0 ? number : 0;
  if (title_at_ > 0 && !colon) {
    listed_ = -1;
    if (before_list) take_title(s.substr(title_at_));
    return true;
  }
  listed_ = at < s.size() ? first_listed(text::trim(s.substr(text::next(s, at)))) : -1;
  return true;
}

// What stands behind `附件：`: 0 where a list of names may follow on lines of its own, 1 for its first name, else -1.
std::int64_t Front::first_listed(std::string_view s) const {
  if (s.empty()) return 0;
  const auto mark = layout::read_mark(s, words_);
  return mark && mark->value == 1 ? 1 : -1;
}

bool Front::goes_on_listing(const layout::Mark& mark, std::string_view s) {
  const bool next = mark.value == listed_ + 1 && !text::ends_sentence(text::last_code_point(s));
  listed_ = next ? mark.value : -1;
  return next;
}

bool Front::goes_on_noting(const layout::Mark& mark) {
  noted_ = mark.value == noted_ + 1 && mark.rank >= 30 ? mark.value : -1;
  return noted_ > 0;
}

// `各区、县（市）人民政府，市政府各部门：`, below a title also `各用水户：`
bool Front::is_addressee(std::string_view s) const {
  if (s.size() > 400 || !text::is_colon(text::last_code_point(s))) return false;
  std::string_view list = text::trim_end(s.substr(0, text::previous(s, s.size())));
  if (text::closes(text::last_code_point(list)) == text::Bracket::round) {
    list = text::trim_end(list.substr(0, text::bracket_start(list)));  // `…有关部门（单位）：`
  }
  if (words_.words(Words::addressee_tail).suffix(list)) return true;
  return !title_.empty() && list.size() <= longest_class && words_.words(Words::collective_prefix).prefix(list);
}

// `县政府督查室　　　2024年6月5日`, the head of a bulletin
bool Front::ends_with_date(std::string_view s) {
  if (!date_.empty() || !words_.words(Words::day_sign).suffix(s)) return false;
  std::size_t begin = s.size();
  while (begin > 0 && !text::is_space(text::code_point(s, text::previous(s, begin)))) begin = text::previous(s, begin);
  if (begin == 0) return false;
  std::string date = field::full_date(s.substr(begin), field::DateContext{}, words_);
  const std::string_view before = text::trim_end(s.substr(0, begin));
  if (date.empty() || !field::is_unit_like(before, words_)) return false;
  if (!years_.date) years_.date = year_of(date);
  date_ = std::move(date);
  if (issuer_.empty()) issuer_ = before;
  return true;
}

// `（2024年3月15日）` below the title
bool Front::is_dateline(std::string_view s) {
  if (title_.empty() || !date_.empty() || text::opens(text::first_code_point(s)) != text::Bracket::round) return false;
  const std::size_t begin = text::next(s, 0), end = text::previous(s, s.size());
  if (begin >= end || text::closes(text::last_code_point(s)) != text::Bracket::round) return false;
  const std::string_view inside = text::trim(s.substr(begin, end - begin));
  if (find_number(inside)) return true;  // `（临政发〔2012〕6号）`, which an index block may have told already
  std::string_view number;
  if (words_.find_pattern(Patterns::document_number, inside, &number) != nullptr && number == inside) return true;
  std::string date = field::full_date(inside, field::DateContext{}, words_);
  if (date.empty()) {
    constexpr std::size_t longest_year = 24;  // bytes of `（2024年度）`
    const auto year = inside.size() <= longest_year ? field::find_year(inside, words_) : std::nullopt;
    if (year && !years_.title) years_.title = year;
    return year.has_value();
  }
  if (!years_.date) years_.date = year_of(date);
  date_ = std::move(date);
  return true;
}

// `2024年8月10日，县长主持召开…`
std::optional<int> Front::year_of_day(std::string_view s) const {
  constexpr std::size_t longest_date = 48;  // bytes
  const std::size_t comma = s.substr(0, longest_date).find("，");
  return comma == std::string_view::npos ? std::nullopt
                                         : year_of(field::full_date(s.substr(0, comma), field::DateContext{}, words_));
}

// `请抓好落实`; but `现将任务分解如下，请抓好落实`: what follows is the list.
void Front::find_letter(std::string_view s) {
  const grammar::WordMap& of_letters = words_.words(Words::letter_word);
  grammar::Match m;
  for (std::size_t at = of_letters.search(s, 0, &m); at != std::string_view::npos;
       at = of_letters.search(s, at + m.length, &m)) {
    letter_ = m.value != ends_letter;
    if (!letter_) return;
  }
}

bool Front::is_of_letter(std::string_view s) const {
  const grammar::WordMap& of_letters = words_.words(Words::letter_word);
  grammar::Match m;
  for (std::size_t at = of_letters.search(s, 0, &m); at != s.npos; at = of_letters.search(s, at + m.length, &m)) {
    if (m.value != of_letter) return true;
  }
  return false;
}

void Front::find_rules(std::string_view s) {
  if (s.size() > 30000) return;
  if (!years_.letter && text::is_digit(text::first_code_point(s))) years_.letter = year_of_day(s);
  if (!rules_.first_is_lead && words_.find_pattern(Patterns::first_is_lead, s) != nullptr) {
    rules_.first_is_lead = true;
  }
  if (std::string_view found; !declared_ && words_.find_pattern(Patterns::declared_count, s, &found) != nullptr) {
    declared_ = last_figure(found);
  }
  find_letter(s);
  if (letter_) find_names(s);
  if (words_.words(Words::negative_word).contains_any(s)) negative_ = true;
}

FrontLine Front::look(std::string_view s, bool before_list, std::string_view& rule) {
  const FrontLine line = kind_of(s, before_list, rule);
  if (line != FrontLine::none && line != FrontLine::title) title_lines_.clear();
  if (line != FrontLine::title) title_open_ = false;
  return line;
}

void Front::look_along(std::string_view s) {
  constexpr std::size_t most = 16;
  for (std::size_t begin = 0, n = 0; begin < s.size() && n < most; ++n) {
    std::size_t end = begin;
    while (end < s.size() && !text::is_space(text::code_point(s, end))) end = text::next(s, end);
    std::string_view rule;
    if (end > begin) look(s.substr(begin, end - begin), true, rule);
    begin = end < s.size() ? text::next(s, end) : end;
  }
}

FrontLine Front::kind_of(std::string_view s, bool before_list, std::string_view& rule) {
  listed_ = noted_ = -1;
  if (awaited_key_ && answers_key(s)) return FrontLine::metadata;
  const std::string_view furniture = furniture_rule(s);
  const bool names_itself = before_list && furniture.ends_with(":file");  // `2021年重点工作分解表.docx`
  if (!furniture.empty() && !names_itself) {
    rule = furniture;
    return before_list && s.size() < 60 && text::opens(text::first_code_point(s)) == text::Bracket::round
               ? FrontLine::boundary
               : FrontLine::furniture;
  }
  if (is_attachment(s, before_list)) return FrontLine::boundary;
  if (const auto m = words_.words(Words::copy_to).prefix(s);
      m && m->value == 0 && m->length < s.size() && text::is_colon(text::code_point(s, m->length))) {
    return FrontLine::note;
  }
  const std::string_view remark = s.starts_with('"') ? s.substr(1) : s;  // `"说明：` in the quoted cell of a title
  const auto note = words_.words(Words::note_word).prefix(remark);
  if (note && note->value == ends_notice && remark.size() - note->length <= one_stop) return FrontLine::note;
  if (note && note->length < remark.size() && text::is_colon(text::code_point(remark, note->length))) {
    noted_ = first_listed(text::trim(remark.substr(text::next(remark, note->length))));
    return FrontLine::note;
  }
  const field::DateContext context{};
  if (s.size() < 90) {
    std::string date = field::full_date(s, context, words_);
    if (date.empty() && before_list) date = day_without_signs(s);
    if (!date.empty()) {
      date_ = std::move(date);
      if (issuer_.empty() && !title_lines_.empty() && is_issuer(title_lines_.front())) issuer_ = title_lines_.front();
      if (!years_.date) years_.date = year_of(date_);
      return FrontLine::boundary;
    }
  }
  if (!before_list) return FrontLine::none;
  if (s.size() < 90 && ends_with_date(s)) return FrontLine::metadata;
  find_rules(s);
  if (metadata_line(s) || is_dateline(s)) return FrontLine::metadata;
  if (is_addressee(s)) {
    letter_ = true;
    if (recipients_.empty()) recipients_ = s;
    return FrontLine::metadata;
  }
  const bool ended = text::ends_sentence(text::last_code_point(s)) || text::is_colon(text::last_code_point(s));
  const bool asks = text::last_code_point(s) == 0xFF1F;  // `什么是河长制？`
  const bool is_short = s.size() <= longest_title;
  const bool head = (!ended || asks) && is_short && !items_begun_;  // below items it is one of theirs: `健全督查制度`
  const bool other = !ended && is_short && (letter_ || !items_begun_) && find_other_kind(s);
  if (!ended && is_title(s)) {
    above_list_.keep(AboveList::Line::title, s);
    never_ = never_ && other;
    take_title(s);
    keep_title_line(s);
    return FrontLine::title;
  }
  above_list_.keep(head ? AboveList::Line::head : AboveList::Line::text, s);
  if (s.size() < 90 && find_number(s)) return FrontLine::metadata;
  if (s.size() < 90 && !ended && title_.empty() && title_lines_.empty() && names_year(s)) {
    take_title(s);
    keep_title_line(s);
    return FrontLine::title;
  }
  if (ended || s.size() > longest_title) title_lines_.clear();
  else keep_title_line(s);
  return FrontLine::none;
}

void Front::describe(Document& d) const {
  d.title = title_;
  d.issuer = issuer_.empty() ? index_issuer_ : issuer_;
  d.document_number = number_;
  d.date = date_.empty() ? index_date_ : date_;
  d.index_number = index_;
  d.recipients = recipients_;
}

}  // namespace fenjie::parse
