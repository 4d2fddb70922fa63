// The plainest dates, by far the most: `6月底前`, `12月31日`, `2024年4月4日`, `2025年`, `年底前`. Where anything stands in or
// behind one that could be read otherwise, it is left to the full reader.
#include <algorithm>

#include "field/date_reader.hpp"
#include "field/date_words.hpp"
#include "field/date_year_word.hpp"

namespace fenjie::field {

using grammar::Classes;
using grammar::Words;

namespace {

// What the full reader would ask for at these places first: where a word of such a list may stand, it is asked.
constexpr Classes joints{Words::range_sign, Words::date_joiner};
constexpr Classes not_year{Words::range_sign, Words::date_joiner, Words::half, Words::ordinal};
constexpr Classes not_lone_year{Words::half,       Words::quarter_word, Words::year_end,  Words::whole_year,
                                Words::end_of,     Words::ordinal,      Words::han_digit, Words::han_unit,
                                Words::han_myriad, Words::han_count};
constexpr Classes not_month{Words::range_sign, Words::date_joiner, Words::half,
                            Words::ordinal,    Words::year_sign,   Words::quarter};
constexpr Classes not_month_part{Words::ordinal,    Words::han_digit, Words::han_unit,
                                 Words::han_myriad, Words::han_count, Words::month_vague};
constexpr Classes not_year_word{Words::ordinal,    Words::han_digit, Words::han_unit,     Words::han_myriad,
                                Words::han_count,  Words::roc_era,   Words::relative_year};
constexpr Classes not_end{Words::before, Words::end_of, Words::range_sign, Words::date_joiner};
constexpr Classes everything(~std::uint64_t{0});  // of a character that is more than the first of a word

// A place of a text.
struct Here {
  Classes lists;            // of which a word may stand here, or `everything`
  std::uint32_t first = 0;  // the bit of the character here
};

// At anything but an ideograph. What ends a clause is looked at like one, the end of the text begins nothing.
[[gnu::noinline]] Here look_at_sign(const char* at, const char* end, const grammar::ClassIndex& classes) {
  if (at == end) return {};
  const std::string_view rest(at, static_cast<std::size_t>(end - at));
  const std::uint32_t first = grammar::CharacterSet::first(rest, 0);
  const char32_t c = text::code_point(rest, 0);
  const bool ends_clause = c == U'，' || c == U'。' || c == U'；' || c == ',' || c == ';';
  return {ends_clause ? classes.starts(first) : everything, first};
}

// The longest word of a list that stands at `at`, by its bytes and its value; none has 0 bytes.
struct Found {
  std::uint32_t bytes = 0;
  int value = 0;
};
[[gnu::noinline]] Found find_word(const grammar::WordMap& list, const char* at, const char* end, std::uint32_t first) {
  const auto m = list.prefix({at, static_cast<std::size_t>(end - at)}, 0, first);
  return m ? Found{static_cast<std::uint32_t>(m->length), m->value} : Found{};
}

// Walks over a date without blanks. The first character of each place tells of which lists a word may stand there.
// Its parts are passed by value to what is called, so that they can stay in registers.
class PlainWalk {
 public:
  PlainWalk(std::string_view text, std::size_t at, const grammar::Vocabulary& vocabulary)
      : at_(text.data() + at), end_(text.data() + text.size()), vocabulary_(vocabulary), here_(look(at_)) {}

  [[nodiscard]] std::size_t at(std::string_view text) const { return static_cast<std::size_t>(at_ - text.data()); }
  [[nodiscard]] bool at_digit() const { return at_ != end_ && is_digit(*at_); }

