#include "field/date_signs.hpp"

#include <cstring>

#include "text/utf8.hpp"

namespace fenjie::field {

using grammar::CharacterSet;
using grammar::Words;

DateSigns::DateSigns(const Vocabulary& v) {
  for (const Words w : {Words::year_sign, Words::month_sign, Words::quarter}) take_signs(v, w);
  take_numerals(v);
  take_neighbours(v);
}

std::shared_ptr<const DateSigns> DateSigns::of(const Vocabulary& vocabulary) {
  thread_local std::shared_ptr<const DateSigns> last;
  thread_local std::uint64_t serial = 0;
  if (!last || serial != vocabulary.serial()) last = std::make_shared<const DateSigns>(vocabulary);
  serial = vocabulary.serial();
  return last;
}

// The words of one character.
void DateSigns::take_signs(const Vocabulary& v, Words w) {
  for (const auto& entry : v.words(w).entries()) {
    if (entry.word.size() != bytes || count_ == signs_.size()) continue;
    std::memcpy(signs_[count_++].bytes, entry.word.data(), bytes);
    sieve_.add(static_cast<unsigned char>(entry.word[1]), static_cast<unsigned char>(entry.word[2]));
  }
}

void DateSigns::take_numerals(const Vocabulary& v) {
  numerals_ = CharacterSet::digits();
  for (const Words w : {Words::han_digit, Words::han_unit, Words::han_count}) {
    for (const auto& entry : v.words(w).entries()) numerals_.add(CharacterSet::first(entry.word, 0));
  }
  before_numbers_ = numerals_;
  for (const std::string_view c : {" ", "\t", "、"}) before_numbers_.add(CharacterSet::first(c, 0));
  for (const Words w : {Words::range_sign, Words::roc_era, Words::ordinal}) {
    for (const auto& entry : v.words(w).entries()) before_numbers_.add(CharacterSet::last(entry.word));
  }
}

void DateSigns::take_neighbours(const Vocabulary& v) {
  before_ = numerals_;
  before_.add(' '), before_.add('\t');  // `5 月`
  for (const Words w : {Words::half, Words::relative_year, Words::whole_year, Words::recurring}) {
    for (const auto& [word, value] : v.words(w).entries()) {
      if (word.size() < bytes || !at(word, word.size() - bytes)) continue;
      if (word.size() == bytes) before_ = CharacterSet::all();
      else before_.add(CharacterSet::last(word.substr(0, word.size() - bytes)));
    }
  }
  for (const auto& entry : v.words(Words::quarter_word).entries()) before_.add(CharacterSet::first(entry.word, 0));
  for (const Words w : {Words::year_end, Words::whole_year}) {
    for (const auto& [word, value] : v.words(w).entries()) {
      if (word.size() < bytes || !at(word, 0)) continue;
      if (word.size() == bytes) behind_ = before_ = CharacterSet::all();
      else behind_.add(CharacterSet::first(word, bytes));
    }
  }
}

bool DateSigns::at(std::string_view text, std::size_t at) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (std::memcmp(text.data() + at, signs_[i].bytes, bytes) == 0) return true;
  }
  return false;
}

}  // namespace fenjie::field
