#include "field/date_tokens.hpp"

#include <algorithm>
#include <span>

namespace fenjie::field {

using grammar::Words;

bool DateTokens::Numbers::are_short() const {
  return std::ranges::all_of(std::span(list).first(size), [](const Number& n) { return n.digits <= 2; });
}

bool DateTokens::Numbers::lie_within(int least, int most) const {
  return std::ranges::all_of(std::span(list).first(size),
                             [&](const Number& n) { return n.value >= least && n.value <= most; });
}

void DateTokens::begin(std::string_view text) {
  text_ = text;
  pos_ = 0;
  looked_at_ = run_at_ = numbers_.begin = nowhere;
}

bool DateTokens::accept_word(Words w, int* value) {
  if (behind_blanks_ == text_.size()) return false;
  const auto m = vocabulary_->words(w).prefix(text_, behind_blanks_, first_);
  if (!m || m->value < 0) return false;
  pos_ = behind_blanks_ + m->length;
  if (value != nullptr) *value = m->value;
  return true;
}

bool DateTokens::accept_separator() {
  if (peek() == U'、') {
    pos_ = text::next(text_, pos_);
    return true;
  }
  return accept(Words::date_joiner);
}

const std::optional<NumeralRun>& DateTokens::run(std::size_t at) {
  if (run_at_ != at) {
    run_ = read_run(text_, at, *vocabulary_);
    run_at_ = at;
  }
  return run_;
}

bool DateTokens::accept_number(Number& out) {
  std::size_t at = pos_;
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
  const auto& found = run(at);
  if (!found || found->form == NumeralForm::sign || found->amount || found->value > 9999) return false;
  out = {static_cast<int>(found->value), static_cast<int>(found->digits), found->form == NumeralForm::arabic, false};
  pos_ = found->end;
  return true;
}

void DateTokens::read_numbers(Numbers& out) {
  const std::size_t start = pos_;
  out.ordinal = accept(Words::ordinal);
  for (bool range = false; accept_number(out.list[out.size]);) {
    if (range) out.list[out.size - 1].range_to_next = true;
    out.end = pos_;
    if (++out.size == Numbers::capacity) break;
    range = accept(Words::range_sign);
    if (!range && !accept_separator()) break;
    accept(Words::ordinal);
  }
  pos_ = start;
}

bool DateTokens::accept_behind(const Numbers& numbers, Words w) {
  const std::size_t start = pos_;
  if (numbers.size == 0) return false;
  pos_ = numbers.end;
  if (accept(w)) return true;
  pos_ = start;
  return false;
}

bool DateTokens::at_stop() const {
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

std::size_t DateTokens::skip_blanks(std::size_t at) const {
  while (at < text_.size()) {
    const char32_t c = text::code_point(text_, at);
    if (c == '\n' || !text::is_space(c)) break;
    at = text::next(text_, at);
  }
  return at;
}

}  // namespace fenjie::field
