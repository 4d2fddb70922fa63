#include "field/numeral.hpp"

#include <array>

#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;

constexpr std::size_t most_digits = 18;  // fits in 63 bits
constexpr std::size_t most_tokens = 32;  // a longer run of Han numerals is no number

// A stretch of one block whose characters count up.
struct SignRange {
  char32_t first, last;
  int value;  // of the first
};

constexpr std::array signs{
    SignRange{0x2460, 0x2473, 1},   // ① … ⑳
    SignRange{0x2474, 0x2487, 1},   // ⑴ … ⒇
    SignRange{0x2488, 0x249B, 1},   // ⒈ … ⒛
    SignRange{0x24EB, 0x24F4, 11},  // ⓫ … ⓴
    SignRange{0x24F5, 0x24FE, 1},   // ⓵ … ⓾
    SignRange{0x2776, 0x277F, 1},   // ❶ … ❿
    SignRange{0x2780, 0x2789, 1},   // ➀ … ➉
    SignRange{0x278A, 0x2793, 1},   // ➊ … ➓
    SignRange{0x2160, 0x216B, 1},   // Ⅰ … Ⅻ
    SignRange{0x2170, 0x217B, 1},   // ⅰ … ⅻ
    SignRange{0x3220, 0x3229, 1},   // ㈠ … ㈩
    SignRange{0x3280, 0x3289, 1},   // ㊀ … ㊉
    SignRange{0x3251, 0x325F, 21},  // ㉑ … ㉟
    SignRange{0x32B1, 0x32BF, 36},  // ㊱ … ㊿
    SignRange{0x24EA, 0x24EA, 0},   // ⓪
};

std::optional<NumeralRun> read_arabic(std::string_view text, std::size_t at) {
  NumeralRun run;
  run.end = at;
  while (run.end < text.size()) {
    const char32_t c = text::code_point(text, run.end);
    if (!text::is_digit(c)) break;
    if (++run.digits > most_digits) return std::nullopt;
    run.value = run.value * 10 + text::digit_value(c);
    run.end = text::next(text, run.end);
  }
  return run;
}

struct Token {
  enum Kind : std::uint8_t { digit, unit, myriad } kind;
  std::int64_t value;
};

// The tokens of a Han numeral, in a fixed space.
struct Tokens {
  std::array<Token, most_tokens> list;
  std::size_t size = 0;
  std::size_t end = 0;
  bool amount = false;
  bool with_units = false;
  bool with_zero = false;
  bool overflow = false;

  void push(Token::Kind kind, std::int64_t value, std::size_t length) {
    end += length;
    if (size == list.size()) {
      overflow = true;
      return;
    }
    list[size++] = {kind, value};
    with_units = with_units || kind != Token::digit;
    with_zero = with_zero || (kind == Token::digit && value == 0);
  }
};

// Zeros of typists without a Han zero: `二O一一`, `二0二一`.
constexpr bool looks_like_zero(char32_t c) {
  return c == '0' || c == 'O' || c == 'o' || c == 0xFF10 || c == 0xFF2F;
}

bool next_token(std::string_view text, const Vocabulary& vocabulary, Tokens& tokens) {
  const std::size_t at = tokens.end;
  if (at >= text.size() || tokens.overflow) return false;
  constexpr grammar::Classes numerals{Words::han_digit, Words::han_unit, Words::han_myriad, Words::han_count};
  if (!vocabulary.classes().starts(text.substr(at)).any(numerals)) {
    if (tokens.size == 0 || tokens.with_units || !looks_like_zero(text::code_point(text, at))) return false;
    tokens.push(Token::digit, 0, text::next(text, at) - at);
    return true;
  }
  if (const auto m = vocabulary.words(Words::han_digit).prefix(text, at)) {
    tokens.push(Token::digit, m->value, m->length);
  } else if (const auto u = vocabulary.words(Words::han_unit).prefix(text, at)) {
    tokens.push(Token::unit, u->value, u->length);
  } else if (const auto y = vocabulary.words(Words::han_myriad).prefix(text, at)) {
    tokens.push(Token::myriad, y->value, y->length);
  } else if (const auto n = vocabulary.words(Words::han_count).prefix(text, at)) {
    tokens.push(Token::digit, n->value, n->length);
    tokens.amount = true;
  } else if (tokens.size > 0 && !tokens.with_units && looks_like_zero(text::code_point(text, at))) {
    tokens.push(Token::digit, 0, text::next(text, at) - at);
  } else {
    return false;
  }
  return true;
}

