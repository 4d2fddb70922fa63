#include "text/pinyin.hpp"

#include <algorithm>
#include <array>

#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr std::size_t longest_syllable = 6;  // zhuang

struct Marked {
  char32_t letter;
  char plain;
};
constexpr Marked marked[] = {
    {0x101, 'a'}, {0xE1, 'a'},  {0x1CE, 'a'}, {0xE0, 'a'},  {0x113, 'e'}, {0xE9, 'e'},  {0x11B, 'e'},
    {0xE8, 'e'},  {0x12B, 'i'}, {0xED, 'i'},  {0x1D0, 'i'}, {0xEC, 'i'},  {0x14D, 'o'}, {0xF3, 'o'},
    {0x1D2, 'o'}, {0xF2, 'o'},  {0x16B, 'u'}, {0xFA, 'u'},  {0x1D4, 'u'}, {0xF9, 'u'},  {0x1D6, 'v'},
    {0x1D8, 'v'}, {0x1DA, 'v'}, {0x1DC, 'v'}, {0x144, 'n'}, {0x148, 'n'}, {0x1F9, 'n'}, {0x103, 'a'},
    {0x115, 'e'}, {0x12D, 'i'}, {0x14F, 'o'}, {0x16D, 'u'},
};
// U+0251 and U+0261 are the shapes of a and g in schoolbooks.
constexpr Marked unmarked[] = {{0xFC, 'v'}, {0x251, 'a'}, {0x261, 'g'}, {0xEA, 'e'}};

constexpr char32_t last_letter = 0x261;

// The plain letter of each Latin letter that pinyin has, with 0x80 where it bears a tone mark; else 0.
constexpr auto plain_letters = [] {
  std::array<unsigned char, last_letter + 1> table{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = c;
  for (const Marked& m : unmarked) table[m.letter] = static_cast<unsigned char>(m.plain);
  for (const Marked& m : marked) table[m.letter] = static_cast<unsigned char>(m.plain | 0x80);
  return table;
}();

// Letters as one number, so that a syllable is looked up in a few steps.
constexpr std::uint64_t pack(std::string_view letters) {
  std::uint64_t packed = 0;
  for (const char c : letters) packed = packed << 8 | static_cast<unsigned char>(c);
  return packed;
}

constexpr auto finals = [] {
  constexpr std::string_view all[] = {"a",   "o",  "e",   "i",   "u",    "v",   "ai",   "ei", "ao",
                                      "ou",  "an", "en",  "ang", "eng",  "ong", "er",   "ia", "ie",
                                      "iao", "iu", "ian", "in",  "iang", "ing", "iong", "ua", "uo",
                                      "uai", "ui", "uan", "un",  "uang", "ue",  "ve",   "n",  "ng"};
  std::array<std::uint64_t, std::size(all)> packed{};
  std::transform(std::begin(all), std::end(all), packed.begin(), pack);
  std::sort(packed.begin(), packed.end());
  return packed;
}();

constexpr auto is_initial = [] {
  std::array<bool, 256> initial{};
  for (const char c : std::string_view("bpmfdtnlgkhjqxrzcsyw")) initial[static_cast<unsigned char>(c)] = true;
  return initial;
}();

bool is_final(std::string_view s) { return std::binary_search(finals.begin(), finals.end(), pack(s)); }

}  // namespace

Syllable read_letters(std::string_view text, std::size_t at) {
  Syllable s;
  const std::size_t begin = at;
  while (at < text.size() && s.size <= longest_syllable) {
    const char32_t c = code_point(text, at);
    const unsigned plain = c <= last_letter ? plain_letters[c] : 0;
    if (plain == 0) break;
    s.plain[s.size++] = static_cast<char>(plain & 0x7F);
    s.tone_marks += plain >= 0x80;
    at = next(text, at);
  }
  s.bytes = s.size <= longest_syllable ? at - begin : 0;
  return s;
}

bool is_syllable(std::string_view letters) {
  if (letters.empty() || letters.size() > longest_syllable) return false;
  if (is_initial[static_cast<unsigned char>(letters[0])]) {
    const bool two =
        letters.size() > 1 && letters[1] == 'h' && (letters[0] == 'z' || letters[0] == 'c' || letters[0] == 's');
    if (is_final(letters.substr(two ? 2 : 1))) return true;
  }
  return is_final(letters);  // n and ng, too
}

std::size_t end_of_reading(std::string_view text, std::size_t at, Syllable& syllable) {
  syllable = read_letters(text, at);
  if (!is_reading(syllable)) return 0;
  at += syllable.bytes;
  if (at < text.size() && text[at] == ' ') ++at;
  const std::size_t n = close_bracket(text, at);
  return n == 0 ? 0 : at + n;
}

}  // namespace fenjie::text
