#include "parse/front.hpp"

#include "field/date_year.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Patterns;
using grammar::Words;

namespace {
constexpr std::size_t longest_title = 240;     // bytes
constexpr std::size_t longest_furniture = 200; // bytes
constexpr std::size_t shortest_title = 18;     // bytes behind `附件2`

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
  letter_ = negative_ = false;
  attachment_ = 0;
  listed_ = -1;
  declared_.reset();
}

// `附件2`, `附件：2021年…`, `附表1`, `附件1 2022年重点项目清单`
bool Front::is_attachment(std::string_view s, bool before_list) {
  const auto word = words_.words(Words::attachment).prefix(s);
  if (!word || s.size() > longest_title) return false;
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
    if (colon && list_begun_) title_at_ = text::next(s, at);
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

bool Front::lists_attachment(const layout::Mark& mark, std::string_view s) {
  const bool next = listed_ >= 0 && mark.value == listed_ + 1 && !text::ends_sentence(text::last_code_point(s));
  listed_ = next ? mark.value : -1;
  return next;
}

// `各区、县（市）人民政府，市政府各部门：`
bool Front::is_addressee(std::string_view s) const {
  if (s.size() > 400 || !text::is_colon(text::last_code_point(s))) return false;
  const std::string_view list = text::trim_end(s.substr(0, text::previous(s, s.size())));
  return words_.words(Words::addressee_tail).suffix(list).has_value();
}

// `索引号：…`, `发布日期 2024-03-07`, `标 题: | …`
bool Front::metadata_line(std::string_view s) {
  const auto key = words_.words(Words::metadata_key).prefix(s);
  if (!key || s.size() > 600) return false;
  const std::size_t at = key->length;
  if (at >= s.size()) return false;
  const char32_t c = text::code_point(s, at);
  if (!text::is_colon(c) && !text::is_space(c) && c != '|') return false;
  std::string_view found;
  if (number_.empty() && words_.find_pattern(Patterns::document_number, s, &found) != nullptr) {
    number_ = found;
    if (!years_.number) years_.number = field::find_year(found, words_);
  }
  if (index_.empty() && text::is_colon(c)) {
    index_ = text::trim(s.substr(text::next(s, at)));
  }
  return true;
}

void Front::find_rules(std::string_view s) {
  if (s.size() > 30000) return;
  if (!rules_.first_is_lead && words_.find_pattern(Patterns::first_is_lead, s) != nullptr) {
    rules_.first_is_lead = true;
  }
  if (std::string_view found; !declared_ && words_.find_pattern(Patterns::declared_count, s, &found) != nullptr) {
    declared_ = last_figure(found);
  }
  if (words_.words(Words::letter_word).contains_any(s)) letter_ = true;
  if (words_.words(Words::negative_word).contains_any(s)) negative_ = true;
}

// A title may stand on two lines: `…办公厅关于印发` / `…责任分解的通知`, `…任务` / `和…清单`
void Front::set_title(std::string_view s) {
  // `附件 杭州市…通知`: the name of an attachment in an index block
  if (const auto word = words_.words(Words::attachment).prefix(s);
      word && word->length < s.size() && text::is_space(text::code_point(s, word->length))) {
    s = text::trim(s.substr(word->length));
  }
  const std::string both = last_line_ + std::string(s);
  if (!last_line_.empty() && words_.match_pattern(Patterns::notice_title, s) == nullptr &&
      words_.match_pattern(Patterns::notice_title, both) != nullptr) {
    title_ = both;
  } else if (title_.empty()) {
    title_ = s;
  } else if (title_open_ && words_.words(Words::unit_joiner).prefix(s)) {
    title_ += s;
  }
  title_open_ = true;
  last_line_.clear();
}

void Front::take_title(std::string_view s) {
  set_title(s);
  if (const auto year = field::find_year(s, words_)) years_.title = year;
}

FrontLine Front::look(std::string_view s, bool before_list, std::string_view& rule) {
  listed_ = -1;
  if (const std::string_view furniture = furniture_rule(s); !furniture.empty()) {
    rule = furniture;
    return before_list && s.size() < 60 && text::opens(text::first_code_point(s)) == text::Bracket::round
               ? FrontLine::boundary
               : FrontLine::furniture;
  }
  if (is_attachment(s, before_list)) return FrontLine::boundary;
  if (const auto m = words_.words(Words::copy_to).prefix(s);
      m && m->length < s.size() && text::is_colon(text::code_point(s, m->length))) {
    return FrontLine::note;
  }
  if (const auto m = words_.words(Words::note_word).prefix(s);
      m && m->length < s.size() && text::is_colon(text::code_point(s, m->length))) {
    return FrontLine::note;
  }
  const field::DateContext context{};
  if (s.size() < 90) {
    if (std::string date = field::full_date(s, context, words_); !date.empty()) {
      date_ = std::move(date);
      if (issuer_.empty()) issuer_ = last_line_;
      if (date_.size() >= 4 && !years_.date) {
        const int year = std::atoi(date_.substr(0, 4).c_str());
        if (year > 0) years_.date = year;
      }
      return FrontLine::boundary;
    }
  }
  if (!before_list) return FrontLine::none;
  find_rules(s);
  if (metadata_line(s)) return FrontLine::metadata;
  if (is_addressee(s)) {
    letter_ = true;
    if (recipients_.empty()) recipients_ = s;
    return FrontLine::metadata;
  }
  const bool ended = text::ends_sentence(text::last_code_point(s)) || text::is_colon(text::last_code_point(s));
  if (!ended && s.size() <= longest_title && words_.find_pattern(Patterns::title, s) != nullptr) {
    take_title(s);
    return FrontLine::title;
  }
  if (s.size() < 90) {
    std::string_view found;
    if (number_.empty() && words_.find_pattern(Patterns::document_number, s, &found) != nullptr) {
      number_ = found;
      years_.number = field::find_year(found, words_);
      return FrontLine::metadata;
    }
    last_line_ = ended ? std::string() : std::string(s);
    title_open_ = false;
  }
  return FrontLine::none;
}

void Front::describe(Document& d) const {
  d.title = title_;
  d.issuer = issuer_;
  d.document_number = number_;
  d.date = date_;
  d.index_number = index_;
  d.recipients = recipients_;
}

}  // namespace fenjie::parse
