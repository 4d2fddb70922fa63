// Plain dates are read by a short cut: it must say what the full reader says, or leave the date to it.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "../builtin.hpp"
#include "field/date_reader.hpp"
#include "field/date_year.hpp"

namespace {

namespace field = fenjie::field;

// All that a reading says, as one text.
std::string reading(bool found, const field::DateExpression& e, const field::DateReader& reader) {
  if (!found) return "none, year " + std::to_string(reader.year_in_force());
  std::string all =
      std::to_string(e.begin) + "-" + std::to_string(e.end) + ", year " + std::to_string(reader.year_in_force());
  for (const bool flag :
       {e.ended, e.about, e.after, e.past, e.short_word, e.cumulative, e.extent, e.value.open, e.value.overflow}) {
    all += flag ? '1' : '0';
  }
  for (std::size_t i = 0; i < e.value.count; ++i) {
    for (const auto& p : {e.value.spans[i].first, e.value.spans[i].last}) {
      for (const int n : {p.year, static_cast<int>(p.grain), p.part, p.day}) all += " " + std::to_string(n);
    }
  }
  return all;
}

void compare(const std::string& text, const field::DateContext& context) {
  static field::DateExpression quick, full;  // used again, as the finder does
  field::DateReader by_short_cut(text, context, builtin_words()), in_full(text, context, builtin_words());
  const bool found = by_short_cut.read(0, quick);
  const std::string expected = reading(in_full.read_in_full(0, full), full, in_full);
  const std::string got = reading(found, quick, by_short_cut);
  if (got != expected) {  // a CHECK for each of the many texts takes long
    CAPTURE(text);
    CHECK(got == expected);
  }
}

const std::vector<std::string> years{"",     "2024年", "2024年度",  "24年",   "113年", "2024",
                                     "３年", "今年",   "民国113年", "9999年", "2024-", "第二年"};
const std::vector<std::string> months{"",     "6月",    "12月",  "06月",     "13月",     "0月",    "6月份",    "六月",
                                      "6 月", "6、9月", "6-9月", "6月至9月", "3季度",    "上半年", "年底",     "年终",
                                      "年内", "年度",   "全年",  "首季度",   "前三季度", "年",     "20240630", "123月"};
const std::vector<std::string> days{"",     "30日", "3号",  "31", "3-8日", "三日", "十日", "123日", "底",
                                    "底数", "上旬", "下旬", "中", "初",    "末",   " 5日", "、8日", "第"};
const std::vector<std::string> tails{"",      "前",    "前开展", "开始", "分别", "前期", "之前",   "内部",
                                     "底前",  "前内",  "后",     "起",   "左右", "前后", "17时前", "（12月）",
                                     "、9月", "至9月", "和9月",  "，",   "。",   " ",    " 前",    "：",
                                     "推",    "\n",    "期间",   "(",    "3",    "年底"};

}  // namespace

TEST_CASE("plain dates: the same as read in full") {
  for (const field::DateContext& context : {field::DateContext{}, {2021, false}, {2024, true}}) {
    for (const std::string& year : years) {
      for (const std::string& month : months) {
        for (const std::string& day : days) {
          for (const std::string& tail : tails) {
            compare(year + month + day + tail, context);
            compare(year + month + day + tail + "推进", context);
          }
        }
      }
    }
  }
}

TEST_CASE("a line that is a date: one that the full reader takes for a day is none the less for how it begins") {
  std::size_t dates = 0;
  for (const std::string& year : years) {
    for (const std::string& month : months) {
      for (const std::string& day : days) {
        const std::string line = year + month + day;
        field::DateReader in_full(line, {std::nullopt, true}, builtin_words());
        field::DateExpression e;
        const bool whole = !line.empty() && in_full.read_in_full(0, e) && e.end == line.size();
        const bool sole = whole && e.value.valid() && e.value.count == 1 && !e.value.spans[0].is_range();
        const bool day_alone = sole && e.value.spans[0].first.grain == field::Grain::day && !e.value.year_missing();
        if (!day_alone || e.value.open || e.ended || e.after || e.about) continue;
        ++dates;
        CAPTURE(line);
        CHECK_FALSE(field::full_date(line, {std::nullopt, true}, builtin_words()).empty());
      }
    }
  }
  CHECK(dates > 50);
}

TEST_CASE("plain dates: every prefix of a text, the year last named") {
  const std::string text = "2024年12月31日前完成，6月底前、年底前上线，上半年开工；9月";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    if (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) continue;
    const std::string cut = text.substr(0, size);
    field::DateReader by_short_cut(cut, {2021, false}, builtin_words()), in_full(cut, {2021, false}, builtin_words());
    field::DateExpression quick, full;
    for (std::size_t at = 0; at < cut.size(); at = fenjie::text::next(cut, at)) {
      CAPTURE(cut);
      CAPTURE(at);
      const bool found = by_short_cut.read(at, quick);
      const bool expected = in_full.read_in_full(at, full);
      CHECK(reading(found, quick, by_short_cut) == reading(expected, full, in_full));
    }
  }
}
