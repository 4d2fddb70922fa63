#include "parse/queue.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "../tasks.hpp"

namespace {

namespace parse = fenjie::parse;

// Puts drafts into a queue as the parser does, and notes what comes out.
struct Bench {
  fenjie::ReaderOptions options;
  TaskNotes notes;
  parse::DocumentRules rules;
  parse::Years years;
  parse::DraftPool drafts;
  parse::Emitter emitter{options, notes, drafts, [](fenjie::Document&) {}};
  parse::Queue queue;
  std::shared_ptr<const parse::HeadingPath> path;

  explicit Bench(std::size_t limit = 256) : queue(emitter, drafts, rules, years, limit) {}

  struct Put {
    std::string text;
    std::optional<std::int64_t> number;
    std::string_view units;  // empty: none
    std::uint64_t section = 0;
    bool by_label = true;
    bool unlikely = false;
  };
  void finish(bool plain_items = true) {
    parse::PlainItems plain(builtin_words(), true, false);
    queue.finish(plain_items ? &plain : nullptr);
    emitter.finish();
  }
  void put(const Put& p) {
    parse::Entry entry;
    entry.draft = drafts.fresh();
    parse::Draft& d = *entry.draft;
    d.path = path;
    d.line = 1;
    d.rank = 30;
    d.number.value = p.number;
    d.text = d.take_own(p.text);
    if (!p.units.empty()) {
      const auto where = d.take_own(p.units);
      fenjie::field::read_units(d.buffer.scanned(), where, fenjie::Role::responsible, builtin_words(), d.units);
    }
    entry.bare = p.units.empty();
    entry.unlikely = p.unlikely;
    entry.by_label = !entry.bare && p.by_label;
    entry.needs_number = !p.number;
    entry.section = p.section;
    queue.push(std::move(entry));
    emitter.give_tasks();  // as the reader does behind what it was fed
  }
};

}  // namespace

TEST_CASE("units on a later line count for the items before it") {
  Bench b;
  b.put({"甲", 1, ""});
  b.put({"乙", 2, ""});
  CHECK(b.notes.out.empty());
  b.put({"丙", 3, "市教育局"});
  b.finish();
  CHECK("\n" + b.notes.out == R"(
1 甲
  units: responsible 市教育局
  shared
2 乙
  units: responsible 市教育局
  shared
3 丙
  units: responsible 市教育局
)");
  CHECK(b.notes.codes.find("units") != std::string::npos);
}

TEST_CASE("units in a bracket count for their own item") {
  Bench b;
  b.put({"甲", 1, "市教育局", 0, false});
  b.put({"乙", 2, "", 0, false});
  b.put({"丙", 3, "市财政局", 0, false});
  b.finish();
  CHECK("\n" + b.notes.out == R"(
1 甲
  units: responsible 市教育局
2 乙
3 丙
  units: responsible 市财政局
)");
}

TEST_CASE("a heading ends the sharing") {
  Bench b;
  b.put({"甲", 1, "", 1});
  b.queue.end_section();
  b.put({"乙", 2, "市教育局", 2});
  b.finish();
  CHECK(b.notes.out.find("shared") == std::string::npos);
}

TEST_CASE("a task goes out as soon as it is certain") {
  Bench b;
  b.put({"甲", 1, "市教育局"});
  CHECK_FALSE(b.notes.out.empty());
}

