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

// A title may stand on two lines: `…任务` / `和…清单`
void Front::set_title(std::string_view s) {
  // `附件 杭州市…通知`: the name of an attachment in an index block
  if (const auto word = words_.words(Words::attachment).prefix(s);
      word && word->value == 0 && word->length < s.size() && text::is_space(text::code_point(s, word->length))) {
    s = text::trim(s.substr(word->length));
  }
  if (std::string whole = whole_title(s); !whole.empty() && !title_whole_) {
    title_ = std::move(whole);
    title_whole_ = true;
  } else if (title_.empty()) {
    title_ = s;
  } else if (title_open_ && words_.words(Words::unit_joiner).prefix(s)) {
    title_ += s;
  }
  title_open_ = true;
}

// A line of what may be a title on several.
void Front::keep_title_line(std::string_view s) {
  constexpr std::size_t most = 3;
  title_lines_.insert(title_lines_.begin(), std::string(s));
  if (title_lines_.size() > most) title_lines_.pop_back();
}

void Front::take_title(std::string_view s) {
  set_title(s);
  std::string_view found;  // `…责任分解（华政发〔2021〕2号）`
  if (number_.empty() && words_.find_pattern(Patterns::document_number, s, &found) != nullptr) take_number(found);
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
  negative_ = true;
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

bool Front::is_issuer(std::string_view line) const {
  const auto end = words_.words(Words::issuing_line).suffix(line);
  return end ? end->value == 0 : field::is_unit_like(line, words_);
}

}  // namespace fenjie::parse
