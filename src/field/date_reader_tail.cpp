// What may follow a date and belongs to it.
#include <algorithm>

#include "field/date_reader.hpp"

namespace fenjie::field {

using grammar::Words;

namespace {

constexpr std::size_t clock_bytes = 32;    // `下午5时30分`
constexpr std::size_t bracket_bytes = 48;  // `（星期五）`, `(11月份)`

// What stands in `17 : 30` beside the words of a clock.
bool is_of_clock(char32_t c) { return c == ':' || c == U'：' || c == ' ' || text::is_digit(c); }

}  // namespace

void DateReader::tail(DateExpression& out) {
  while (tail_word(out)) {
  }
}

bool DateReader::tail_word(DateExpression& out) {
  const auto one_point = [&] { return out.value.count == 1 && !out.value.spans[0].is_range(); };
  if (may_begin({Words::end_of, Words::before, Words::about, Words::after, Words::since})) {
    if (accept(Words::end_of) || accept(Words::before)) return out.ended = true;
    if (accept(Words::about)) return out.about = true;
    if (accept(Words::after)) return out.after = true;
    if (one_point() && accept(Words::since)) return out.value.open = true;
  }
  switch (const char32_t c = peek()) {
    case '(':
    case U'（': return bracket(out);
    default: return (is_of_clock(c) || may_begin({Words::clock})) && clock();
  }
}

// `17时`, `18:00`, `下午5点` between a day and 前.
bool DateReader::clock() {
  const std::size_t start = pos_;
  const std::size_t limit = std::min(text_.size(), pos_ + clock_bytes);
  bool told = false;
  while (pos_ < limit) {
    const char32_t c = peek();
    if (is_of_clock(c)) {
      told = told || c == ':' || c == U'：';
      pos_ = text::next(text_, pos_);
    } else if (accept(Words::clock)) {
      told = true;
    } else {
      break;
    }
  }
  if (told && pos_ > start && text_[pos_ - 1] != ':' && (pos_ == text_.size() || ahead(Words::before)))
    return true;
  pos_ = start;
  return false;
}

// A bracket that narrows the date, `第四季度(11月份)`, or stands before 前, `30日（星期五）前`.
bool DateReader::bracket(DateExpression& out) {
  const std::size_t begin = text::next(text_, pos_);
  const std::string_view near = text_.substr(begin, bracket_bytes);
  const std::size_t length = std::min(near.find(')'), near.find("）"));
  if (length == std::string_view::npos) return false;
  const std::size_t after = text::next(text_, begin + length);
  DateReader inner(near.substr(0, length), {year_ == unknown_year ? std::nullopt : std::optional(year_)},
                   *vocabulary_);
  DateExpression narrow;
  if (out.value.count == 1 && inner.read(0, narrow) && narrow.end == length && narrow.value.valid() &&
      narrow.value.order() <= out.value.order()) {
    out.value = narrow.value;
    out.ended = out.ended || narrow.ended;
  } else if (!vocabulary_->words(Words::before).prefix(text_, after)) {
    return false;
  }
  pos_ = after;
  return true;
}

}  // namespace fenjie::field
