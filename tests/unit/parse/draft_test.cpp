// A task in the making: how its texts grow, and where they stand.
#include "parse/draft.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"
#include "../made_line.hpp"

namespace {

namespace parse = fenjie::parse;
using fenjie::Span;
using fenjie::text::Range;
using parse::Joint;

// A block's text, which stands in the input from byte `raw` on.
void put(fenjie::text::Buffer& block, std::string_view text, std::uint64_t raw) {
  block.append(MadeLine(text, raw).line(), 0, text.size());
}

Span source(const parse::Draft& d, Range r) { return d.buffer.source(r.begin, r.end); }

// The texts that a field holds anew: `甲|乙`
std::string stale(const parse::Draft& d) {
  std::string out;
  for (const Range r : d.stale) out += (out.empty() ? "" : "|") + std::string(d.view(r));
  return out;
}

// A draft that holds `甲，` `乙` `丙。`, from bytes 10, 20 and 30 of the input.
struct Three {
  parse::Draft draft;
  Range first, second, third;

  Three() {
    fenjie::text::Buffer block;
    put(block, "甲，", 10), put(block, "乙", 20), put(block, "丙。", 30);
    first = draft.take(block, {0, 6});
    second = draft.take(block, {6, 9});
    third = draft.take(block, {9, 15});
  }
};

}  // namespace

TEST_CASE("a draft adopts a whole block in place of a copy") {
  parse::Draft d;
  fenjie::text::Buffer block;
  put(block, "新建学校（甲局）。", 50);
  const auto size = static_cast<std::uint32_t>(block.size());
  const char* const memory = block.view().data();
  const Range all = d.adopt(block, {0, size});
  CHECK(all == Range{0, size});
  CHECK(d.view(all) == "新建学校（甲局）。");
  CHECK(d.view(all).data() == memory);
  CHECK(source(d, {12, 24}) == Span{62, 74});
  CHECK(d.buffer.signs(all).size() == 3);
  CHECK(block.empty());
}

TEST_CASE("of a part of a block, or where a draft has text, it takes a copy") {
  struct Case {
    std::string_view before;
    Range where;
    std::string_view taken;
  };
  const Case cases[] = {{"", {0, 12}, "新建学校"},
                        {"", {12, 27}, "（甲局）。"},
                        {"一、", {0, 27}, "新建学校（甲局）。"},
                        {"一、", {3, 3}, ""}};
  for (const Case& c : cases) {
    CAPTURE(c.taken);
    parse::Draft d;
    if (!c.before.empty()) d.take_own(c.before);
    fenjie::text::Buffer block;
    put(block, "新建学校（甲局）。", 50);
    const Range r = d.adopt(block, c.where);
    CHECK(r.begin == c.before.size());
    CHECK(d.view(r) == c.taken);
    if (!r.empty()) CHECK(source(d, r) == Span{50u + c.where.begin, 50u + c.where.end});
    CHECK(d.buffer.signs(r).size() == fenjie::text::Scan(c.taken).view().signs.size());
    CHECK(block.view() == "新建学校（甲局）。");
  }
}

