#include "field/date_search.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace fenjie::field {

using grammar::CharacterSet;
using grammar::Words;

namespace {

constexpr std::array numeral_lists{Words::han_digit, Words::han_unit, Words::han_count};
constexpr std::size_t most_numeral = 12;  // code points of one number, backwards
constexpr int most_numbers = 4;   // numbers before one sign: `9、10、11月`

// Whether a numeral begins with the last character before byte `end`.
bool ends_in_numeral(std::string_view text, std::size_t end, const grammar::Vocabulary& v) {
  const auto last = static_cast<unsigned char>(text[end - 1]);
  if (last < 0x80) return text::is_digit(last);
  const auto may = v.classes().starts(CharacterSet::last(text.substr(0, end)));
  if (may.any({numeral_lists[0], numeral_lists[1], numeral_lists[2]})) {
    const auto begins = [&](Words w) { return v.words(w).prefix(text, text::previous(text, end)).has_value(); };
    if (std::ranges::any_of(numeral_lists, begins)) return true;
  }
  const bool may_be_wide = last >= 0x90 && last <= 0x99;  // `１` is EF BC 91
  return may_be_wide && text::is_digit(text::last_code_point(text.substr(0, end)));
}

// The end of `text` before byte `at`, without blanks.
std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at;
}

bool ends_sentence(std::string_view text) {
  const char32_t c = text::last_code_point(text);
  return c == '\n' || c == U'。' || c == U'；' || c == ';' || c == U'：' || c == ':';
}

// `3.` before `5月`: the number has begun earlier.
bool ends_in_point(std::string_view s) {
  return s.size() > 1 && (s.back() == '.' || s.back() == ',') &&
         text::is_digit(static_cast<unsigned char>(s[s.size() - 2]));
}

}  // namespace

DateFinder::DateFinder(const grammar::Vocabulary& vocabulary)
    : vocabulary_(vocabulary), signs_(DateSigns::of(vocabulary)), reader_({}, {}, vocabulary) {}

void DateFinder::begin(std::string_view text, const DateContext& context) {
  text_ = text;
  context_ = context;
  pos_ = floor_ = place_ = 0;
  started_ = false;
  signs_->find_all(text, places_);
}

bool DateFinder::next_of(FoundDate& found, bool by_short_look) {
  while (place_ < places_.size()) {
    const std::uint32_t second_byte = places_[place_++];
    if (second_byte == 0 || second_byte - 1 < pos_) continue;
    Candidate c{second_byte - 1, signs_->at(text_, second_byte - 1)};
    if (c.sign == nullptr) continue;
    if (by_short_look) {
      const unsigned before = signs_->before(text_, c.at);
      c.led = (before & DateSigns::leads) != 0;
      c.recurs = (before & DateSigns::recurs) != 0;
      if (before == 0 && signs_->is_extent(*c.sign, text_, c.at)) {
        pos_ = floor_ = c.end() + DateSigns::bytes;
        continue;
      }
    }
    if ((!by_short_look || signs_->may_be_dated(*c.sign, c.led, text_, c.at, floor_)) &&
        try_at(c, found, by_short_look)) {
      floor_ = pos_;
      return true;
    }
    pos_ = floor_ = std::max(pos_, c.end());
  }
  return false;
}

bool DateFinder::try_at(const Candidate& c, FoundDate& found, bool by_short_look) {
  if (!started_) reader_.begin(text_, context_);
  started_ = true;
  return (c.recurs && try_recurring(c, found)) || try_once(c, found, by_short_look);
}

// `每年6月底前`, `每月10日前`, `每季度末`. A word of value 1 has its end in it.
bool DateFinder::try_recurring(const Candidate& c, FoundDate& found) {
  const auto& words = vocabulary_.words(Words::recurring);
  const std::size_t start = before_word(Words::recurring, c.end());
  if (start == c.end()) return false;
  const auto word = words.prefix(text_, start);
  const std::size_t after = start + word->length;
  std::size_t end = word->value == 1 ? after : std::string_view::npos;
  if (const std::size_t day = reader_.read_day(after); day != std::string_view::npos) {
    end = day;
  } else if (reader_.read(after, expression_)) {
    if (expression_.value.valid() && !expression_.value.whole_years()) end = expression_.end;
  } else if (const auto tail = vocabulary_.words(Words::before).prefix(text_, after);
             tail && word->value == 1) {
    end = after + tail->length;
  }
  if (end == std::string_view::npos) return false;
  found = {start, end, DeadlineKind::recurring, {}, false};
  pos_ = end;
  return true;
}

bool DateFinder::try_once(const Candidate& c, FoundDate& found, bool by_short_look) {
  const int year = reader_.year_in_force();
  std::size_t start = c.led ? start_of(c, by_short_look) : c.at;
  if (start == std::string_view::npos) return false;
  if (!(c.led ? reader_.read(start, expression_) : read_word(c))) return false;
  pos_ = std::max(pos_, expression_.end);
  if (expression_.end <= c.at || !counts(start)) {
    reader_.set_year_in_force(year);
    return false;
  }
  due_.clear();
  append_edtf(due_, expression_.value, expression_.about ? '~' : char{0});
  found = {start, expression_.end, expression_.about ? DeadlineKind::tentative : DeadlineKind::date, due_,
           expression_.value.year_missing()};
  return true;
}

// `6月`, `2024年`: where digits begin with which the date does, or npos.
std::size_t DateFinder::start_of_digits(std::size_t sign) const {
  std::size_t at = sign;
  while (at > floor_ && sign - at < most_numeral && text_[at - 1] >= '0' && text_[at - 1] <= '9') --at;
  const bool whole = at < sign && sign - at < most_numeral && (signs_->before(text_, at) & DateSigns::joins) == 0;
  return whole ? at : std::string_view::npos;
}

