// A user's grammar file: TOML → a message for a person, or a vocabulary that reads. No head.
#include <string>

#include "fenjie/grammar_sample.hpp"
#include "fenjie/reader.hpp"
#include "fuzz.hpp"

namespace {

using namespace fenjie;

class Count : public Sink {
 public:
  Flow task(const Task& t) override {
    fuzz::require(fuzz::is_utf8(t.text.text), "text is UTF-8");
    return Flow::more;
  }
  Flow booked(const Booking& b) override {
    bytes += b.span.end - b.span.start;
    return Flow::more;
  }
  std::uint64_t bytes = 0;
};

// One line for each kind of thing that rules are asked about.
constexpr std::string_view notice =
    "关于印发重点工作任务分工的通知\n各区人民政府，市政府各部门：\n"
    "一、城市建设\n1.新建公园2个，年底前完成。（责任单位：市园林局、各区政府）\n"
    "（一）修桥。\n责任领导：周明远 副市长\n牵头单位：市交通局等\n完成时限：2021年6月底\n"
    "序号\t任务\t责任单位\t完成时限\n1\t种树\t市林业局\t12月\n2\t修路\t市公路局，市财政局\t长期\n"
    "（市住建局牵头，市规划局配合）\n第1页 共2页\n打印本页\n";

void read_with(const Grammar& grammar, std::string_view text) {
  Count count;
  ReaderOptions options;
  options.grammar = grammar;
  options.bookings = true;
  Reader reader(std::move(options), count);
  reader.feed(text);
  reader.finish();
  fuzz::require(count.bytes == text.size(), "the books name every byte");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const GrammarSource source{"mine", "mine.toml", std::string(reinterpret_cast<const char*>(data), size)};
  try {
    const Grammar mine = Grammar::with({source});
    read_with(mine, notice);
    for (const grammar::Sample& sample : grammar::samples_of(source)) read_with(mine, sample.text);
  } catch (const GrammarError& e) {
    const std::string_view message = e.what();
    fuzz::require(!message.empty(), "an error says something");
  }
  return 0;
}
