// Every key that a grammar file may hold, declared once. Parsing, error messages, grammars/README.md
// and grammars/schema.json all read the tables of this header.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "grammar/item.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::grammar {

/// What the value of a key may be.
enum class Type : std::uint8_t {
  text,        ///< a string
  name,        ///< a string of small letters, digits and hyphens
  word,        ///< a short string on one line
  words,       ///< a list of short strings
  marks,       ///< the same, where an empty string says that nothing need stand there
  expression,  ///< a regular expression in RE2 syntax
  number,      ///< a whole number from `min_rank` to `max_rank`
  truth,       ///< true or false
  choice,      ///< one of the names in `choices`
};

/// One name out of a closed list, such as a slot. Its place in the list is its value.
struct Choice {
  std::string_view name;
  std::string_view meaning;
};

/// Where the value of a key goes.
using Target = std::variant<std::string_view Item::*, int Item::*, bool Item::*>;

/// One key of one section.
struct Key {
  Section section;
  std::string_view name;
  Type type;
  bool required;
  Target target;
  std::span<const Choice> choices;  ///< of Type::choice
  std::string_view meaning;         ///< one sentence without a final stop
  std::string_view example;         ///< a value in TOML
};

/// A section, as a heading of the reference.
struct SectionInfo {
  Section section;
  std::string_view name;     ///< as in `[[label]]`
  bool repeated;             ///< `[[label]]` and not `[words]`
  std::string_view meaning;
};

/// What the words of a class carry beside themselves.
enum class WordValue : std::uint8_t {
  none,    ///< nothing; a number is allowed
  number,  ///< a number for each
  role,    ///< a role for each
};

/// A class of words, a key of `[words]`.
struct WordClass {
  Words words;
  std::string_view name;
  WordValue value;
  std::string_view meaning;
};

/// All keys but those of `[words]`, by section.
[[nodiscard]] std::span<const Key> key_table();
/// The keys of one section.
[[nodiscard]] std::span<const Key> keys_of(Section section);
/// A key or a section by its name, or null.
[[nodiscard]] const Key* find_key(Section section, std::string_view name);
[[nodiscard]] const SectionInfo* find_section(std::string_view name);
/// "a string", "a whole number", …
[[nodiscard]] std::string_view type_name(Type type);
/// How a class is written: `["WORD", "OTHER WORD"]`, `{"WORD" = 1}` or `{"WORD" = "lead"}`.
[[nodiscard]] std::string_view word_value_example(WordValue value);
/// All sections, in the order of the enumeration.
[[nodiscard]] std::span<const SectionInfo> section_table();
/// The keys of `[words]`, in the order of Words.
[[nodiscard]] std::span<const WordClass> word_class_table();
/// The values of `class`, `slot`, `numeral`, `cell` and of a role, in the order of their enumerations.
[[nodiscard]] std::span<const Choice> pattern_class_table();
[[nodiscard]] std::span<const Choice> slot_table();
[[nodiscard]] std::span<const Choice> numeral_table();
[[nodiscard]] std::span<const Choice> cell_table();
[[nodiscard]] std::span<const Choice> role_table();

/// Bounds on what a file may hold. `word_bytes` keeps look-ups short, `expression_bytes` RE2's programs.
inline constexpr std::size_t max_file_bytes = 1u << 20;
inline constexpr std::size_t max_word_bytes = 240;
inline constexpr std::size_t max_expression_bytes = 2000;
inline constexpr int min_rank = 1;
inline constexpr int max_rank = 9;

}  // namespace fenjie::grammar
