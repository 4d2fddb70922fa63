// Words for the year in force or a part of it: `上半年`, `首季度`, `年底`, `年内`.
#pragma once

#include "field/date_reader.hpp"

namespace fenjie::field {

/// Goes past such a word and adds it. `tokens.accept` goes past a word of a list and gives its value.
template <class Tokens>
bool read_year_word(Tokens& tokens, int year, DateExpression& out) {
  using grammar::Words;
  int value = 0;
  DatePoint point{year, Grain::year};
  if (tokens.accept(Words::half, &value)) {
    point = {year, Grain::half, value, 0};
  } else if (tokens.accept(Words::quarter_word, &value)) {
    point = {year, Grain::quarter, value, 0};
  } else if (tokens.accept(Words::year_end, &value)) {
    point = {year, Grain::month, 12, 0};
    out.ended = true;
    out.short_word = value == 0;
  } else if (tokens.accept(Words::whole_year, &value)) {
    out.ended = value == 1;
    out.extent = value == 0;
  } else {
    return false;
  }
  out.value.add(point);
  return true;
}

}  // namespace fenjie::field
