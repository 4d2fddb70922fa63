#include "parse/outline.hpp"

#include <algorithm>

#include "field/date_year.hpp"
#include "field/leader.hpp"
#include "field/phrase.hpp"
#include "parse/parser_text.hpp"
#include "text/blanks.hpp"
#include "text/hash.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

namespace {

constexpr std::size_t deepest = 12;        // headings that a path keeps
constexpr std::size_t longest_organ = 90;  // bytes of a heading

// `投资促进局`: the office of a zone or a company
bool is_authority_without_level(std::string_view s, const grammar::Vocabulary& words) {
  constexpr std::size_t shortest = 12, longest = 36;  // bytes
  const bool plain = !(text::Signs(s).begin() != s.size());
  return field::ends_authority(s, words) && s.size() >= shortest && s.size() <= longest && plain;
}

// `县教育局（5项）`: without the bracket
std::string_view without_count(std::string_view s) {
  if (text::closes(text::last_code_point(s)) != text::Bracket::round) return s;
  const std::size_t open = text::bracket_start(s);
  if (open == std::string_view::npos || open == 0) return s;
  for (std::size_t at = open; at < s.size(); at = text::next(s, at)) {
    if (text::is_digit(text::code_point(s, at))) return text::trim_end(s.substr(0, open));
  }
  return s;
}

// `牵头单位：县水利局`
bool is_label_with_units(std::string_view title, const grammar::Vocabulary& words) {
  const auto label = words.label_words().prefix(title);
  if (!label || !names_units(static_cast<grammar::Slot>(label->value)) || label->length == title.size()) return false;
  return text::is_colon(text::code_point(title, label->length)) && text::next(title, label->length) < title.size();
}

// `市教育局、市体育局`: authorities; behind a verb other organs, too: `县人民法院负责`
bool are_organs(std::string_view s, bool with_verb, const grammar::Vocabulary& words) {
  const auto is_one = [&](std::string_view name) {
    return field::ends_authority(name, words) || (with_verb && field::ends_organ(name, words));
  };
  std::size_t begin = 0;
  for (const std::size_t at : text::Signs(s)) {
    if (!text::is_separator(text::code_point(s, at)) || !is_one(s.substr(begin, at - begin))) return false;
    begin = text::next(s, at);
  }
  return is_one(s.substr(begin));
}

// `县教育局牵头负责`: without the verbs
std::string_view without_verbs(std::string_view s, const grammar::Vocabulary& words) {
  constexpr int most = 3;
  for (int i = 0; i < most; ++i) {
    auto verb = words.words(grammar::Words::role_verb).suffix(s);
    if (!verb) verb = words.words(grammar::Words::duty_tail).suffix(s);
    if (!verb) break;
    s = s.substr(0, s.size() - verb->length);
  }
  return s;
}

}  // namespace

std::string_view organ_of_heading(std::string_view title, const grammar::Vocabulary& words) {
  using grammar::Words;
  if (title.size() > longest_organ) return {};
  if (text::is_colon(text::last_code_point(title))) title = title.substr(0, text::previous(title, title.size()));
  title = without_count(title);
  if (!words.words(Words::level_prefix).prefix(title)) {
    if (is_label_with_units(title, words) || is_authority_without_level(title, words)) return title;
    const auto lead_in = words.words(Words::unit_lead_in).prefix(title);
    if (!lead_in || !words.words(Words::level_prefix).prefix(title, lead_in->length)) return {};
    title = title.substr(lead_in->length);
  }
  if (field::ends_organ(title, words)) return title;
  // `县教育局任务`; in `县教育局牵头任务`, `县教育局负责` the verb gives the role
  const auto tail = words.words(Words::heading_tail).suffix(title);
  if (tail) title = title.substr(0, title.size() - tail->length);
  const std::string_view organs = without_verbs(title, words);
  const bool with_verb = organs.size() < title.size();
  return (tail || with_verb) && are_organs(organs, with_verb, words) ? title : std::string_view();
}

// The oldest of them, where no task or heading holds it any more. What it was has to be set anew.
std::shared_ptr<HeadingPath> Outline::fresh_path() {
  std::shared_ptr<HeadingPath>& oldest = made_[next_made_++ % made_.size()];
  if (!oldest || oldest.use_count() > 1) oldest = std::make_shared<HeadingPath>();
  return oldest;
}

Outline::NewLevel Outline::make(int rank, bool numbered, const text::Buffer& from, text::Range text, text::Range title,
                                std::span<const field::LeaderDraft> known, bool asked) {
  const auto path = fresh_path();
  HeadingPath& heading = *path;
  heading.text = text.of(from.view());
  heading.original.clear();
  heading.leaders.clear();
  const bool lines = heading.text.find('\n') != std::string::npos;
  if (lines) std::replace(heading.text.begin(), heading.text.end(), '\n', ' ');
  if (lines || !from.swaps().empty()) from.original(text.begin, text.end, heading.original);
  std::vector<field::LeaderDraft> read;
  if (known.empty() && !asked && field::read_heading_leaders(from.scanned(), title, words_, read)) known = read;
  for (const field::LeaderDraft& p : known) {
    heading.leaders.push_back({text::without_blanks(p.name.of(from.view())), std::string(p.title.of(from.view()))});
  }
  heading.year = field::find_year(heading.text, words_);
  const std::string_view name = title.of(from.view());
  const bool outermost = numbered && rank <= layout::rank_of_sections;
  return {{rank, numbered, path, std::string(organ_of_heading(name, words_)), preamble_of(name, outermost, words_)},
          heading};
}