// `六月`: the same of a numeral of one character.
std::size_t DateFinder::start_of_numeral(std::size_t sign) const {
  if (sign < floor_ + 3 || !text::is_visible_lead(static_cast<unsigned char>(text_[sign - 3])))
    return std::string_view::npos;
  const bool lone =
      ends_in_numeral(text_, sign, vocabulary_) && (signs_->before(text_, sign - 3) & DateSigns::joins) == 0;
  return lone ? sign - 3 : std::string_view::npos;
}

// Where the expression with this sign begins, or npos: at its numbers, or at a word with the sign in it.
std::size_t DateFinder::start_of(const Candidate& c, bool by_short_look) const {
  if (by_short_look) {
    std::size_t lone = start_of_digits(c.at);
    if (lone == std::string_view::npos) lone = start_of_numeral(c.at);
    if (lone != std::string_view::npos) return unless_duration(c, lone);
  }
  const std::size_t start = before_numerals(c.at);
  if (start == c.at) return start_of_word(c.at);
  const auto ends = vocabulary_.classes().ends(text_.substr(0, start));
  const bool led = ends.any({Words::roc_era, Words::ordinal});
  const std::size_t begin = led ? before_word(Words::roc_era, before_word(Words::ordinal, start)) : start;
  return begin == start ? unless_duration(c, start) : begin;
}

// `三年行动`: one digit before the sign of a year is a number of years and no year, unless other words begin there, or
// the digit goes on a list.
std::size_t DateFinder::unless_duration(const Candidate& c, std::size_t start) const {
  return signs_->is_duration(*c.sign, text_, start, c.at) ? std::string_view::npos : start;
}

// `年底`, `年内`
bool DateFinder::begins_word(std::size_t sign) const {
  return vocabulary_.words(Words::year_end).prefix(text_, sign) ||
         vocabulary_.words(Words::whole_year).prefix(text_, sign);
}

// Reads `年底` and nothing that does not begin so.
bool DateFinder::read_word(const Candidate& c) {
  if (c.sign->begins_year && reader_.read_plain(c.at, expression_)) return true;
  return begins_word(c.at) && reader_.read(c.at, expression_);
}

// A word with the sign in it: `今年`, `上半年`, `年底`, `首季度`.
std::size_t DateFinder::start_of_word(std::size_t sign) const {
  const std::size_t sign_end = sign + DateSigns::bytes;
  if (const std::size_t start = before_word(Words::half, sign_end); start < sign_end) return before_numerals(start);
  for (const Words w : {Words::relative_year, Words::whole_year}) {
    if (const std::size_t start = before_word(w, sign_end); start < sign_end) return start;
  }
  if (begins_word(sign)) return sign;
  if (sign > 0) {
    const std::size_t before = text::previous(text_, sign);
    if (vocabulary_.words(Words::quarter_word).prefix(text_, before)) return before;
  }
  return std::string_view::npos;
}

// Where a word of the list begins that ends before byte `end`; `end` where there is none.
std::size_t DateFinder::before_word(Words w, std::size_t end) const {
  const auto m = vocabulary_.words(w).suffix(text_.substr(0, end));
  return m ? end - m->length : end;
}

// Back over the numbers before a sign: `2024 年`, `3-4月`, `9、10月`. A number that opens a sentence and
// has 、 after it (`2、6月底前…`) is that of an item and no month.
std::size_t DateFinder::before_numerals(std::size_t at) const {
  std::size_t start = before_number(skip_blanks_back(text_, at), at);
  for (int n = 1; n < most_numbers && start < at; ++n) {
    const std::string_view before = text_.substr(0, skip_blanks_back(text_, start));
    const bool listed = before.ends_with("、");
    const auto range = listed ? std::nullopt : vocabulary_.words(Words::range_sign).suffix(before);
    if (!listed && !range) break;
    const std::size_t end = listed ? text::previous(text_, before.size()) : before.size() - range->length;
    const std::size_t numeral = before_number(end, end);
    if (numeral == end || (listed && ends_sentence(text_.substr(0, numeral)))) break;
    start = numeral;
  }
  return start;
}

// Back over the numeral that ends before byte `end`; `none` where there is none.
std::size_t DateFinder::before_number(std::size_t end, std::size_t none) const {
  std::size_t at = end;
  for (std::size_t i = 0; i < most_numeral && at > floor_ && ends_in_numeral(text_, at, vocabulary_); ++i) {
    at = text::previous(text_, at);
  }
  return at == end ? none : at;
}

// Whether the expression read is a date that something is due by; see the header. A word like 到 that
// makes a bare year one becomes part of it.
bool DateFinder::counts(std::size_t& start) const {
  const DateExpression& e = expression_;
  if (e.past || e.after || e.extent || !e.value.valid()) return false;
  const std::string_view before = text_.substr(0, skip_blanks_back(text_, start));
  if (context_.year && e.value.ends_before(*context_.year) && !e.value.year_missing()) return false;
  if (e.short_word && !vocabulary_.words(Words::before).suffix(text_.substr(0, e.end))) return false;
  if (e.cumulative && !e.ended) return false;
  if (vocabulary_.words(Words::not_deadline).suffix(before)) return false;
  if (ends_in_point(text_.substr(0, start))) return false;
  if (!e.value.whole_years() || e.ended) return true;
  if (e.value.open) return false;
  const auto lead = vocabulary_.words(Words::date_lead).suffix(before);
  if (lead && lead->value == 1) {
    start = before.size() - lead->length;
    return true;
  }
  return vocabulary_.words(Words::achievement).prefix(text_, e.end).has_value();
}

}  // namespace fenjie::field