TEST_CASE("numbers that the document lost") {
  struct Case {
    std::string_view name;
    std::vector<std::optional<std::int64_t>> given;
    std::string_view numbers;
  };
  const std::optional<std::int64_t> lost;
  const std::vector<Case> cases = {
      {"none lost", {1, 2, 3}, "1 2 3"},
      {"in the middle", {1, lost, 3}, "1 2* 3"},
      {"at the beginning", {lost, lost, 3}, "1* 2* 3"},
      {"at the end", {1, 2, lost}, "1 2 3*"},
      {"several", {1, lost, lost, 4, lost, 6}, "1 2* 3* 4 5* 6"},
      {"all: none is made up", {lost, lost}, "- -"},
      {"a list that begins at 24", {24, lost, 26}, "24 25* 26"},
      {"no room for one: a merged number", {5, lost, 6, 7}, "5 - 6 7"},
      {"room for one of two", {5, lost, lost, 7, 8}, "5 - - 7 8"},
      {"no room in front of the first", {lost, 1, 2}, "- 1 2"},
      {"a list that begins anew", {1, lost, 1}, "1 2* 1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Bench b;
    int task = 0;
    for (const auto& n : c.given) b.put({"新建学校" + std::to_string(++task) + "所", n, "市教育局"});
    b.finish();
    std::string numbers;
    for (std::size_t at = 0; at < b.notes.out.size(); at = b.notes.out.find('\n', at) + 1) {
      if (b.notes.out[at] == ' ') continue;
      const std::string line = b.notes.out.substr(at, b.notes.out.find('\n', at) - at);
      numbers += (numbers.empty() ? "" : " ") + line.substr(0, line.find(' '));
      if (line.find("inferred") != std::string::npos) numbers += '*';
    }
    CHECK(numbers == c.numbers);
  }
}

TEST_CASE("items of a preamble become text") {
  Bench b;
  b.put({"加强领导", 1, ""});
  b.put({"抓好落实", 2, ""});
  b.queue.drop_bare();
  b.put({"甲", 1, "市教育局"});
  b.finish();
  CHECK("\n" + b.notes.out == "\n1 甲\n  units: responsible 市教育局\n");
  CHECK(b.notes.others == "preamble: 加强领导\npreamble: 抓好落实\n");
}

TEST_CASE("items without units are tasks only where that is asked for") {
  for (const bool plain : {true, false}) {
    Bench b;
    b.put({"甲", 1, ""});
    b.put({"乙", 2, ""});
    b.finish(plain);
    CHECK((plain ? b.notes.out : b.notes.others) == (plain ? "1 甲\n2 乙\n" : "preamble: 甲\npreamble: 乙\n"));
  }
}

TEST_CASE("what waits is bounded") {
  Bench b(8);
  for (int i = 1; i <= 100; ++i) b.put({"甲", i, ""});
  CHECK(b.notes.out.find("92 ") != std::string::npos);
  CHECK(b.notes.codes == std::string(fenjie::code_info(fenjie::Code::held_too_long).name) + " ");  // said once
  b.finish();
  CHECK(b.notes.out.find("100 甲") != std::string::npos);
}

TEST_CASE("many parts of a regulation are no tasks, though none of them can wait") {
  Bench b(8);
  for (int i = 1; i <= 100; ++i) b.put({"甲", i, "", 0, true, true});
  b.finish(false);
  CHECK(b.notes.out.empty());
}

TEST_CASE("tasks held for the title of their list") {
  Bench b;
  b.queue.hold();
  b.put({"甲", 1, "市教育局"});
  CHECK(b.notes.out.empty());
  b.queue.release("2024年清单");
  b.emitter.give_tasks();
  CHECK(b.notes.out == "1 甲\n  under: 2024年清单\n  units: responsible 市教育局\n");
}

TEST_CASE("the title of a list stands above the headings of its tasks") {
  const auto heading = [](std::string_view text, std::shared_ptr<const parse::HeadingPath> above) {
    auto made = std::make_shared<parse::HeadingPath>();
    made->text = made->original = text;
    made->above = std::move(above);
    return made;
  };
  const auto first = heading("一、产业", nullptr);
  Bench b;
  b.queue.hold();
  b.path = heading("（一）工业", first);
  b.put({"甲", 1, "市教育局"});
  b.path = heading("（二）农业", first);
  b.put({"乙", 2, "市教育局"});
  b.put({"丙", 3, "市教育局"});
  b.queue.release("2024年清单");
  b.emitter.give_tasks();
  std::string under;
  for (std::size_t at = b.notes.out.find("under"); at != std::string::npos; at = b.notes.out.find("under", at + 1)) {
    under += b.notes.out.substr(at, b.notes.out.find('\n', at) - at) + "\n";
  }
  CHECK(under ==
        "under: 2024年清单 > 一、产业 > （一）工业\n"
        "under: 2024年清单 > 一、产业 > （二）农业\n"
        "under: 2024年清单 > 一、产业 > （二）农业\n");
  CHECK(first->above == nullptr);
}

TEST_CASE("a title that may be that of the only list is not waited for longer than anything else") {
  for (const bool another : {true, false}) {
    Bench b(8);
    b.queue.hold_for_now();
    for (int i = 1; i <= 20; ++i) b.put({"甲", i, "市教育局"});
    CHECK(b.notes.out.find("20 ") != std::string::npos);
    CHECK(b.notes.codes.empty());
    if (another) b.queue.release("重点项目责任表");
    b.finish();
    CHECK((b.notes.codes.find("held") != std::string::npos) == another);
  }
}
