// Front: which lines are a title, and what they tell.
#include <algorithm>

#include "field/date_year.hpp"
#include "field/units.hpp"
#include "parse/front.hpp"
#include "text/blanks.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Patterns;
using grammar::Words;

namespace {

constexpr std::size_t most_names = 8;        // of lists that a letter brings

// Above 0: names are open at the end, `…贯彻《浙江省政务公开`; below: one was open before, `五年行动计划》实施方案`.
int open_names(std::string_view s) {
  int open = 0;
  for (const std::size_t at : text::Signs(s)) {
    const char32_t c = text::code_point(s, at);
    open += (text::opens(c) == text::Bracket::quote) - (text::closes(c) == text::Bracket::quote);
  }
  return open;
}

bool closes_name_of(std::string_view above, std::string_view line) {
  const int open = open_names(above);
  return open > 0 && open + open_names(line) == 0;
}

}  // namespace

// `通 知` on the last line of a title
std::string Front::set_close(std::string_view s) {
  return s.size() <= longest_spaced ? text::without_blanks(s) : std::string(s);
}

// The title of a whole notice that ends with this line: `…人民政府办公室` / `关于印发…责任分解的` / `通 知`. Empty: none does.
std::string Front::whole_title(std::string_view s) const {
  if (title_lines_.empty() && s.size() <= longest_spaced) return {};
  std::string title = set_close(s);
  for (std::size_t above = 0; title.size() <= 2 * longest_title; title.insert(0, title_lines_[above++])) {
    if (words_.match_pattern(Patterns::notice_title, title) != nullptr) {
      const auto about = words_.words(Words::issuing_line).prefix(title);
      const bool led = about && about->value == 1 && above < title_lines_.size() && is_issuer(title_lines_[above]);
      return led ? title_lines_[above] + title : title;
    }
    if (above == title_lines_.size()) break;
  }
  return {};
}

// `武政办〔2023〕1号《武汉市…关于印发任务分解方案的通知》`: the title alone.
std::string_view Front::behind_number(std::string_view s) const {
  std::string_view number;
  if (words_.find_pattern(Patterns::document_number, s, &number) == nullptr || !s.starts_with(number)) return s;
  std::string_view rest = text::trim(s.substr(number.size()));
  const bool named = text::opens(text::first_code_point(rest)) == text::Bracket::quote &&
                     text::closes(text::last_code_point(rest)) == text::Bracket::quote && open_names(rest) == 0;
  if (named) rest = rest.substr(text::next(rest, 0), text::previous(rest, rest.size()) - text::next(rest, 0));
  return words_.match_pattern(Patterns::notice_title, rest) != nullptr ? rest : s;
}

// A title may stand on two lines: `…任务` / `和…清单`
void Front::set_title(std::string_view s) {
  // `附件 杭州市…通知`: the name of an attachment in an index block
  if (const auto word = words_.words(Words::attachment).prefix(s);
      word && word->value == 0 && word->length < s.size() && text::is_space(text::code_point(s, word->length))) {
    s = text::trim(s.substr(word->length));
  }
  s = behind_number(s);
  if (std::string whole = whole_title(s); !whole.empty() && !title_whole_) {
    title_ = std::move(whole);
    title_whole_ = true;
  } else if (title_.empty() && !title_lines_.empty() && closes_name_of(title_lines_.front(), s)) {
    title_ = title_lines_.front() + std::string(s);
  } else if (title_.empty()) {
    title_ = s;
  } else if (title_open_ && words_.words(Words::unit_joiner).prefix(s)) {
    title_ += s;
  }
  title_open_ = true;
}

// `《2023年重点工作责任分解》和《2023年民生实事责任分解》…现印发给你们`: names with nothing but a joiner between them.
void Front::find_names(std::string_view s) {
  constexpr std::size_t longest_joiner = 3, none = std::string_view::npos;  // bytes
  const std::size_t first_end = s.find("\u300B");
  if (first_end == none || s.find("\u300A", first_end) == none) return;  // 》 and 《
  std::string_view before;  // the name that ends at byte `end`
  std::size_t begin = none, end = none;
  int depth = 0;
  for (const std::size_t at : text::Signs(s)) {
    const char32_t c = text::code_point(s, at);
    if (text::opens(c) == text::Bracket::quote) {
      if (++depth == 1) begin = text::next(s, at);
      if (depth == 1 && end != none && at > end + longest_joiner) before = {};
    } else if (text::closes(c) == text::Bracket::quote && depth > 0 && --depth == 0) {
      const std::string_view name = s.substr(begin, at - begin);
      if (is_name_of_list(before) && is_name_of_list(name) && name != before && names_.size() < most_names) {
        names_.emplace_back(before);
        names_.emplace_back(name);
      }
      before = name;
      end = text::next(s, at);
    }
  }
}

