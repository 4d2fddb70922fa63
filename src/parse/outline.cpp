#include "parse/outline.hpp"

#include <algorithm>

#include "field/date_year.hpp"
#include "field/leader.hpp"
#include "field/phrase.hpp"
#include "text/blanks.hpp"
#include "text/hash.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

namespace {
constexpr std::size_t deepest = 12;  // headings that a path keeps
}

Outline::Level Outline::make(int rank, bool numbered, const text::Buffer& from, text::Range text,
                             text::Range title, std::span<const field::LeaderDraft> known) const {
  Level level;
  level.rank = rank;
  level.numbered = numbered;
  level.path = std::make_shared<HeadingPath>();
  HeadingPath& heading = *level.path;
  heading.text = text.of(from.view());
  std::replace(heading.text.begin(), heading.text.end(), '\n', ' ');
  from.original(text.begin, text.end, heading.original);
  std::vector<field::LeaderDraft> people(known.begin(), known.end());
  if (!known.empty() || field::read_heading_leaders(from.view(), title, words_, people)) {
    for (const field::LeaderDraft& p : people) {
      heading.leaders.push_back({text::without_blanks(p.name.of(from.view())), std::string(p.title.of(from.view()))});
    }
  }
  std::string_view name = title.of(from.view());
  if (text::is_colon(text::last_code_point(name))) name = name.substr(0, text::previous(name, name.size()));  // `市教育局：`
  if (name.size() <= 60 && words_.words(grammar::Words::level_prefix).prefix(name) && field::ends_organ(name, words_)) {
    level.organ = name;
  }
  level.preamble = is_preamble_title(name, words_);
  heading.year = field::find_year(heading.text, words_);
  return level;
}

// Puts a heading below those that are open.
void Outline::add(Level level) {
  if (levels_.size() == deepest) levels_.pop_back();
  HeadingPath& heading = *level.path;
  heading.above = path();
  if (heading.above && !heading.year) heading.year = heading.above->year;
  heading.hash = text::mix(heading.above ? heading.above->hash : 0, heading.text);
  levels_.push_back(std::move(level));
  ++version_;
}

bool Outline::in_preamble() const {
  return std::ranges::any_of(levels_, [](const Level& l) { return l.preamble; });
}

void Outline::end_preamble() {
  for (Level& l : levels_) l.preamble = false;
}

bool is_preamble_title(std::string_view title, const grammar::Vocabulary& words) {
  std::size_t at = 0;
  for (;;) {
    const auto word = words.words(grammar::Words::preamble_title).prefix(title, at);
    if (!word) return false;
    at += word->length;
    if (at == title.size() || text::ends_sentence(text::code_point(title, at))) return true;
    if (const auto joiner = words.words(grammar::Words::unit_joiner).prefix(title, at)) {
      at += joiner->length;
    } else if (text::is_separator(text::code_point(title, at))) {
      at = text::next(title, at);
    }
  }
}

void Outline::open(int rank, const text::Buffer& from, text::Range text, text::Range title,
                   std::span<const field::LeaderDraft> people) {
  close(rank);
  add(make(rank, true, from, text, title, people));
}

void Outline::open_unnumbered(const text::Buffer& from, text::Range text) {
  Level level = make(5, false, from, text, text);
  // beside the heading of another person, whether that one kept its number or not
  for (std::size_t i = 0; level.names_person() && i < levels_.size(); ++i) {
    if (levels_[i].names_person()) {
      level.rank = levels_[i].rank;
      break;
    }
  }
  if (!level.names_person() || level.rank == 5) {
    if (!levels_.empty()) level.rank = levels_.back().numbered ? levels_.back().rank + 5 : levels_.back().rank;
  }
  close(level.rank);
  add(std::move(level));
}

void Outline::close(int rank) {
  while (!levels_.empty() && levels_.back().rank >= rank) levels_.pop_back();
}

void Outline::clear() { levels_.clear(); }

}  // namespace fenjie::parse