void Outline::link(HeadingPath& heading, const std::shared_ptr<const HeadingPath>& above) {
  heading.above = above;
  if (heading.above && !heading.year) heading.year = heading.above->year;
  heading.hash = text::mix(heading.above ? heading.above->hash : 0, heading.text);
}

// Puts a heading below those that are open.
void Outline::add(NewLevel made) {
  if (levels_.size() == deepest) levels_.pop_back();
  link(made.heading, path());
  has_preamble_ = has_preamble_ || made.level.preamble != Preamble::none;
  levels_.push_back(std::move(made.level));
  ++version_;
}

Preamble Outline::preamble() const {
  Preamble most = Preamble::none;
  if (!has_preamble_) return most;
  for (const Level& l : levels_) most = std::max(most, l.preamble);
  return most;
}

namespace {

// What may stand behind a title: `实施步骤（3月至12月）`, `工作要求：`
bool ends_title(char32_t c) {
  return text::ends_sentence(c) || text::is_colon(c) || text::is_space(c) || text::opens(c) == text::Bracket::round;
}

// `2024年工作目标`
std::size_t behind_year(std::string_view s, const grammar::Vocabulary& words) {
  constexpr std::size_t digits = 4;
  std::size_t at = 0;
  while (at < s.size() && s[at] >= '0' && s[at] <= '9') ++at;
  const auto sign = at == digits ? words.words(grammar::Words::year_sign).prefix(s, at) : std::nullopt;
  return sign ? at + sign->length : 0;
}

}  // namespace

Preamble preamble_of(std::string_view title, bool verbs, const grammar::Vocabulary& words) {
  constexpr int aims = 1, in_front = 2, steps = 3;  // values of the words
  Preamble most = Preamble::none;
  for (std::size_t at = verbs ? behind_year(title, words) : 0;;) {
    const auto word = words.words(grammar::Words::preamble_title).prefix(title, at);
    if (!word || (word->value == in_front && !verbs)) return Preamble::none;
    at += word->length;
    if (word->value == in_front) continue;
    const Preamble said = word->value == aims ? Preamble::aims : Preamble::any;
    most = std::max(most, word->value == steps ? Preamble::steps : said);
    if (at == title.size() || ends_title(text::code_point(title, at))) return most;
    if (const auto joiner = words.words(grammar::Words::unit_joiner).prefix(title, at)) {
      at += joiner->length;
    } else if (text::is_separator(text::code_point(title, at))) {
      at = text::next(title, at);
    }
  }
}

void Outline::open(int rank, const text::Buffer& from, text::Range text, text::Range title,
                   std::span<const field::LeaderDraft> people, bool asked) {
  close(rank);
  add(make(rank, true, from, text, title, people, asked));
}

std::shared_ptr<const HeadingPath> Outline::path_below(int rank, const text::Buffer& from, text::Range text,
                                                       text::Range title,
                                                       const std::shared_ptr<const HeadingPath>& above) {
  const NewLevel made = make(rank, true, from, text, title);
  link(made.heading, above);
  return made.level.path;
}

namespace {

// `2 提升治理水平`: a number that nothing sets apart but a blank
bool begins_with_bare_number(std::string_view s) {
  constexpr std::size_t most_digits = 2;
  std::size_t digits = 0;
  while (digits < s.size() && s[digits] >= '0' && s[digits] <= '9') ++digits;
  return digits > 0 && digits <= most_digits && digits < s.size() && text::is_space(text::code_point(s, digits));
}

}  // namespace

void Outline::open_unnumbered(const text::Buffer& from, text::Range text) {
  NewLevel made = make(5, false, from, text, text);
  Level& level = made.level;
  // beside the heading of another person, or beside `1 …`, whatever stands below that by now
  const bool bare = begins_with_bare_number(level.path->text);
  const auto beside = std::ranges::find_if(levels_, [&](const Level& l) {
    if (level.names_person()) return l.names_person();
    return bare && !l.numbered && begins_with_bare_number(l.path->text);
  });
  if (beside != levels_.end()) level.rank = beside->rank;
  else if (!levels_.empty()) level.rank = levels_.back().numbered ? levels_.back().rank + 5 : levels_.back().rank;
  close(level.rank);
  add(std::move(made));
}

void Outline::close(int rank) {
  while (!levels_.empty() && levels_.back().rank >= rank) levels_.pop_back();
}

void Outline::clear() { levels_.clear(); }

}  // namespace fenjie::parse
