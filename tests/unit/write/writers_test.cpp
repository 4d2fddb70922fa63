#include <doctest/doctest.h>

#include <set>

#include "sample.hpp"
#include "write/bytes.hpp"

using namespace sample;

namespace {

WriterOptions everything() {
  WriterOptions options;
  options.with = With::document | With::heading | With::text | With::diagnostic;
  options.provenance = options.excel = true;
  return options;
}

/// Passes every call on and flushes after those whose bit in `when` is set.
class FlushingSink : public Sink {
 public:
  FlushingSink(FlushableSink& to, unsigned when) : to_(to), when_(when) {}
  Flow document(const Document& d) override { return after(to_.document(d)); }
  Flow heading(const Heading& h) override { return after(to_.heading(h)); }
  Flow task(const Task& t) override { return after(to_.task(t)); }
  Flow text(const TextRecord& t) override { return after(to_.text(t)); }
  Flow diagnostic(const Diagnostic& d) override { return after(to_.diagnostic(d)); }

 private:
  Flow after(Flow flow) {
    if ((when_ >> calls_++ & 1) != 0) to_.flush();
    return flow;
  }
  FlushableSink& to_;
  unsigned when_;
  unsigned calls_ = 0;
};

}  // namespace

TEST_CASE("writers are found by name and by the ending of a file") {
  const struct {
    std::string_view path, name;
  } rows[] = {{"out.json", "json"},
              {"out.ndjson", "ndjson"},
              {"a.b/out.csv", "csv"},
              {"OUT.CSV", "csv"},
              {"x.json.tsv", "tsv"},
              {"notes.md", "md"},
              {"out.txt", ""},
              {"json", ""},
              {"", ""},
              {"outjson", ""}};
  for (const auto& row : rows) {
    const WriterInfo* found = find_writer_for(row.path);
    CHECK_MESSAGE((found != nullptr ? found->name : "") == row.name, row.path);
  }
  std::set<std::string_view> names;
  for (const WriterInfo& w : writers()) {
    CHECK(find_writer(w.name) == &w);
    CHECK(w.extension.starts_with('.'));
    CHECK_FALSE(w.help.empty());
    names.insert(w.name);
  }
  CHECK(names == std::set<std::string_view>{"json", "ndjson", "csv", "tsv", "md"});
  CHECK(find_writer("xml") == nullptr);
  CHECK(find_writer("") == nullptr);
}

TEST_CASE("the output is the same wherever it is flushed") {
  for (const WriterInfo& w : writers()) {
    const std::string whole = written(w.name, everything(), [](Sink& s) { play(s); });
    for (const unsigned when : {0u, 1u, 2u, 0x55u, 0xAAu, 0x124u, ~0u}) {
      Caught out;
      const auto sink = w.make(everything(), out);
      FlushingSink flushing(*sink, when);
      play(flushing);
      sink->end();
      CHECK_MESSAGE(out.bytes == whole, w.name);
    }
  }
}

TEST_CASE("a record is handed on by flush, and nothing before that") {
  for (const WriterInfo& w : writers()) {
    Caught out;
    const auto sink = w.make({}, out);
    CHECK(sink->task(bare("甲")) == Flow::more);
    CHECK(out.writes == 0);
    sink->flush();
    CHECK(out.bytes.find("甲") != out.bytes.npos);
    sink->flush();
    CHECK(out.writes == 1);
  }
}

TEST_CASE("output leaves in blocks, records of any size whole") {
  const std::string huge(1u << 20, 'x');
  for (const WriterInfo& w : writers()) {
    Caught out;
    const auto sink = w.make({}, out);
    for (int i = 0; i < 3000; ++i) sink->task(bare("强化审计监督。"));
    sink->task(bare(huge));
    sink->end();
    CHECK(out.writes > 1);
    CHECK(out.writes < 3 + out.bytes.size() / write::Block::enough);
    CHECK(out.bytes.find(huge) != out.bytes.npos);
  }
}

TEST_CASE("an output that fails is noticed in a record, in flush and in end") {
  for (const WriterInfo& w : writers()) {
    const auto after_one = [&](auto then) {
      FullDisk disk(0);
      const auto sink = w.make({}, disk);
      sink->task(bare("甲"));
      then(*sink);
    };
    CHECK_THROWS_WITH_AS(after_one([](FlushableSink& s) { s.flush(); }), "disk full", std::runtime_error);
    CHECK_THROWS_WITH_AS(after_one([](FlushableSink& s) { s.end(); }), "disk full", std::runtime_error);
    CHECK_THROWS_WITH_AS(after_one([](FlushableSink& s) {
                           for (int i = 0; i < 3000; ++i) s.task(bare("甲"));
                         }),
                         "disk full", std::runtime_error);
  }
}

TEST_CASE("bytes that an output refused are not written twice") {
  struct Once : Output {
    std::string bytes;
    bool failed = false;
    void write(std::string_view b) override {
      if (!failed) {
        failed = true;
        throw std::runtime_error("refused");
      }
      bytes += b;
    }
  } out;
  const auto sink = find_writer("ndjson")->make({}, out);
  sink->task(bare("甲"));
  CHECK_THROWS(sink->flush());
  sink->task(bare("乙"));
  sink->end();
  CHECK(out.bytes == written("ndjson", bare("乙")));
}

TEST_CASE("the schema is of the version that the records have") {
  const std::string_view schema = json_schema();
  CHECK(schema.starts_with("{\n"));
  CHECK(schema.ends_with("}\n"));
  const std::string version(schema_version);
  CHECK(schema.find("\"const\": \"" + version + "\"") != schema.npos);
  CHECK(schema.find("urn:fenjie:records:" + version) != schema.npos);
}
