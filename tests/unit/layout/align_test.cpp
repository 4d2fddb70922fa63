#include "layout/align.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "looks.hpp"

namespace {

namespace layout = fenjie::layout;
using fenjie::grammar::Slot;

const std::vector<layout::Column> columns = {{Slot::number, "序号"},
                                             {Slot::task, "重点工作"},
                                             {Slot::leader, "牵头领导"},
                                             {Slot::responsible, "责任单位"},
                                             {Slot::deadline, "完成时限"}};

// The column of each cell as a letter (n t l r d), rows set apart by a blank.
std::string aligned(const std::vector<std::string_view>& cells, layout::AlignOptions options) {
  std::vector<layout::Traits> traits;
  for (const std::string_view c : cells) traits.push_back(look_at(c));
  static layout::Aligner used;  // its memory holds what was aligned before
  std::vector<layout::Place> places, anew;
  CHECK(used.align(traits, columns, options, places) == layout::Aligner().align(traits, columns, options, anew));
  CHECK(std::equal(places.begin(), places.end(), anew.begin(), anew.end(), [](const auto& a, const auto& b) {
    return a.column == b.column && a.new_row == b.new_row;
  }));
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && places[i].new_row) out += ' ';
    out += "ntlrd"[places[i].column];
  }
  return out;
}

struct Case {
  std::vector<std::string_view> cells;
  std::string_view places;
};

}  // namespace

TEST_CASE("one row whose empty cells left nothing") {
  const std::vector<Case> cases = {
      {{"1", "新建公园2个。", "周明远", "市园林局", "12月"}, "ntlrd"},
      {{"新建公园2个。", "周明远", "市园林局", "12月"}, "tlrd"},
      {{"1", "新建公园2个。", "市园林局", "12月"}, "ntrd"},
      {{"1", "新建公园2个。", "周明远", "市园林局"}, "ntlr"},
      {{"1", "新建公园2个。", "12月"}, "ntd"},
      {{"新建公园2个。"}, "t"},
      {{"新建公园2个。", "市园林局"}, "tr"},
      {{}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.places);
    CHECK(aligned(c.cells, {}) == c.places);
  }
}

TEST_CASE("cells on several paragraphs") {
  const std::vector<Case> cases = {
      {{"1", "新建公园2个。", "周明远", "何  清", "市园林局", "市住建局", "12月"}, "ntllrrd"},
      {{"1", "新建公园2个。", "新建绿道12公里。", "市园林局"}, "nttr"},
      {{"1", "新建公园2个。", "市园林局", "市住建局", "市财政局"}, "ntrrr"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.places);
    CHECK(aligned(c.cells, {.may_continue = true}) == c.places);
  }
}

TEST_CASE("several rows without numbers") {
  const std::vector<Case> cases = {
      {{"新建公园2个。", "周明远", "市园林局", "新建绿道12公里。", "何  清", "市住建局"}, "tlr tlr"},
      {{"新建公园2个。", "市园林局", "新建绿道12公里。", "市住建局", "新建停车场5处。", "市城管局"}, "tr tr tr"},
      {{"新建公园2个。", "市园林局", "12月", "新建绿道12公里。", "市住建局", "10月"}, "trd trd"},
      {{"1", "新建公园2个。", "市园林局", "2", "新建绿道12公里。", "市住建局"}, "ntr ntr"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.places);
    CHECK(aligned(c.cells, {.several_rows = true, .may_continue = true}) == c.places);
  }
}

namespace {

// The cost of the cheapest places of cells from the i-th on, where the one before stands in column `last`, found by
// trying all of them.
int cheapest(const std::vector<layout::Traits>& cells, layout::AlignOptions options, std::size_t i, std::size_t last) {
  constexpr int row_break = 6;
  const auto missing = [](std::size_t begin, std::size_t end) {
    int sum = 0;
    for (; begin < end; ++begin) sum += layout::absence(columns[begin].slot);
    return sum;
  };
  if (i == cells.size()) return missing(last + 1, columns.size());
  int best = 1 << 20;
  for (std::size_t j = 0; j < columns.size(); ++j) {
    const int rest = layout::misfit(cells[i], columns[j].slot) + cheapest(cells, options, i + 1, j);
    if (i == 0) best = std::min(best, missing(0, j) + rest);
    if (i == 0) continue;
    if (j > last) best = std::min(best, missing(last + 1, j) + rest);
    if (j == last && options.may_continue) best = std::min(best, layout::continuation(columns[j].slot) + rest);
    if (options.several_rows)
      best = std::min(best, missing(last + 1, columns.size()) + row_break + missing(0, j) + rest);
  }
  return best;
}

}  // namespace

TEST_CASE("no other places are cheaper") {
  const std::vector<std::string_view> kinds = {"1", "新建公园2个。", "周明远", "市园林局", "12月", "绿", "各区政府", "新建"};
  std::uint32_t seed = 11;
  for (int round = 0; round < 100; ++round) {
    std::vector<layout::Traits> traits;
    for (int i = 0; i < 4; ++i) {
      seed = seed * 1664525u + 1013904223u;
      traits.push_back(look_at(kinds[(seed >> 16) % kinds.size()]));
    }
    std::vector<layout::Place> places;
    for (const bool several : {false, true}) {
      for (const bool may_continue : {false, true}) {
        const layout::AlignOptions options{.several_rows = several, .may_continue = may_continue};
        CHECK(layout::Aligner().align(traits, columns, options, places) == cheapest(traits, options, 0, 0));
      }
    }
  }
}

TEST_CASE("an answer that is remembered is the one that is found anew") {
  const std::vector<std::string_view> kinds = {"1", "新建公园2个。", "周明远", "市园林局", "12月", "—", "各区政府", "新建"};
  std::mt19937 random(3);
  layout::Aligner aligner;
  for (int round = 0; round < 4000; ++round) {
    std::vector<layout::Traits> traits;
    for (int i = 0; i < 4; ++i) {
      traits.push_back(look_at(kinds[random() % kinds.size()]));
      traits.back().gap = random() % 4 == 0;
    }
    const layout::AlignOptions options{random() % 2 == 0, random() % 8 != 0, random() % 2 == 0, random() % 2 == 0};
    std::vector<layout::Place> known, anew;
    CHECK(aligner.align(traits, columns, options, known) == layout::Aligner().align(traits, columns, options, anew));
    REQUIRE(known.size() == anew.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
      CHECK(known[i].column == anew[i].column);
      CHECK(known[i].new_row == anew[i].new_row);
    }
  }
}

TEST_CASE("every cell gets a place, left to right within a row") {
  const std::vector<std::string_view> kinds = {"1", "新建公园2个。", "周明远", "市园林局", "12月", "绿", "各区政府", "新建"};
  std::uint32_t seed = 7;
  for (int round = 0; round < 200; ++round) {
    std::vector<layout::Traits> traits;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1664525u + 1013904223u;
      traits.push_back(look_at(kinds[(seed >> 16) % kinds.size()]));
    }
    std::vector<layout::Place> places;
    layout::Aligner().align(traits, columns, {.several_rows = true, .may_continue = true}, places);
    REQUIRE(places.size() == traits.size());
    CHECK(places.front().new_row);
    for (std::size_t i = 0; i < places.size(); ++i) {
      CHECK(places[i].column < columns.size());
      if (i > 0 && !places[i].new_row) CHECK(places[i].column >= places[i - 1].column);
    }
  }
}
