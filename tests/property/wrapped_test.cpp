// The tasks of running text do not depend on the width at which its lines are cut.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "../../src/text/utf8.hpp"
#include "records.hpp"
#include "texts.hpp"

namespace {

// No line begins with one of these; the one before is a little wider instead.
bool may_begin_line(std::string_view c) {
  constexpr std::array<std::string_view, 14> signs{"，", "。", "；", "：", "）", "、", "！",
                                                   "？", "”",  "》", "〕", ",",  ".",  ";"};
  return std::ranges::find(signs, c) == signs.end();
}

// `text` with its lines cut at `width` columns; the rest of each is `indent` blanks in.
std::string cut(std::string_view text, std::size_t width, std::size_t indent, std::string_view between) {
  std::string out;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = fenjie::text::next(text, at);
    const std::string_view c = text.substr(at, end - at);
    at = end;
    const std::size_t wide = fenjie::text::count_columns(c);
    if (c == "\n") {
      columns = 0;
    } else if (columns + wide > width && may_begin_line(c)) {
      out.append(between).append(indent, ' ');
      columns = indent + wide;
    } else {
      columns += wide;
    }
    out += c;
  }
  return out;
}

// Number, text, units and dates of each task, a line each.
std::string tasks_of(std::string_view text) {
  struct Tasks final : fenjie::Sink {
    std::ostringstream out;
    fenjie::Flow task(const fenjie::Task& t) override {
      out << t.number.value_or(0) << ' ' << t.text.text;
      for (const fenjie::Unit& u : t.units) out << " | " << u.name.text << ' ' << fenjie::role_name(u.role);
      if (t.deadline) out << " | " << t.deadline->text.text;
      for (const fenjie::SubTask& s : t.subtasks) {
        out << "\n  " << s.text.text;
        for (const fenjie::Unit& u : s.units) out << " | " << u.name.text;
      }
      out << '\n';
      return fenjie::Flow::more;
    }
  } tasks;
  fenjie::Reader reader({}, tasks);
  reader.feed(text);
  reader.finish();
  return tasks.out.str();
}

}  // namespace

TEST_CASE("lines cut at a width") {
  for (const Sample& s : all_texts()) {
    const std::array<std::string_view, 4> told{"bracket-tails-labels.txt", "bracket-tails-verbs.txt",
                                               "leader-labels.txt", "bracket-verbs.txt"};
    if (!s.ours || std::ranges::find(told, s.name) == told.end()) continue;
    const std::string whole = tasks_of(s.bytes);
    for (std::size_t width = 44; width < 100; width += 3) {
      CAPTURE(s.name);
      CAPTURE(width);
      CHECK(tasks_of(cut(s.bytes, width, 0, "\n")) == whole);
      if (width < 60) continue;
      CHECK(tasks_of(cut(s.bytes, width, 4, "\n")) == whole);   // the rest hangs further in
      CHECK(tasks_of(cut(s.bytes, width, 0, "\n\n")) == whole);  // a blank line behind each line
    }
  }
}