TEST_CASE("texts are joined") {
  struct Case {
    std::string_view name;
    Range Three::*text;  // null: an empty one
    Range Three::*more;
    std::string_view joined, stale;
    std::size_t copied;  // bytes
    Span place;
  };
  const Case cases[] = {
      {"side by side", &Three::first, &Three::second, "甲，乙", "", 0, {10, 23}},
      {"nothing before", nullptr, &Three::second, "乙", "", 0, {20, 23}},
      {"nothing more", &Three::first, nullptr, "甲，", "", 0, {10, 16}},
      {"apart", &Three::first, &Three::third, "甲，丙。", "甲，|丙。", 12, {10, 36}},
      {"apart, the text is last", &Three::third, &Three::first, "丙。甲，", "甲，", 6, {30, 16}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Three t;
    const std::size_t size = t.draft.buffer.size();
    Range text = c.text != nullptr ? t.*c.text : Range{};
    t.draft.join(text, c.more != nullptr ? t.*c.more : Range{});
    CHECK(t.draft.view(text) == c.joined);
    CHECK(stale(t.draft) == c.stale);
    CHECK(t.draft.buffer.size() == size + c.copied);
    CHECK(source(t.draft, text) == c.place);
    CHECK(t.draft.buffer.signs(text).size() == fenjie::text::Scan(c.joined).view().signs.size());
    // what was there stays as it is
    CHECK(t.draft.view(t.first) == "甲，");
    CHECK(t.draft.view(t.second) == "乙");
    CHECK(t.draft.view(t.third) == "丙。");
  }
}

TEST_CASE("a text goes on with glue of its own") {
  Three t;
  Range text = t.third;
  t.draft.extend_own(text, "\n");  // it is last: no copy
  CHECK(t.draft.view(text) == "丙。\n");
  CHECK(text.begin == t.third.begin);
  CHECK(t.draft.stale.empty());
  CHECK(t.draft.buffer.signs(text).back().sign.line_end());
  Range first = t.first;
  t.draft.extend_own(first, "\n\n");
  CHECK(t.draft.view(first) == "甲，\n\n");
  CHECK(first.end == t.draft.buffer.size());
  CHECK(stale(t.draft) == "甲，");
  CHECK(source(t.draft, {first.begin, first.begin + 3}) == Span{10, 13});
  const std::size_t size = t.draft.buffer.size();
  Range none;
  t.draft.extend_own(none, "\n");
  CHECK(none.empty());
  CHECK(t.draft.buffer.size() == size);
  // glue that is empty moves the text to the end all the same
  Range second = t.second;
  t.draft.extend_own(second, "");
  CHECK(t.draft.view(second) == "乙");
  CHECK(second.end == t.draft.buffer.size());
}

TEST_CASE("a text goes on with a block's text") {
  Three t;
  fenjie::text::Buffer block;
  put(block, "丁、戊", 40);
  Range none, first = t.first, third = t.third;
  t.draft.extend(third, block, {0, 3}, "");
  CHECK(t.draft.view(third) == "丙。丁");
  CHECK(third.begin == t.third.begin);
  t.draft.extend(none, block, {6, 9}, "\n");  // no glue before the first
  CHECK(t.draft.view(none) == "戊");
  t.draft.extend(first, block, {3, 9}, "\n");
  CHECK(t.draft.view(first) == "甲，\n、戊");
  CHECK(source(t.draft, {first.end - 3, first.end}) == Span{46, 49});
  CHECK(stale(t.draft) == "甲，");
}

TEST_CASE("the line ends of a cell are resolved") {
  struct Case {
    std::string_view cell;
    Joint joint;
    std::string_view resolved;
  };
  const Case cases[] = {
      // no line end, or each of them stays: so does the text
      {"新建学校", Joint::text, "新建学校"},
      {"新建 学校", Joint::text, "新建 学校"},
      {"", Joint::units, ""},
      // lines run on, paragraphs only behind a sentence's end
      {"新建\n学校", Joint::text, "新建学校"},
      {"新建 \n 学校。\n", Joint::text, "新建学校。"},
      {"建设科学城\n\n新建学校", Joint::text, "建设科学城\n新建学校"},
      {"建设科学城。\n\n新建学校", Joint::text, "建设科学城。新建学校"},
      {"建设科学城：\n\n新建学校", Joint::text, "建设科学城：新建学校"},
      {"\n\n新建\n\n\n学校\n", Joint::text, "新建\n学校"},
      // names
      {"市财政局\n市审计局", Joint::units, "市财政局\n市审计局"},
      {"市财政局\n市审计局\n", Joint::units, "市财政局\n市审计局"},
      {"市财政局\n区综合行政\n执法局", Joint::units, "市财政局\n区综合行政执法局"},
      {"区综合行政\n执法局\n市审计局", Joint::units, "区综合行政执法局\n市审计局"},
      {"市发改委、\n\n市财政局", Joint::units, "市发改委、市财政局"},
      // as they are, or not at all
      {"周明远\n\n何  清", Joint::lines, "周明远\n何  清"},
      {"6月\n底前", Joint::plain, "6月底前"},
      {"\n", Joint::plain, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.cell);
    parse::Draft d;
    fenjie::text::Buffer block;
    put(block, c.cell, 100);
    d.take_own("甲、");
    const Range where = d.take(block, {0, static_cast<std::uint32_t>(block.size())});
    d.take_own("\n乙");  // of a cell behind it
    const Range r = parse::resolve_cell(d, where, c.joint, builtin_words());
    CHECK(d.view(r) == c.resolved);
    const bool copied = c.cell != c.resolved && c.cell.find('\n') != std::string_view::npos;
    CHECK(stale(d) == (copied ? c.cell : ""));
    CHECK((r.begin >= where.end || r.empty()) == (copied || r.empty()));
    CHECK(d.view(where) == c.cell);
    CHECK(d.buffer.signs(r).size() == fenjie::text::Scan(c.resolved).view().signs.size());
    // every character of the document is traced to its place there
    for (std::size_t at = 0; at < c.resolved.size(); at = fenjie::text::next(c.resolved, at)) {
      const Span s = d.buffer.source(r.begin + at, r.begin + fenjie::text::next(c.resolved, at));
      if (c.resolved[at] == '\n') continue;
      CHECK(c.cell.substr(s.start - 100, s.end - s.start) == c.resolved.substr(at, s.end - s.start));
    }
  }
}

TEST_CASE("a draft that is cleared is as good as new") {
  Three t;
  t.draft.text = t.first;
  t.draft.extend_own(t.draft.text, "\n");
  t.draft.clear();
  CHECK(t.draft.buffer.empty());
  CHECK(t.draft.buffer.signs().empty());
  CHECK(t.draft.stale.empty());
  CHECK(t.draft.text.empty());
  fenjie::text::Buffer block;
  put(block, "丁。", 7);
  CHECK(t.draft.adopt(block, {0, 6}) == Range{0, 6});
  CHECK(t.draft.buffer.source(0, 6) == Span{7, 13});
}
