#include "field/date_words.hpp"

#include "text/utf8.hpp"

namespace fenjie::field {

using grammar::CharacterSet;
using grammar::Words;

LoneWords::LoneWords(const grammar::WordMap& list) {
  const grammar::WordTable& table = list.table();
  std::size_t count = 0;
  for (const auto& row : table.rows) {
    const std::string_view word = table.pool.substr(row.at, row.length);
    const std::size_t second = text::next(word, 0);
    if (second < word.size()) {
      second_.add(CharacterSet::first(word, second));
    } else if (word.size() == ideograph_bytes && count < words_.size()) {
      words_[count++] = {ideograph_code(word.data()), row.value};
    }
  }
}

const DateWords& DateWords::of(const grammar::Vocabulary& vocabulary) {
  thread_local constinit DateWords last;
  thread_local constinit std::uint64_t serial = 0;  // of no vocabulary
  if (serial != vocabulary.serial()) {
    const auto lone = [&](Words w) { return LoneWords(vocabulary.words(w)); };
    last = {lone(Words::year_sign), lone(Words::month_sign), lone(Words::day_sign), lone(Words::month_part),
            lone(Words::before)};
    serial = vocabulary.serial();
  }
  return last;
}

}  // namespace fenjie::field
