// Names broken over lines: `区综合行政` / `执法局`.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/vocabulary.hpp"
#include "text/line.hpp"

namespace fenjie::field {

/// A bracket or a quotation of `s` is not closed.
bool has_open_bracket(std::string_view s);
/// The same where the signs are known.
bool has_open_bracket(const text::Scanned& all);

/// How a list of names ends, as far as what follows on the next line may go on with it.
struct NamesEnd {
  bool open : 1 = false;    ///< a bracket is open, or the list goes on: `市教育局、`
  bool named : 1 = false;   ///< the last one ends like an organ
  bool broken : 1 = false;  ///< a level, but no organ yet: `区综合行政`
  bool cut : 1 = false;     ///< no organ yet, in a list of such: `市财政局、国家外汇`
  bool lone : 1 = false;    ///< one letter, which is no name: `市财政局、市`
  std::uint32_t last : 24 = 0;  ///< its last character
};

/// How one begins, as far as it may go on with what stands on the line before.
struct NamesBegin {
  bool joined : 1 = false;  ///< goes on with anything: `）、市财政局`, `政府`
  bool branch : 1 = false;  ///< the first one is part of an organ: `余杭分局`
  bool organ : 1 = false;   ///< an organ, of no level: `执法局`
  bool brief : 1 = false;   ///< a few letters: `心`, `团等`
  bool rest : 1 = false;    ///< no more than what organs end in, and a letter: `气公司`, `街道`
  std::uint32_t last : 24 = 0;  ///< its last character
  /// It may go on with some that are not open.
  [[nodiscard]] bool may_go_on() const { return joined || branch || organ || rest; }
};

NamesEnd end_of_names(const text::Scanned& all, text::Range where, const grammar::Vocabulary& words);
NamesBegin begin_of_names(const text::Scanned& all, text::Range where, const grammar::Vocabulary& words);

/// The two are parts of one cell, set on two lines: a name (or a bracket, or a list) goes on.
inline bool goes_on(const NamesEnd& before, const NamesBegin& after) {
  // `市规划和自然资源局` / `余杭分局`
  const bool branch = before.named && after.branch && before.last == after.last;
  const bool rest = after.rest && !before.named;  // `区城管局、港华燃` / `气公司`
  return before.open || before.lone || after.joined || branch || rest ||
         ((before.broken || before.cut) && after.organ);
}

/// The same for two ranges of a text.
bool continues_name(const text::Scanned& all, text::Range before, text::Range after, const grammar::Vocabulary& words);
/// The same where the signs are not known.
bool continues_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words);
/// A line's end behind a list cuts what is no name without the rest: `市财政局、市` / `市场监管局`, `各街` / `道办事处`.
bool cuts_name(const text::Scanned& all, text::Range list, std::string_view after, const grammar::Vocabulary& words);
/// A line's end parts a name that neither piece is without the other: `…、东城区政`, `府、西城区政府`.
bool parts_of_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words);

}  // namespace fenjie::field
