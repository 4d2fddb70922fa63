// The signs of a text, found once for all who walk over it.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "text/plain_list.hpp"
#include "text/punctuation.hpp"

namespace fenjie::text {

/// What a repair may find at a character; bits.
enum Suspicion : std::uint8_t {
  no_suspicion = 0,
  of_reading = 1,    ///< `(` before a Latin letter
  of_shifted = 2,    ///< `?` before a letter or what is no ASCII
  of_markup = 4,     ///< `&` or `<` before ASCII
  of_invisible = 8,  ///< a character that takes no room
};

/// A character that sets others apart (see Sign), and its place. What a repair might begin at (`(` before a
/// letter, `&`) is listed, too, even if it is no sign.
struct SignAt {
  std::uint32_t at = 0;     ///< byte of the text
  Sign sign;
  std::uint8_t bytes = 1;   ///< its length in UTF-8
  std::uint8_t suspicious = no_suspicion;  ///< what may be mended here (Suspicion); the signs of our own text have none

  /// The byte behind it.
  [[nodiscard]] std::uint32_t end() const { return at + bytes; }
  /// The character, where `s` is the text.
  [[nodiscard]] char32_t character(std::string_view s) const {
    const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
    if (bytes == 1) return b(0);
    return bytes == 3 ? (b(0) & 0x0Fu) << 12 | (b(1) & 0x3Fu) << 6 | (b(2) & 0x3Fu) : code_point(s, at);
  }
};

/// A sign in one number: its place is lowest.
using PackedSign = std::uint64_t;
constexpr PackedSign packed(SignAt s) { return std::bit_cast<PackedSign>(s); }
static_assert(packed({1, Sign(), 0, 0}) == 1 && packed({0, Sign(), 1, 0}) > 0xFFFFFFFF);

/// Puts a sign down in one move.
inline void put(SignAt* to, PackedSign sign) { std::memcpy(static_cast<void*>(to), &sign, sizeof sign); }

/// What several signs are together (see `Sign::operator|=`).
class SignSum {
 public:
  void add(PackedSign sign) { all_ |= sign; }
  [[nodiscard]] Sign kinds() const { return std::bit_cast<SignAt>(all_).sign; }
  [[nodiscard]] std::uint8_t suspicions() const { return std::bit_cast<SignAt>(all_).suspicious; }
  [[nodiscard]] bool suspicious() const { return suspicions() != no_suspicion; }

 private:
  PackedSign all_ = 0;
};

inline SignSum sum_of(std::span<const SignAt> signs) {
  SignSum sum;
  for (const SignAt& s : signs) sum.add(packed(s));
  return sum;
}

/// Of signs from `first` on, which have the end of a line among them: those in front of it come to count from byte
/// `begin` on, and are added to `sum`. Gives the end of the line, which stays as it is.
inline SignAt* move_line(SignAt* first, std::uint32_t begin, SignSum& sum) {
  constexpr PackedSign line_end = packed({0, Sign(U'\n'), 0, 0}) & ~packed({0, Sign(U' '), 0, 0});
  for (;; ++first) {
    const PackedSign sign = packed(*first);
    if ((sign & line_end) != 0) return first;
    sum.add(sign);
    put(first, sign - begin);
  }
}

/// The first sign at byte `at` or behind it.
inline const SignAt* first_sign(std::span<const SignAt> signs, std::size_t at) {
  const SignAt* first = signs.data();
  std::size_t left = signs.size();
  if (left == 0 || first->at >= at) return first;
  // without branches: where a range begins among the signs of its text is nothing that could be foreseen
  while (left > 1) {
    const std::size_t half = left / 2;
    first += first[half - 1].at < at ? half : 0;
    left -= half;
  }
  return first + (first->at < at ? 1 : 0);
}

/// The signs of bytes `where`; their places count from the start of the text all the same.
inline std::span<const SignAt> signs_in(std::span<const SignAt> signs, Range where) {
  if (signs.empty()) return signs;
  const SignAt* const begin = first_sign(signs, where.begin);
  const SignAt* const last = signs.data() + signs.size();
  const SignAt* const end = signs.back().at < where.end ? last : first_sign({begin, last}, where.end);
  return {begin, end < begin ? begin : end};
}

/// Whether bytes `[begin, end)` have all of the signs, which are some.
inline bool holds(std::size_t begin, std::size_t end, std::span<const SignAt> signs) {
  return signs.front().at >= begin && signs.back().at < end;
}

/// The signs of a line but for the TAB or the few blanks in front of a cell or a paragraph, or the bar behind it and a
/// blank there: mostly those of the cell.
inline std::span<const SignAt> signs_of_cell(std::span<const SignAt> signs, std::size_t begin, std::size_t end) {
  const SignAt* first = signs.data();
  const SignAt* last = first + signs.size();
  constexpr int most_blanks = 4;
  for (int i = 0; i < most_blanks && first < last && first->at < begin; ++i) ++first;
  if (first < last && last[-1].at >= end) --last;
  if (first < last && last[-1].at >= end) --last;
  return {first, last};
}

/// One of them is the end of a line.
inline bool has_line_end(std::span<const SignAt> signs) {
  for (const SignAt& c : signs) {
    if (c.sign.line_end()) return true;
  }
  return false;
}

/// A text and its signs, ascending. Nothing is owned.
struct Scanned {
  std::string_view text;
  std::span<const SignAt> signs;

  [[nodiscard]] std::span<const SignAt> in(Range where) const { return signs_in(signs, where); }
};

/// A growing list of signs.
class SignList : public PlainList<SignAt> {
 public:
  operator std::span<const SignAt>() const { return view(); }  // NOLINT: what a list of them is

  /// Appends signs of another text, which stand `shift` bytes further on in this one (modulo 2^32).
  void append(std::span<const SignAt> signs, std::uint32_t shift) {
    room(signs.size());
    append_within(signs, shift);
  }
  /// The same where there is room.
  void append_within(std::span<const SignAt> signs, std::uint32_t shift) {
    SignAt* const to = behind();
    std::size_t i = 0;
#if defined(__SSE2__)
    const __m128i more = _mm_set_epi32(0, static_cast<int>(shift), 0, static_cast<int>(shift));
    for (; i + 2 <= signs.size(); i += 2) {
      const __m128i two = _mm_loadu_si128(reinterpret_cast<const __m128i*>(signs.data() + i));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to + i), _mm_add_epi32(two, more));
    }
#endif
    for (; i < signs.size(); ++i) {
      put(to + i, packed(signs[i]));
      to[i].at += shift;
    }
    take(signs.size());
  }
};

/// Appends the signs of `s` (UTF-8; other bytes give others). Their places begin at `base`.
void find_signs(std::string_view s, std::uint32_t base, SignList& out);

/// The sign that closes the bracket or quote which opens at sign `open`, or npos. Only brackets less than `limit`
/// bytes behind it are looked at.
[[nodiscard]] std::size_t closing_sign(std::span<const SignAt> signs, std::size_t open, std::size_t limit);

/// Memory for the signs of a text that does not come with them.
class Scan {
 public:
  explicit Scan(std::string_view s) : text_(s) { find_signs(s, 0, signs_); }
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  [[nodiscard]] Scanned view() const { return {text_, signs_}; }
  operator Scanned() const { return view(); }  // NOLINT: a scan is what it is made for

 private:
  std::string_view text_;
  SignList signs_;
};

}  // namespace fenjie::text