  struct Number {
    int value = 0, digits = 0;
    [[nodiscard]] bool is_short() const { return digits == 1 || digits == 2; }
  };
  // Of a longer number the first digits: no word stands behind them.
  Number number() {
    Number n;
    for (; at_digit() && n.digits < 4; ++at_, ++n.digits) n.value = n.value * 10 + (*at_ - '0');
    here_ = look(at_);
    return n;
  }
  // A word of these lists may stand here, or what needs more than a look at words.
  [[nodiscard]] bool may_begin(Classes lists) const { return here_.lists.any(lists); }
  // A word of the list stands here.
  [[nodiscard]] bool begins(Words list) const {
    return here_.lists.has(list) && find_word(vocabulary_.words(list), at_, end_, here_.first).bytes != 0;
  }
  // Goes past a word of the list.
  bool accept(Words list, int* value = nullptr) {
    if (!here_.lists.has(list)) return false;
    const Found word = find_word(vocabulary_.words(list), at_, end_, here_.first);
    if (word.bytes == 0 || word.value < 0) return false;
    at_ += word.bytes;
    here_ = look(at_);
    if (value != nullptr) *value = word.value;
    return true;
  }
  // The same by the words of one ideograph in it.
  bool accept(Words list, const LoneWords& lone, int* value = nullptr) {
    if (!here_.lists.has(list)) return false;
    const auto* const word = end_ - at_ < bytes ? nullptr : lone.find(ideograph_code(at_));
    if (word == nullptr) return accept(list, value);
    const Here next = look(at_ + bytes);
    if (at_ + bytes != end_ && lone.may_go_on(next.first)) return accept(list, value);
    if (word->value < 0) return false;
    at_ += bytes;
    here_ = next;
    if (value != nullptr) *value = word->value;
    return true;
  }

 private:
  static constexpr std::ptrdiff_t bytes = ideograph_bytes;

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  [[nodiscard]] Here look(const char* at) const {
    const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
    if (end_ - at >= bytes && text::is_visible_lead(byte(0))) {
      const std::uint32_t first = (byte(1) & 15u) << 6 | (byte(2) & 63u);
      return {vocabulary_.classes().starts(first), first};
    }
    if (at != end_ && is_digit(*at)) return {everything, byte(0)};
    return look_at_sign(at, end_, vocabulary_.classes());
  }

  const char* at_;
  const char* end_;
  const grammar::Vocabulary& vocabulary_;
  Here here_;
};

// The year and the month: `2024年4月`, `6月`; or the year alone.
bool read_year_and_month(PlainWalk& walk, const DateWords& words, DatePoint& point) {
  auto n = walk.number();
  if (n.digits == 4) {
    if (!plausible_year(n.value) || walk.may_begin(not_year) || !walk.accept(Words::year_sign, words.year_sign))
      return false;
    point.year = n.value;
    if (!walk.at_digit()) return !walk.may_begin(not_lone_year);
    n = walk.number();
  }
  point.grain = Grain::month;
  point.part = n.value;
  return n.is_short() && !walk.may_begin(not_month) && walk.accept(Words::month_sign, words.month_sign);
}

// The day behind a month, or `底`.
bool read_month_rest(PlainWalk& walk, const DateWords& words, DatePoint& point, bool& ended) {
  if (walk.at_digit()) {
    const auto day = walk.number();
    point.grain = Grain::day;
    point.day = day.value;
    return day.is_short() && !walk.may_begin(joints) && walk.accept(Words::day_sign, words.day_sign);
  }
  if (walk.may_begin(not_month_part)) return false;
  if (!walk.may_begin({Words::month_part})) return true;
  int last = 0;
  if (!walk.accept(Words::month_part, words.month_part, &last)) return false;
  ended = true;
  if (last > 0) point.grain = Grain::day, point.day = last;
  return true;
}

// `前`, and nothing else that belongs to a date: `前开展` only begins like 开始.
bool read_tail(PlainWalk& walk, const DateWords& words, bool& ended) {
  while (!walk.may_begin({Words::end_of}) && walk.accept(Words::before, words.before)) ended = true;
  if (walk.may_begin(not_end)) return false;
  constexpr Words tails[]{Words::about, Words::after, Words::since, Words::clock};
  return std::ranges::none_of(tails, [&](Words list) { return walk.begins(list); });
}

}  // namespace

// Nothing is kept of an attempt that fails but what `out` holds.
bool DateReader::read_plain(std::size_t at, DateExpression& out) {
  const DateWords& words = DateWords::of(*vocabulary_);
  PlainWalk walk(text_, at, *vocabulary_);
  out.clear();
  out.begin = at;
  DatePoint point{year_, Grain::year};
  if (walk.at_digit()) {
    if (!read_year_and_month(walk, words, point)) return false;
    if (point.grain != Grain::year && !read_month_rest(walk, words, point, out.ended)) return false;
    out.value.add(point);
  } else if (walk.may_begin(not_year_word) || !read_year_word(walk, year_, out)) {
    return false;
  }
  if (!read_tail(walk, words, out.ended)) return false;
  out.end = walk.at(text_);
  year_ = point.year;
  return true;
}

}  // namespace fenjie::field
