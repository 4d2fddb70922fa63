// JSON: one object for all inputs, written as the records come.
//
//   {"schema_version":"1.0","documents":[
//   {"document":{…},
//   "tasks":[
//   {…},
//   {…}
//   ],
//   "headings":[],
//   "texts":[],
//   "diagnostics":[]}
//   ]}
//
// Tasks go out at once. Headings, texts and diagnostics of a document come between its tasks, but
// stand behind them: until then they wait in spools, so memory does not grow with the input.
#include <string>

#include "write/json_records.hpp"
#include "write/make.hpp"
#include "write/spool.hpp"

namespace fenjie::write {
namespace {

/// A list of records that waits for its turn.
class WaitingList {
 public:
  explicit WaitingList(bool provenance) : block_(spool_), records_(block_, provenance) {}

  /// Begins a record; `done` ends it.
  JsonRecords& next() {
    block_.put(first_ ? "\n" : ",\n");
    first_ = false;
    return records_;
  }
  void done() { block_.record_done(); }

  /// Writes `"name":[…]` and begins anew.
  void move_to(Block& out, std::string_view quoted_name) {
    out.put(quoted_name);
    out.put(":[");
    if (!first_) {
      block_.flush();
      spool_.move_to(out);
      out.put('\n');
    }
    out.put(']');
    first_ = true;
  }

 private:
  Spool spool_;
  Block block_;
  JsonRecords records_;
  bool first_ = true;
};

class JsonWriter final : public FlushableSink {
 public:
  JsonWriter(const WriterOptions& options, Output& output)
      : block_(output),
        records_(block_, options.provenance),
        headings_(options.provenance),
        texts_(options.provenance),
        diagnostics_(options.provenance),
        inner_(options.inner),
        first_document_(!inner_) {
    if (inner_) return;
    block_.put(R"({"schema_version":")"), block_.put(schema_version), block_.put(R"(","documents":[)");
  }

  Flow document(const Document& d) override {
    close_document();
    open_document(d);
    return Flow::more;
  }
  Flow heading(const Heading& h) override {
    need_document(h.doc);
    headings_.next().heading(h), headings_.done();
    return Flow::more;
  }
  Flow task(const Task& t) override {
    need_document(t.doc);
    block_.put(first_task_ ? "\n" : ",\n");
    first_task_ = false;
    records_.task(t);
    block_.record_done();
    return Flow::more;
  }
  Flow text(const TextRecord& t) override {
    need_document(t.doc);
    texts_.next().text(t), texts_.done();
    return Flow::more;
  }
  Flow diagnostic(const Diagnostic& d) override {
    need_document(d.doc);
    diagnostics_.next().diagnostic(d), diagnostics_.done();
    return Flow::more;
  }
  void end() override {
    close_document();
    if (!inner_) block_.put(first_document_ ? "]}\n" : "\n]}\n");
    block_.flush();
  }
  void flush() override { block_.flush(); }
  /// Each document of an inner writer begins with the comma behind another one.
  void join(std::string_view written) override {
    close_document();
    if (first_document_ && !written.empty()) written.remove_prefix(1), first_document_ = false;
    block_.take(written);
  }

 private:
  void open_document(const Document& d) {
    block_.put(first_document_ ? "\n{\"document\":" : ",\n{\"document\":");
    records_.document(d);
    block_.put(",\n\"tasks\":[");
    block_.record_done();
    doc_ = d.doc;
    open_ = first_task_ = true;
    first_document_ = false;
  }
  /// A record without its document, as of an input that could not be opened, still has a place.
  void need_document(std::string_view doc) {
    if (open_ && doc == doc_) return;
    close_document();
    Document d;
    d.doc = doc;
    open_document(d);
  }
  void close_document() {
    if (!open_) return;
    block_.put(first_task_ ? "],\n" : "\n],\n");
    headings_.move_to(block_, R"("headings")"), block_.put(",\n");
    texts_.move_to(block_, R"("texts")"), block_.put(",\n");
    diagnostics_.move_to(block_, R"("diagnostics")"), block_.put('}');
    block_.record_done();
    open_ = false;
  }

  Block block_;
  JsonRecords records_;
  WaitingList headings_;
  WaitingList texts_;
  WaitingList diagnostics_;
  std::string doc_;  ///< the name of the open document
  bool open_ = false;
  bool inner_;           ///< no list around the documents
  bool first_document_;  ///< of the list
  bool first_task_ = true;
};

}  // namespace

std::unique_ptr<FlushableSink> make_json(const WriterOptions& options, Output& output) {
  return std::make_unique<JsonWriter>(options, output);
}

}  // namespace fenjie::write
