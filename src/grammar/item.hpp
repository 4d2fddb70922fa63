// Grammar files in parsed form: what a table of a TOML file says, and no more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace fenjie::grammar {

struct MatchEdges;

/// The tables that a grammar file may hold; `file` stands for the keys above the first table.
enum class Section : std::uint8_t { file, words, label, column, pattern, numbering, shape, sample, count_ };

/// One table of a grammar file, or one key of its `[words]`. Which members are set depends on the
/// section: `key_table` says which. The views point into the parsed file, or into tables that were
/// compiled into the library; the owner of the Item keeps them alive.
struct Item {
  Section section = Section::file;
  int choice = 0;                             ///< a Words, Slot, Patterns, Numeral or CellBy, as a number
  std::string_view name{};
  std::string_view title{};
  std::string_view extends{};
  std::string_view expression{};  ///< RE2 syntax
  std::string_view needs{};       ///< of the expression, a list; see `needed_words`
  std::string_view first{};       ///< of the expression; see `edges_of`
  std::string_view last{};
  std::string_view starts{};      ///< the same: a list
  std::string_view ends{};        ///< the same, where matches stand within longer texts
  const MatchEdges* edges = nullptr;  ///< all of these but `ends` as bits; null: yet to be made
  std::string_view mark{};
  std::string_view text{};
  std::string_view records{};  ///< NDJSON
  std::string_view words{};  ///< these are lists: see for_each_word
  std::span<const int> values{};  ///< one for each of `words`, or none
  std::string_view before{};
  std::string_view after{};
  int rank = 3;
  bool article = false;
  std::uint32_t line = 0;                     ///< of the file, from 1
};

/// Calls `visit` with each word of a list. In a list each word is ended by a new line: one string is
/// cheaper to have in a library than an array of them, which the loader of the system must relocate.
template <class Visit>
void for_each_word(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t end = list.find('\n');
    visit(list.substr(0, end));
    list.remove_prefix(end == list.npos ? list.size() : end + 1);
  }
}

/// A whole file: its `file` item first.
using Items = std::span<const Item>;

}  // namespace fenjie::grammar