bool Front::is_name_of_list(std::string_view name) const {
  return name.size() >= shortest_title && name.size() <= longest_title &&
         words_.find_pattern(Patterns::title, name) != nullptr;
}

bool Front::is_one_of_lists(std::string_view s) const {
  return std::ranges::any_of(names_, [&](const std::string& name) { return s == name || s.ends_with(name); });
}

// A line of what may be a title on several.
void Front::keep_title_line(std::string_view s) {
  constexpr std::size_t most = 3;
  title_lines_.insert(title_lines_.begin(), std::string(s));
  if (title_lines_.size() > most) title_lines_.pop_back();
}

void Front::take_title(std::string_view s) {
  set_title(s);
  find_number(s);  // `…责任分解（华政发〔2021〕2号）`
  if (const auto year = field::find_year(s, words_)) years_.title = year;
}

// `平川市2022年度督查事项`, the first line of the document; but no time of its own: `2022年6月底前`
bool Front::names_year(std::string_view s) const {
  if (s.size() > longest_title || s.size() < shortest_title || words_.words(Words::before).suffix(s)) return false;
  for (const std::size_t at : text::Signs(s)) {
    if (text::opens(text::code_point(s, at)) == text::Bracket::square) return false;  // 〔2022〕14号
  }
  if (words_.words(Words::completion).suffix(s) || !field::find_year(s, words_)) return false;
  const std::size_t month = std::min(s.find("\u5E74"), s.size() - 3) + 3;  // `2018年1月4日全天` is a time, too
  return month >= s.size() || !text::is_digit(text::code_point(s, month));
}

// `…2023年工作总结`, `…公开招聘公告`
bool Front::find_other_kind(std::string_view title) {
  const grammar::Pattern* const kind = words_.match_pattern(Patterns::negative_title, title);
  if (kind == nullptr) return false;
  (title.size() <= AboveList::longest_menu ? doubtful_ : negative_) = true;
  never_ = never_ || (title_.empty() && std::string_view(kind->rule()).ends_with(":never-a-list"));
  return true;
}

// `重点任务：新建学校3所`: what the title of a list is made of, as the label of one of its tasks.
bool Front::names_task(std::string_view s) const {
  constexpr std::size_t longest_label = 18;  // bytes
  for (std::size_t at = 0; at <= longest_label && at < s.size(); at = text::next(s, at)) {
    if (!text::is_colon(text::code_point(s, at))) continue;
    return text::next(s, at) < s.size() && words_.column(s.substr(0, at)) == grammar::Slot::task;
  }
  return false;
}

// `2022年民生实事责任分解`, or the last line of a title, its letters spaced.
bool Front::is_title(std::string_view s) const {
  if (s.size() > longest_title) return false;
  if (words_.find_pattern(Patterns::title, s) != nullptr) return !names_task(s);
  return s.size() <= longest_spaced && !whole_title(s).empty();
}

bool Front::repeats_name(std::string_view line) const {
  if (line.size() < shortest_title || line.size() >= title_.size()) return false;
  const std::size_t open = title_.find("\u300A"), close = title_.find("\u300B");
  if (open == title_.npos || close == title_.npos || close < open) return false;
  const std::size_t begin = text::next(title_, open);
  const std::string_view name = std::string_view(title_).substr(begin, close - begin);
  const std::string bare = text::without_blanks(line);
  return name.starts_with(bare) || name.ends_with(bare);
}

bool Front::is_issuer(std::string_view line) const {
  const auto end = words_.words(Words::issuing_line).suffix(line);
  return end ? end->value == 0 : field::is_unit_like(line, words_);
}

}  // namespace fenjie::parse
