// What a user of the library writes first: a sink of one's own, and a writer of fenjie's.
#include <cstdio>
#include <string>

#include <fenjie/reader.hpp>
#include <fenjie/writer.hpp>

namespace {

class Collect : public fenjie::Sink {
 public:
  fenjie::Flow task(const fenjie::Task& task) override {
    texts += std::string(task.text.text) + "/" +
             std::string(task.units.empty() ? "" : task.units[0].name.text) + "\n";
    return fenjie::Flow::more;
  }
  std::string texts;
};

class Memory : public fenjie::Output {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

void read_notice(fenjie::Sink& sink) {
  fenjie::Reader reader({}, sink);
  reader.feed("1.强化审计监督。\n责任单位：市审计局\n2.推进旧城");
  reader.feed("改造。\n责任单位：市建委\n");
  reader.finish();
}

bool expect(const char* what, bool right) {
  if (!right) std::printf("wrong: %s\n", what);
  return right;
}

}  // namespace

int main() {
  Collect collect;
  read_notice(collect);
  Memory json;
  const auto writer = fenjie::find_writer("ndjson")->make({}, json);
  read_notice(*writer);
  writer->end();
  writer->flush();
  bool right = expect("tasks", collect.texts == "强化审计监督。/市审计局\n推进旧城改造。/市建委\n");
  right &= expect("ndjson", json.text.find("\"推进旧城改造。\"") != std::string::npos);
  right &= expect("grammars", !fenjie::Grammar::builtin_sources().empty());
  return right ? 0 : 1;
}
