#include <doctest/doctest.h>

#include <sys/resource.h>

#include <csignal>
#include <system_error>

#include "sample.hpp"
#include "write/spool.hpp"

using namespace sample;

namespace {

/// The line of one record, without its end, as NDJSON has it.
template <typename Record>
std::string line_of(Record record) {
  WriterOptions options;
  options.with = With::document | With::heading | With::text | With::diagnostic;
  std::string line = written("ndjson", options, record);
  line.pop_back();
  return line;
}

const auto document_line = [] { return line_of([](Sink& s) { s.document(document()); }); };

}  // namespace

TEST_CASE("no document is a valid object too") {
  CHECK(written("json", {}, [](Sink&) {}) == "{\"schema_version\":\"1.0\",\"documents\":[]}\n");
}

TEST_CASE("a document without records has its four lists") {
  CHECK(written("json", {}, [](Sink& s) { s.document(document()); }) ==
        "{\"schema_version\":\"1.0\",\"documents\":[\n{\"document\":" + document_line() +
            ",\n\"tasks\":[],\n\"headings\":[],\n\"texts\":[],\n\"diagnostics\":[]}\n]}\n");
}

TEST_CASE("records come in any order and stand in lists of their kind") {
  const std::string task = line_of([](Sink& s) { s.task(bare("甲")); });
  const std::string text_line = line_of([](Sink& s) { s.text(text()); });
  const std::string out = written("json", {}, [](Sink& s) {
    s.document(document());
    s.text(text()), s.task(bare("甲")), s.heading(heading());
    s.diagnostic(diagnostic()), s.text(text()), s.task(bare("甲"));
  });
  CHECK(out == "{\"schema_version\":\"1.0\",\"documents\":[\n{\"document\":" + document_line() +
                   ",\n\"tasks\":[\n" + task + ",\n" + task + "\n],\n\"headings\":[\n" +
                   line_of([](Sink& s) { s.heading(heading()); }) + "\n],\n\"texts\":[\n" + text_line +
                   ",\n" + text_line + "\n],\n\"diagnostics\":[\n" +
                   line_of([](Sink& s) { s.diagnostic(diagnostic()); }) + "\n]}\n]}\n");
}

TEST_CASE("lists of one document do not run into the next") {
  const std::string out = written("json", {}, [](Sink& s) { play(s); });
  const std::size_t second = out.find("{\"document\":", out.find("{\"document\":") + 1);
  REQUIRE(second != out.npos);
  CHECK(out.substr(second).find("\"headings\":[],\n\"texts\":[],\n\"diagnostics\":[]}") != out.npos);
  CHECK(out[second - 2] == ',');
}

TEST_CASE("a record whose document was never given has one of its own") {
  const std::string out = written("json", {}, [](Sink& s) {
    s.document(document());
    Diagnostic d = diagnostic();
    d.doc = "missing.txt";
    s.diagnostic(d);
  });
  CHECK(out.find("\"diagnostics\":[]},\n{\"document\":{\"type\":\"document\",\"doc\":\"missing.txt\"") !=
        out.npos);
}

TEST_CASE("what waits beyond the memory bound comes back in order") {
  std::string expected;
  Caught out;
  write::Block block(out);
  write::Spool spool;
  for (const int rounds : {3, 40000, 5, 0}) {
    for (int i = 0; i < rounds; ++i) {
      const std::string piece = "record " + std::to_string(i) + " of some length\n";
      spool.write(piece);
      expected += piece;
    }
    CHECK(spool.empty() == (rounds == 0));
    spool.move_to(block);
    CHECK(spool.empty());
  }
  block.flush();
  CHECK(expected.size() > 2 * write::Spool::memory_bytes);
  CHECK(out.bytes == expected);
}

TEST_CASE("a temporary file that cannot grow is noticed") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);  // then write() fails instead
  const rlimit small{100000, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto spool = [] {
    Caught out;
    const auto sink = find_writer("json")->make({}, out);
    sink->document(document());
    for (int i = 0; i < 10000; ++i) sink->text(text());
    sink->end();
  };
  CHECK_THROWS_AS(spool(), std::system_error);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
}
