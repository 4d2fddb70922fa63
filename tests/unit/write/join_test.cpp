// What is written apart and joined is what one writer writes.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "sample.hpp"

using namespace sample;

namespace {

/// Gives a document with some records, or with none.
void play_document(Sink& sink, int number) {
  Document d = document();
  const std::string name = std::to_string(number) + ".txt";
  d.doc = name;
  sink.document(d);
  if (number % 3 == 1) return;
  Heading h = heading();
  h.doc = name;
  sink.heading(h);
  Task t = number % 2 == 0 ? full() : bare("强化审计监督。");
  t.doc = name;
  sink.task(t);
  TextRecord remark = text();
  remark.doc = name;
  sink.text(remark);
  Diagnostic gap = diagnostic();
  gap.doc = name;
  sink.diagnostic(gap);
  sink.task(t);
}

/// One document after the other by one inner writer.
std::vector<std::string> written_apart(const WriterInfo& form, WriterOptions options, int documents) {
  options.inner = true;
  Caught out;
  const auto inner = form.make(options, out);
  std::vector<std::string> all;
  for (int i = 0; i < documents; ++i) {
    play_document(*inner, i);
    inner->end();
    all.push_back(std::exchange(out.bytes, {}));
  }
  return all;
}

/// Joined in pieces of at most `size` bytes.
std::string joined(const WriterInfo& form, const WriterOptions& options, const std::vector<std::string>& all,
                   std::size_t size) {
  Caught out;
  const auto outer = form.make(options, out);
  for (const std::string_view one : all) {
    outer->join({});
    for (std::size_t at = 0; at < one.size(); at += size) outer->join(one.substr(at, size));
  }
  outer->end();
  return out.bytes;
}

}  // namespace

TEST_CASE("documents that were written apart are joined to what one writer writes") {
  WriterOptions rich;
  rich.with = With::document | With::heading | With::text | With::diagnostic;
  rich.provenance = rich.excel = true;
  rich.header = HeaderLanguage::zh;
  for (const WriterInfo& form : writers()) {
    for (const WriterOptions& options : {WriterOptions(), rich}) {
      for (const int documents : {0, 1, 2, 7}) {
        const auto whole = written(form.name, options, [&](Sink& s) {
          for (int i = 0; i < documents; ++i) play_document(s, i);
        });
        const auto apart = written_apart(form, options, documents);
        for (const std::size_t size : {1u, 7u, 100'000u}) {
          CHECK_MESSAGE(joined(form, options, apart, size) == whole, form.name);
        }
      }
    }
  }
}

TEST_CASE("what is joined stands behind what the writer itself has written") {
  for (const WriterInfo& form : writers()) {
    const auto whole = written(form.name, {}, [](Sink& s) { play_document(s, 0), play_document(s, 2); });
    WriterOptions options;
    options.inner = true;
    Caught second;
    const auto inner = form.make(options, second);
    play_document(*inner, 2);
    inner->end();
    Caught out;
    const auto outer = form.make({}, out);
    play_document(*outer, 0);
    outer->join(second.bytes);
    outer->end();
    CHECK_MESSAGE(out.bytes == whole, form.name);
  }
}
