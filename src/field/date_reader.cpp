#include "field/date_reader.hpp"

namespace fenjie::field {

using grammar::Words;

bool DateReader::read(std::size_t at, DateExpression& out) {
  out.clear();
  out.begin = at;
  pos_ = at;
  month_ = 0;
  numbers_.begin = std::string_view::npos;
  const int year_before = year_;
  if (!item(out, false)) return false;
  tail(out);
  while (next_item(out)) tail(out);
  out.end = pos_;
  if (out.past) year_ = year_before;
  return true;
}

std::size_t DateReader::read_day(std::size_t at) {
  Number n;
  pos_ = at;
  if (!number(n) || n.value < 1 || n.value > 31 || !accept(Words::day_sign)) return std::string_view::npos;
  while (accept(Words::before)) {
  }
  return pos_;
}

// Leaves the place and the year as they were when there is no item.
bool DateReader::item(DateExpression& out, bool continued) {
  const std::size_t start = pos_;
  const int year_before = year_;
  const std::size_t count = out.value.count;
  if (read_item(out, continued)) return true;
  pos_ = start;
  year_ = year_before;
  out.value.count = count;
  return false;
}

bool DateReader::read_item(DateExpression& out, bool continued) {
  skip_blanks();
  year_named_ = needs_part_ = false;
  if (numeric(out) || years(out)) return true;
  if (!year(out)) return part(out, false, continued) || plan(out);
  if (part(out, true, false)) return true;
  if (needs_part_) return false;
  out.value.add(DatePoint{year_, Grain::year});
  return true;
}

// `至9月`, `、9月` after a date.
bool DateReader::next_item(DateExpression& out) {
  const std::size_t start = pos_;
  const std::size_t count = out.value.count;
  if (count == 0 || out.value.overflow) return false;
  const bool was_range = out.value.spans[count - 1].is_range();
  if (!was_range && accept(Words::range_sign)) {
    if (item(out, true)) {
      close_range(out.value, count);
      return true;
    }
  } else if (accept_separator() && item(out, true)) {
    return true;
  }
  pos_ = start;
  return false;
}

// Joins the span before `at` with the one there. `11月至3月` ends in the next year.
void DateReader::close_range(DateSet& set, std::size_t at) const {
  if (at >= set.count) return;
  DateSpan& range = set.spans[at - 1];
  DatePoint last = set.spans[at].first;
  const bool backwards = last_day(last) < last_day(range.first);
  if (backwards && !year_named_ && last.year != unknown_year && last.grain != Grain::year) ++last.year;
  range.last = last;
  for (std::size_t i = at; i + 1 < set.count; ++i) set.spans[i] = set.spans[i + 1];
  --set.count;
}

// `7、9`, `3-4`, `第一至三`: numbers at this place that share the sign after them, or null. Goes on past
// them.
const DateReader::Numbers* DateReader::numbers() {
  if (numbers_.begin != pos_) read_numbers(numbers_);
  if (numbers_.size == 0) return nullptr;
  pos_ = numbers_.end;
  return &numbers_;
}

void DateReader::read_numbers(Numbers& out) {
  const std::size_t start = pos_;
  out.begin = start;
  out.size = 0;
  out.ordinal = accept(Words::ordinal);
  if (number(out.list[0])) {
    out.size = 1;
    while (out.size < Numbers::capacity) {
      const std::size_t before = pos_;
      const bool range = accept(Words::range_sign);
      if (!range && !accept_separator()) break;
      accept(Words::ordinal);
      if (!number(out.list[out.size])) {
        pos_ = before;
        break;
      }
      out.list[out.size++ - 1].range_to_next = range;
    }
  }
  out.end = pos_;
  pos_ = start;
}

bool DateReader::number(Number& out) {
  std::size_t at = pos_;
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
  const auto run = read_run(text_, at, *vocabulary_);
  if (!run || run->form == NumeralForm::sign || run->amount || run->value > 9999) return false;
  out = {static_cast<int>(run->value), static_cast<int>(run->digits), run->form == NumeralForm::arabic,
         false};
  pos_ = run->end;
  return true;
}

// Of which classes a word may stand here, after blanks. A date is asked for words of many classes at one place in
// turn: one look tells that most of them need not be searched.
void DateReader::look() {
  const std::size_t start = pos_;
  skip_blanks();
  looked_at_ = start;
  behind_blanks_ = pos_;
  pos_ = start;
  may_begin_ = vocabulary_->classes().starts(text_.substr(behind_blanks_));
}

// A word of the class, after blanks. A word of negative value only looks like one (`前期`).
bool DateReader::accept_word(Words w, int* value) {
  const auto m = vocabulary_->words(w).prefix(text_, behind_blanks_);
  if (!m || m->value < 0) return false;
  pos_ = behind_blanks_ + m->length;
  if (value != nullptr) *value = m->value;
  return true;
}

bool DateReader::accept_separator() {
  if (peek() == U'、') {
    pos_ = text::next(text_, pos_);
    return true;
  }
  return accept(Words::date_joiner);
}

bool DateReader::ahead(Words w) const {
  const auto m = vocabulary_->words(w).prefix(text_, pos_);
  return m && m->value >= 0;
}

bool DateReader::at_stop() const {
  switch (peek()) {
    case 0:
    case '\n':
    case ',':
    case ';':
    case ':':
    case ')':
    case ']':
    case U'，':
    case U'；':
    case U'：':
    case U'。':
    case U'、':
    case U'）':
    case U'】':
    case U'〕': return true;
    default: return false;
  }
}

void DateReader::skip_blanks() {
  while (pos_ < text_.size()) {
    const auto lead = static_cast<unsigned char>(text_[pos_]);
    if ((lead > ' ' && lead < 0x80) || (lead >= 0xE4 && lead <= 0xE9)) return;  // ASCII, ideographs
    const char32_t c = text::code_point(text_, pos_);
    if (c == '\n' || !text::is_space(c)) return;
    pos_ = text::next(text_, pos_);
  }
}

}  // namespace fenjie::field
