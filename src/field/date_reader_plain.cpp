// The plainest dates, by far the most: `6月底前`, `12月31日`, `2024年4月4日`, `年底前`. Where anything stands in or
// behind one that could be read otherwise, it is left to the full reader.
#include "field/date_reader.hpp"
#include "field/date_year_word.hpp"

namespace fenjie::field {

using grammar::Classes;
using grammar::Words;

namespace {

// What the full reader would ask for at these places first: where a word of such a list may stand, it is asked.
constexpr Classes joints{Words::range_sign, Words::date_joiner};
constexpr Classes not_year{Words::range_sign, Words::date_joiner, Words::half, Words::ordinal};
constexpr Classes not_month{Words::range_sign, Words::date_joiner, Words::half,
                            Words::ordinal,    Words::year_sign,   Words::quarter};
constexpr Classes not_month_part{Words::ordinal,    Words::han_digit, Words::han_unit,
                                 Words::han_myriad, Words::han_count, Words::month_vague};
constexpr Classes not_year_word{Words::ordinal,    Words::han_digit, Words::han_unit,     Words::han_myriad,
                                Words::han_count,  Words::roc_era,   Words::relative_year};
constexpr Classes tails{Words::before, Words::end_of, Words::about,      Words::after,
                        Words::since,  Words::clock,  Words::range_sign, Words::date_joiner};
constexpr Classes everything(~std::uint64_t{0});  // of a character that is more than the first of a word

// Walks over a date without blanks. The first character of each place tells of which lists a word may stand there.
class PlainWalk {
 public:
  PlainWalk(std::string_view text, std::size_t at, const grammar::Vocabulary& vocabulary)
      : text_(text), at_(at), vocabulary_(vocabulary) {
    if (!at_digit()) look();
  }

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_digit() const { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }

  struct Number {
    int value = 0, digits = 0;
    [[nodiscard]] bool is_short() const { return digits == 1 || digits == 2; }
  };
  // Of a longer number the first digits: no word stands behind them.
  Number number() {
    Number n;
    for (; at_digit() && n.digits < 4; ++at_, ++n.digits) n.value = n.value * 10 + (text_[at_] - '0');
    look();
    return n;
  }
  // A word of these lists may stand here, or what needs more than a look at words.
  [[nodiscard]] bool may_begin(Classes lists) const { return lists_.any(lists); }
  // Goes past a word of the list.
  bool accept(Words list, int* value = nullptr) {
    if (!lists_.has(list)) return false;
    const auto m = vocabulary_.words(list).prefix(text_, at_, first_);
    if (!m || m->value < 0) return false;
    at_ += m->length;
    if (value != nullptr) *value = m->value;
    look();
    return true;
  }

 private:
  void look() {
    lists_ = {};
    if (at_ == text_.size()) return;
    const bool plain = text::is_visible_lead(static_cast<unsigned char>(text_[at_])) || ends_clause();
    first_ = plain ? grammar::CharacterSet::first(text_, at_) : 0;
    lists_ = plain ? vocabulary_.classes().starts(first_) : everything;
  }
  [[nodiscard]] bool ends_clause() const {
    const char32_t c = text::code_point(text_, at_);
    return c == U'，' || c == U'。' || c == U'；' || c == ',' || c == ';';
  }

  std::string_view text_;
  std::size_t at_;
  const grammar::Vocabulary& vocabulary_;
  std::uint32_t first_ = 0;  // the bit of the character here
  Classes lists_;
};

// The year and the month: `2024年4月`, `6月`.
bool read_month(PlainWalk& walk, DatePoint& point) {
  auto n = walk.number();
  if (n.digits == 4) {
    if (!plausible_year(n.value) || walk.may_begin(not_year) || !walk.accept(Words::year_sign)) return false;
    point.year = n.value;
    n = walk.number();
  }
  point.grain = Grain::month;
  point.part = n.value;
  return n.is_short() && !walk.may_begin(not_month) && walk.accept(Words::month_sign);
}

// The day behind a month, or `底`.
bool read_month_rest(PlainWalk& walk, DatePoint& point, bool& ended) {
  if (walk.at_digit()) {
    const auto day = walk.number();
    point.grain = Grain::day;
    point.day = day.value;
    return day.is_short() && !walk.may_begin(joints) && walk.accept(Words::day_sign);
  }
  if (walk.may_begin(not_month_part)) return false;
  if (!walk.may_begin({Words::month_part})) return true;
  int last = 0;
  if (!walk.accept(Words::month_part, &last)) return false;
  ended = true;
  if (last > 0) point.grain = Grain::day, point.day = last;
  return true;
}

// `前`, and nothing else that belongs to a date.
bool read_tail(PlainWalk& walk, bool& ended) {
  while (!walk.may_begin({Words::end_of}) && walk.accept(Words::before)) ended = true;
  return !walk.may_begin(tails);
}

}  // namespace

// Nothing is kept of an attempt that fails but what `out` holds.
bool DateReader::read_plain(std::size_t at, DateExpression& out) {
  PlainWalk walk(text_, at, *vocabulary_);
  out.clear();
  out.begin = at;
  DatePoint point{year_, Grain::year};
  if (walk.at_digit()) {
    if (!read_month(walk, point) || !read_month_rest(walk, point, out.ended)) return false;
    out.value.add(point);
  } else if (walk.may_begin(not_year_word) || !read_year_word(walk, year_, out)) {
    return false;
  }
  if (!read_tail(walk, out.ended)) return false;
  out.end = walk.at();
  year_ = point.year;
  return true;
}

}  // namespace fenjie::field
