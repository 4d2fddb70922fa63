// Text of a task as the input has it.
#include <doctest/doctest.h>

#include "support.hpp"
#include "text/source_order.hpp"

using namespace fenjie;
using namespace fenjie::text;

namespace {

constexpr std::string_view input = "三、严格考核（由丙）。四、讲评";

// A buffer of parts of the input, one behind the other.
Buffer of(std::initializer_list<std::string_view> parts) {
  Buffer b;
  for (const std::string_view part : parts) {
    if (part == "\n") b.append_own(part);
    else b.append_raw(part, input.find(part));
  }
  return b;
}

std::string ordered(const Buffer& b) {
  Buffer out;
  append_in_source_order(b, out);
  return std::string(out.view());
}

}  // namespace

TEST_CASE("what a task holds anew further on is given once, in its place") {
  struct Case {
    std::string_view name;
    Buffer from;
    bool in_order;
    std::string_view text;
  };
  const std::vector<Case> cases{
      {"as read", of({"三、严格考核", "（由丙）", "。"}), true, "三、严格考核（由丙）。"},
      {"a gap", of({"三、", "（由丙）"}), true, "三、（由丙）"},
      {"a copy without its bracket", of({"三、严格考核（由丙）。", "严格考核", "。"}), false, "三、严格考核（由丙）。"},
      {"lines that came late", of({"三、", "四、讲评", "严格考核"}), false, "三、严格考核四、讲评"},
      {"a copy that goes on", of({"三、严格", "严格考核"}), false, "三、严格考核"},
      {"nothing", of({}), true, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(is_in_source_order(c.from) == c.in_order);
    CHECK(ordered(c.from) == c.text);
  }
}

TEST_CASE("the bytes of each character come along") {
  Buffer out;
  append_in_source_order(of({"四、讲评", "三、严格"}), out);
  CHECK(out.source(0, out.size()).start == 0);
  CHECK(out.source(0, out.size()).end == input.size());
}
