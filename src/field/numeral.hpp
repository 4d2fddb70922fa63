// Numerals → integers: Arabic (also full-width), Han in its everyday and legal forms, digit strings,
// and the signs of numbered lists. What is not a number is not guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// How a numeral is written.
enum class NumeralForm : std::uint8_t {
  arabic,      ///< `12`
  positional,  ///< one Han digit after another: `二○○七`, and a single `七`
  composed,    ///< with units: `二十四`, `一百零五`
  sign,        ///< one character: `⑫` `⑴` `㈠` `Ⅲ`
};

/// A numeral in a text.
struct NumeralRun {
  std::int64_t value = 0;
  std::size_t end = 0;     ///< byte after it
  std::size_t digits = 0;  ///< number of digits of the forms arabic and positional
  NumeralForm form = NumeralForm::arabic;
  bool amount = false;  ///< written with a digit that counts things (`两`): never part of a date
};

/// The longest run of numeral characters at byte `at` of `text` (UTF-8), read as one numeral; nothing
/// when there is none or when the run as a whole is not a number.
///
/// - Arabic: up to 18 digits.
/// - Han digits alone: one, three or more, or any with a zero. `三四` is "three or four": nothing. Within
///   such a string `0`, `O`, `o` and `Ｏ` after a Han digit are zeros (`二O一一`).
/// - With units: each unit smaller than the one before; only ten may stand without a digit. A last digit
///   directly after a hundred or more (`两百五`) has two readings: nothing. `十七十八`: nothing.
[[nodiscard]] std::optional<NumeralRun> read_run(std::string_view text, std::size_t at,
                                                 const grammar::Vocabulary& vocabulary);

/// As `read_run`; `end` becomes the byte after the numeral and is untouched when there is none.
[[nodiscard]] std::optional<std::int64_t> read_numeral(std::string_view text, std::size_t at,
                                                       std::size_t& end,
                                                       const grammar::Vocabulary& vocabulary);

/// The value of `text` as a whole; nothing when it is more or less than one numeral.
[[nodiscard]] std::optional<std::int64_t> parse_numeral(std::string_view text,
                                                        const grammar::Vocabulary& vocabulary);

/// The number of a list sign: circled (`①`), bracketed (`⑴` `㈠`), with a stop (`⒈`), Roman (`Ⅲ`).
/// Computed from the blocks of The Unicode Standard: Enclosed Alphanumerics, Enclosed CJK Letters and
/// Months, Dingbats, Number Forms.
[[nodiscard]] std::optional<int> sign_value(char32_t c);

}  // namespace fenjie::field
