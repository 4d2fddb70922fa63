// What waits for later lines is bounded: lines that could go on for ever make many records, not one.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "fenjie/reader.hpp"

namespace {

using namespace fenjie;

// The size of the largest record, and how many there were.
class Largest : public Sink {
 public:
  Flow task(const Task& t) override {
    std::size_t size = t.text.text.size();
    for (const Unit& u : t.units) size += u.name.text.size();
    return take(size);
  }
  Flow text(const TextRecord& t) override { return take(t.text.text.size()); }
  Flow heading(const Heading& h) override { return take(h.text.text.size()); }

  std::size_t bytes = 0, records = 0;

 private:
  Flow take(std::size_t size) {
    bytes = std::max(bytes, size);
    ++records;
    return Flow::more;
  }
};

// How many records came before the end.
std::size_t read(const std::string& beginning, const std::string& again, std::size_t text_bytes, Largest& largest) {
  Reader reader({}, largest);
  reader.feed(beginning);
  std::string piece;
  while (piece.size() < 4000) piece += again;
  for (std::size_t fed = 0; fed < text_bytes; fed += piece.size()) reader.feed(piece);
  const std::size_t before_end = largest.records;
  reader.finish();
  return before_end;
}

struct Endless {
  const char* name;
  std::string beginning, again;
  std::size_t text_bytes, most_bytes;
};

}  // namespace

TEST_CASE("lines that could go on for ever") {
  const std::string opening = "1.修建道路。\n责任单位：市交通局\n2.种植树木。\n";
  for (const Endless& e : {
           Endless{"wrapped lines without a number", opening + "责任单位：市林业局\n", "新建商业街，\n", 1'000'000, 10'000},
           Endless{"numbers without a text", opening + "责任单位：市林业局\n", "一、\n", 1'000'000, 10'000},
           Endless{"a wrapped item", opening, "新建商业街，\n", 4'000'000, 1'200'000},
           Endless{"a wrapped list of units", opening + "责任单位：市林业局、\n", "市水务局、\n", 1'000'000, 40'000},
           Endless{"the names of columns", "", "序号\n任务\n责任单位\n", 1'000'000, 10'000},
           Endless{"paragraphs below an item", opening, "其中一段文字没有标签，也没有编号，只是正文。\n", 4'000'000, 1'200'000},
       }) {
    CAPTURE(std::string(e.name));
    Largest largest;
    CHECK(read(e.beginning, e.again, e.text_bytes, largest) > 2);
    CHECK(largest.bytes < e.most_bytes);
  }
}
