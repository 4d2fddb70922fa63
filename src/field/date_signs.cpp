#include "field/date_signs.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fenjie::field {

using grammar::CharacterSet;
using grammar::Classes;
using grammar::Words;

namespace {

// Words that begin with a digit, and nothing else does.
bool begins_digits_alone(Classes begins) {
  constexpr Classes digits{Words::han_digit, Words::han_legal};
  constexpr Classes others{Words::han_unit, Words::han_myriad, Words::han_count, Words::year_sign, Words::month_sign,
                           Words::day_sign, Words::roc_era, Words::relative_year, Words::plan_period,
                           Words::year_end, Words::whole_year, Words::half, Words::ordinal, Words::quarter,
                           Words::quarter_word, Words::range_sign, Words::date_joiner};
  return begins.any(digits) && !begins.any(others);
}

// Calls `take(word, value)` for each word of a list.
template <typename Take>
void each_word(const grammar::Vocabulary& v, Words w, Take take) {
  const grammar::WordTable& table = v.words(w).table();
  for (const auto& row : table.rows) take(table.pool.substr(row.at, row.length), row.value);
}

}  // namespace

DateSigns::DateSigns(const Vocabulary& v) {
  for (const Words w : {Words::year_sign, Words::month_sign, Words::quarter}) take_signs(v, w);
  take_neighbours(v);
  take_year_words(v);
  take_digits(v);
  take_extents(v);
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
  each_word(v, w, [&](std::string_view word, int) {
    if (word.size() != bytes || count_ == signs_.size()) return;
    const Classes begins = v.classes().starts(word);
    const bool of_years =
        begins.has(Words::year_sign) && !begins.any({Words::month_sign, Words::quarter, Words::day_sign});
    signs_[count_++] = {ideograph_code(word.data()), of_years, !begins.any({Words::half, Words::quarter_word})};
    sieve_.add(static_cast<unsigned char>(word[1]), static_cast<unsigned char>(word[2]));
  });
}

void DateSigns::mark(const CharacterSet& characters, unsigned as) {
  characters.for_each([&](std::uint32_t bit) { before_[bit] = static_cast<std::uint8_t>(before_[bit] | as); });
}

// Of the words that end with a sign what stands before it, which may be nothing.
template <typename Take>
void DateSigns::each_before_sign(const Vocabulary& v, Words w, Take take) const {
  each_word(v, w, [&](std::string_view word, int) {
    if (word.size() < bytes || at(word, word.size() - bytes) == nullptr) return;
    take(word.substr(0, word.size() - bytes));
  });
}

void DateSigns::take_neighbours(const Vocabulary& v) {
  mark(CharacterSet::digits(), leads | joins);
  for (const Words w : {Words::han_digit, Words::han_unit, Words::han_count}) {
    mark(*v.words(w).table().starts.outermost, leads | joins);
  }
  mark(CharacterSet::of(" \t"), leads | joins);  // `5 月`
  mark(CharacterSet::of("、"), joins);
  for (const Words w : {Words::range_sign, Words::roc_era, Words::ordinal})
    mark(*v.words(w).table().ends.outermost, joins);
  mark(*v.words(Words::quarter_word).table().starts.outermost, leads);
  for (const Words w : {Words::half, Words::relative_year, Words::whole_year, Words::recurring}) {
    const unsigned as = w == Words::recurring ? leads | recurs : leads;
    each_before_sign(v, w, [&](std::string_view rest) {
      mark(rest.empty() ? CharacterSet::all() : CharacterSet::of(rest.substr(text::previous(rest, rest.size()))), as);
    });
  }
}

void DateSigns::take_year_words(const Vocabulary& v) {
  for (const Words w : {Words::year_end, Words::whole_year}) {
    each_word(v, w, [&](std::string_view word, int) {
      if (word.size() < bytes || at(word, 0) == nullptr) return;
      if (word.size() == bytes) behind_ = CharacterSet::all(), mark(CharacterSet::all(), leads);
      else behind_.add(CharacterSet::first(word, bytes));
    });
  }
}

void DateSigns::take_digits(const Vocabulary& v) {
  for (const Words w : {Words::han_digit, Words::han_legal}) {
    v.words(w).table().starts.outermost->for_each([&](std::uint32_t bit) {
      if (begins_digits_alone(v.classes().starts(bit))) digits_.add(bit);
    });
  }
  CharacterSet recurring;  // what makes such a word with the sign alone
  each_before_sign(v, Words::recurring, [&](std::string_view rest) {
    if (rest.empty()) return;
    const std::size_t last = text::previous(rest, rest.size());
    if (last == 0) recurring.add(CharacterSet::last(rest));
    else mark(CharacterSet::of(rest.substr(text::previous(rest, last), last)), counts);  // the last of it, or the two
  });
  each_word(v, Words::han_digit, [&](std::string_view word, int) {
    const bool ideograph = word.size() == bytes && text::is_visible_lead(static_cast<unsigned char>(word[0]));
    const std::uint32_t bit = CharacterSet::first(word, 0);
    if (ideograph && digits_.has(bit) && !recurring.has(bit)) lone_digits_.add(text::first_code_point(word));
  });
}

// `年度`, where no other word begins with the sign that could be read before it, and no longer one goes on so.
void DateSigns::take_extents(const Vocabulary& v) {
  constexpr Classes before{Words::half, Words::quarter_word, Words::ordinal, Words::han_digit, Words::han_unit,
                           Words::han_myriad, Words::han_count, Words::roc_era, Words::relative_year};
  for (const Words w : {Words::before, Words::end_of, Words::range_sign, Words::date_joiner, Words::about, Words::after,
                        Words::since, Words::clock}) {
    behind_extent_.add(*v.words(w).table().starts.outermost);
  }
  each_word(v, Words::whole_year, [&](std::string_view word, int value) {
    if (word.size() != 2 * bytes || value != 0 || v.classes().starts(word).any(before)) return;
    const auto sign = std::ranges::find(signs_, ideograph_code(word.data()), &Sign::code);
    if (sign == signs_.end()) return;
    bool ends_year = false;
    each_word(v, Words::year_end, [&](std::string_view other, int) {
      ends_year = ends_year || other.starts_with(word);
    });
    each_word(v, Words::whole_year, [&](std::string_view other, int) {
      const bool goes_on = other.size() > word.size() && other.starts_with(word);
      if (goes_on) behind_extent_.add(CharacterSet::first(other, word.size()));
    });
    if (!ends_year) sign->extent = ideograph_code(word.data() + bytes);
  });
}

}  // namespace fenjie::field
