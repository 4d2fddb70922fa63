// NDJSON: one record a line. Tasks alone, unless WriterOptions::with asks for more.
#include "write/json_records.hpp"
#include "write/make.hpp"

namespace fenjie::write {
namespace {

class NdjsonWriter final : public FlushableSink {
 public:
  NdjsonWriter(const WriterOptions& options, Output& output)
      : block_(output), records_(block_, options.provenance), with_(options.with) {}

  Flow document(const Document& d) override {
    if (has(with_, With::document)) records_.document(d), line_done();
    return Flow::more;
  }
  Flow heading(const Heading& h) override {
    if (has(with_, With::heading)) records_.heading(h), line_done();
    return Flow::more;
  }
  Flow task(const Task& t) override {
    records_.task(t), line_done();
    return Flow::more;
  }
  Flow text(const TextRecord& t) override {
    if (has(with_, With::text)) records_.text(t), line_done();
    return Flow::more;
  }
  Flow diagnostic(const Diagnostic& d) override {
    if (has(with_, With::diagnostic)) records_.diagnostic(d), line_done();
    return Flow::more;
  }
  void end() override { block_.flush(); }
  void flush() override { block_.flush(); }
  void join(std::string_view written) override { block_.take(written); }

 private:
  void line_done() {
    block_.put('\n');
    block_.record_done();
  }

  Block block_;
  JsonRecords records_;
  With with_;
};

}  // namespace

std::unique_ptr<FlushableSink> make_ndjson(const WriterOptions& options, Output& output) {
  return std::make_unique<NdjsonWriter>(options, output);
}

}  // namespace fenjie::write
