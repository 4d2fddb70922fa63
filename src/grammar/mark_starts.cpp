#include "grammar/mark_starts.hpp"

#include <algorithm>

#include "grammar/vocabulary.hpp"

namespace fenjie::grammar {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view wide_digits = "\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19";

// Gives the text from each of its characters on.
template <typename Take>
void for_each_character(std::string_view s, Take take) {
  for (std::size_t i = 0; i < s.size(); i = text::next(s, i)) take(s.substr(i));
}

// `（一）`, `第一章`: one character, then a figure in words or digits.
bool opens_with_one(const Numbering& n) {
  return (n.numeral == Numeral::arabic || n.numeral == Numeral::han) && !n.before.empty() &&
         std::ranges::all_of(n.before, [](const std::string& b) { return text::next(b, 0) == b.size(); });
}

// `任务一：`, `具体目标1：`: a word, then a figure in words or digits.
bool opens_with_word(const Numbering& n) {
  return (n.numeral == Numeral::arabic || n.numeral == Numeral::han) && !n.before.empty() &&
         std::ranges::all_of(n.before, [](const std::string& b) { return text::next(b, 0) < b.size(); });
}

}  // namespace

MarkStarts::MarkStarts(std::span<const Numbering> numberings, std::string_view han_characters) {
  const CharacterSet arabic = CharacterSet::digits(), han = CharacterSet::of(han_characters);
  for_each_character(han_characters, [this](std::string_view s) { ideographs_.add(text::first_code_point(s)); });
  inner_.add(arabic);
  inner_.add(han);
  inner_.add(' ');
  std::uint64_t in_digits = 0, in_words = 0;  // numberings that begin so
  for (std::size_t i = 0; i < numberings.size(); ++i) {
    const Numbering& n = numberings[i];
    const std::uint64_t bit = std::uint64_t{1} << std::min(i, last_bit);
    for (const std::string& b : n.before) {
      ideographs_.add(text::first_code_point(b));
      if (!b.empty()) add(b, bit);
    }
    if (n.before.empty() && n.numeral == Numeral::arabic) in_digits |= bit;
    if (n.before.empty() && n.numeral == Numeral::han) in_words |= bit;
    const bool sign = n.numeral == Numeral::circled || n.numeral == Numeral::dotted || n.numeral == Numeral::roman;
    if (sign && n.before.empty()) signs_ |= bit;
    if (n.rank < 3 || i >= last_bit) outer_ |= bit;
    if (i < last_bit && opens_with_one(n)) opened_ |= bit;
    if (i < last_bit && opens_with_word(n)) add_words(n), named_ |= bit;
  }
  guarded_ = opened_ | named_;
  for (const std::string_view all : {digits, wide_digits}) {
    for_each_character(all, [&](std::string_view s) { add(s, in_digits); });
  }
  for_each_character(han_characters, [&](std::string_view s) { add(s, in_words); });
  find_closings(numberings, han_characters);
}

void MarkStarts::add_words(const Numbering& n) {
  third_.add(inner_);
  for (const std::string& word : n.before) {
    const std::size_t second = text::next(word, 0), third = text::next(word, second);
    second_.add(CharacterSet::first(word, second));
    if (third < word.size()) third_.add(CharacterSet::first(word, third));
  }
}

void MarkStarts::find_closings(std::span<const Numbering> numberings, std::string_view han_characters) {
  CharacterSet shared;  // closes several, or begins something longer
  for (std::size_t i = 0; i < numberings.size(); ++i) {
    const Numbering& n = numberings[i];
    if (n.numeral != Numeral::arabic || !n.before.empty()) continue;
    if (n.after.empty()) closings_ = CharacterSet::all();
    for (const std::string& closing : n.after) {
      if (closing.empty()) closings_ = CharacterSet::all();
      if (closing.empty()) continue;
      const std::uint32_t place = CharacterSet::first(closing, 0);
      closings_.add(place);
      if (i >= last_bit) continue;
      if (closed_by_[place].sign != 0 || text::next(closing, 0) < closing.size()) shared.add(place);
      closed_by_[place] = {text::first_code_point(closing), static_cast<std::uint16_t>(i),
                           static_cast<std::uint16_t>(closing.size())};
    }
  }
  shared.for_each([&](std::uint32_t place) { closed_by_[place] = {}; });
  // others that open with a digit might read on
  const auto opens_with_digit = [&](const Numbering& n) {
    if (n.before.empty())
      return n.numeral == Numeral::han && han_characters.find_first_of(digits) != han_characters.npos;
    return std::ranges::any_of(n.before,
                               [](const std::string& b) { return !b.empty() && digits.find(b[0]) != digits.npos; });
  };
  if (std::ranges::any_of(numberings, opens_with_digit)) closed_by_.fill({}), closings_ = CharacterSet::all();
}

}  // namespace fenjie::grammar