// `二○○七`. Two digits without a zero are "three or four".
std::optional<std::int64_t> positional_value(const Tokens& tokens) {
  if (tokens.size > most_digits || (tokens.size == 2 && !tokens.with_zero)) return std::nullopt;
  std::int64_t value = 0;
  for (std::size_t i = 0; i < tokens.size; ++i) value = value * 10 + tokens.list[i].value;
  return value;
}

// Adds up a numeral with units, section by section: `[一百零五]万[三千]`.
class Composer {
 public:
  bool take(const Token& token) {
    if (token.kind == Token::digit) return take_digit(token.value);
    return token.kind == Token::unit ? take_unit(token.value) : take_myriad(token.value);
  }
  std::optional<std::int64_t> finish() {
    if (!close_section()) return std::nullopt;
    return total_ + section_;
  }

 private:
  static constexpr std::int64_t none = -1;

  bool take_digit(std::int64_t value) {
    if (digit_ != none || (value == 0 && (zero_ || empty()))) return false;
    if (value == 0) {
      zero_ = true;
    } else {
      digit_ = value;
    }
    return true;
  }
  bool take_unit(std::int64_t unit) {
    const bool tens = unit % 10 == 0 && unit > 10 && unit < 100;  // 廿
    if (tens ? last_unit_ <= 10 || digit_ != none : unit >= last_unit_) return false;
    if (digit_ == none && !tens && unit != 10) return false;
    section_ += tens ? unit : (digit_ == none ? 1 : digit_) * unit;
    last_unit_ = tens ? 10 : unit;
    digit_ = none;
    zero_ = false;
    return true;
  }
  bool take_myriad(std::int64_t myriad) {
    if (myriad >= last_myriad_ || !close_section() || section_ == 0) return false;
    total_ += section_ * myriad;
    section_ = 0;
    last_unit_ = unit_limit;
    last_myriad_ = myriad;
    return true;
  }
  // A digit left over is the ones: after ten, after a zero, or alone.
  bool close_section() {
    if (digit_ == none) return !zero_;
    const bool clear = zero_ || last_unit_ == 10 || (section_ == 0 && total_ == 0);
    section_ += digit_;
    digit_ = none;
    zero_ = false;
    return clear;
  }
  [[nodiscard]] bool empty() const { return section_ == 0 && total_ == 0; }

  static constexpr std::int64_t unit_limit = 10'000;
  std::int64_t total_ = 0, section_ = 0, digit_ = none;
  std::int64_t last_unit_ = unit_limit, last_myriad_ = 1'000'000'000'000;
  bool zero_ = false;
};

std::optional<std::int64_t> composed_value(const Tokens& tokens) {
  Composer composer;
  for (std::size_t i = 0; i < tokens.size; ++i) {
    if (!composer.take(tokens.list[i])) return std::nullopt;
  }
  return composer.finish();
}

std::optional<NumeralRun> read_han(std::string_view text, std::size_t at, const Vocabulary& vocabulary) {
  Tokens tokens;
  tokens.end = at;
  while (next_token(text, vocabulary, tokens)) {
  }
  if (tokens.size == 0 || tokens.overflow) return std::nullopt;
  const auto value = tokens.with_units ? composed_value(tokens) : positional_value(tokens);
  if (!value) return std::nullopt;
  return NumeralRun{*value, tokens.end, tokens.with_units ? 0 : tokens.size,
                    tokens.with_units ? NumeralForm::composed : NumeralForm::positional, tokens.amount};
}

}  // namespace

std::optional<int> sign_value(char32_t c) {
  if (c < 0x2160 || c > 0x32BF) return std::nullopt;
  for (const SignRange& r : signs) {
    if (c >= r.first && c <= r.last) return r.value + static_cast<int>(c - r.first);
  }
  return std::nullopt;
}

std::optional<NumeralRun> read_run(std::string_view text, std::size_t at, const Vocabulary& vocabulary) {
  if (at >= text.size()) return std::nullopt;
  const char32_t c = text::code_point(text, at);
  if (text::is_digit(c)) return read_arabic(text, at);
  if (const auto value = sign_value(c)) {
    return NumeralRun{*value, text::next(text, at), 0, NumeralForm::sign, false};
  }
  return read_han(text, at, vocabulary);
}

std::optional<std::int64_t> read_numeral(std::string_view text, std::size_t at, std::size_t& end,
                                         const Vocabulary& vocabulary) {
  const auto run = read_run(text, at, vocabulary);
  if (!run) return std::nullopt;
  end = run->end;
  return run->value;
}

std::optional<std::int64_t> parse_numeral(std::string_view text, const Vocabulary& vocabulary) {
  const auto run = read_run(text, 0, vocabulary);
  if (!run || run->end != text.size()) return std::nullopt;
  return run->value;
}

}  // namespace fenjie::field
