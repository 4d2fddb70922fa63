// Bytes → records → every writer. Head: encoding, script, switches, limits, writers, records before the
// sink stops, pieces (two bytes).
#include <algorithm>
#include <vector>

#include "fenjie/reader.hpp"
#include "fenjie/writer.hpp"
#include "fuzz.hpp"

namespace {

using namespace fenjie;
using fuzz::require;

constexpr const char* encodings[] = {"", "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};

// How an input is to be read and printed.
struct Plan {
  ReaderOptions reading;
  WriterOptions writing;
  std::uint64_t stop_after = 0;  // records; 0: never

  explicit Plan(fuzz::Input& input) {
    reading.encoding = encodings[input.below(std::size(encodings))];
    reading.script = static_cast<Script>(input.below(6));
    const unsigned switches = input.byte();
    reading.keep_duplicates = (switches & 1) != 0;
    reading.repair = (switches & 2) == 0;
    reading.strict_encoding = (switches & 4) != 0;
    if ((switches & 8) != 0) reading.year = 2021;
    reading.bookings = true;
    set_limits(input.below(4));
    set_writing(input.byte());
    const std::size_t stop = input.below(64);
    stop_after = stop < 48 ? 0 : stop - 47;
  }

 private:
  void set_limits(std::size_t choice) {
    if (choice == 0) return;
    reading.limits.line_bytes = choice == 1 ? 64 : choice == 2 ? 0 : 500;
    reading.limits.cell_bytes = choice == 1 ? 32 : choice == 2 ? 0 : 200;
    reading.limits.held_tasks = choice - 1;
    reading.limits.nesting = choice - 1;
  }
  void set_writing(unsigned choice) {
    writing.with = static_cast<With>(choice & 15);
    writing.provenance = (choice & 16) != 0;
    writing.bom = (choice & 32) != 0;
    writing.excel = (choice & 64) != 0;
    writing.header = (choice & 128) != 0 ? HeaderLanguage::zh : HeaderLanguage::en;
  }
};

// Keeps a sum of what a writer prints, and not the bytes.
class Summed : public Output {
 public:
  void write(std::string_view bytes) override { sum.add(bytes); }
  fuzz::Sum sum;
};

// Looks at the records, and hands them to every writer.
class Watch : public Sink {
 public:
  Watch(const Plan& plan, std::uint64_t bytes) : stop_after_(plan.stop_after), bytes_(bytes) {
    for (const WriterInfo& info : writers()) {
      outputs_.push_back(std::make_unique<Summed>());
      writers_.push_back(info.make(plan.writing, *outputs_.back()));
    }
  }

  Flow document(const Document& d) override {
    require(documents_++ == 0, "one document record");
    return hand_on([&](Sink& s) { s.document(d); });
  }
  Flow heading(const Heading& h) override {
    check(h.source);
    check(h.text);
    return hand_on([&](Sink& s) { s.heading(h); });
  }
  Flow task(const Task& t) override {
    check(t.source);
    for (const Text* text : {&t.number_text, &t.text, &t.note}) check(*text);
    for (const std::string_view h : t.headings) check(h);
    for (const Leader& l : t.leaders) check(l.name), check(l.title);
    check(t.units);
    check(t.deadline);
    for (const SubTask& s : t.subtasks) check(s.number_text), check(s.text), check(s.units), check(s.deadline);
    for (const Date& d : t.dates) check(d.text), check(d.due);
    for (const Extra& e : t.extra) check(e.header), check(e.cell);
    return hand_on([&](Sink& s) { s.task(t); });
  }
  Flow text(const TextRecord& t) override {
    check(t.source);
    check(t.text);
    return hand_on([&](Sink& s) { s.text(t); });
  }
  Flow diagnostic(const Diagnostic& d) override {
    require(d.place.byte <= bytes_, "a diagnostic lies in the input");
    for (const std::string_view s : {d.message, d.advice, d.excerpt}) check(s);
    return hand_on([&](Sink& s) { s.diagnostic(d); });
  }
  Flow booked(const Booking& b) override {
    check(b.text);
    books_.push_back(b.span);
    return Flow::more;
  }

  // The sums of all writers.
  std::vector<fuzz::Sum> finish() {
    if (!stopped_) check_books();
    std::vector<fuzz::Sum> sums;
    for (std::size_t i = 0; i < writers_.size(); ++i) {
      writers_[i]->end();
      writers_[i]->flush();
      sums.push_back(outputs_[i]->sum);
    }
    return sums;
  }

 private:
  void check(std::string_view s) const { require(fuzz::is_utf8(s), "text is UTF-8"); }
  void check(const Span& s) const { require(s.start <= s.end && s.end <= bytes_, "a place lies in the input"); }
  void check(const Source& s) const { check(s.span); }
  void check(const Text& t) const { check(t.text), check(t.span); }
  void check(std::span<const Unit> units) const {
    for (const Unit& u : units) check(u.name), check(u.alias), check(u.as_written);
  }
  void check(const Deadline* d) const {
    if (d == nullptr) return;
    check(d->text);
    check(d->due);
    for (const Milestone& m : d->milestones) check(m.due), check(m.text);
  }

  template <typename Call>
  Flow hand_on(Call call) {
    require(!stopped_, "no record after the sink stopped");
    for (const auto& writer : writers_) call(*writer);
    stopped_ = ++records_ == stop_after_;
    return stopped_ ? Flow::stop : Flow::more;
  }

  void check_books() {
    std::sort(books_.begin(), books_.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    std::uint64_t at = 0;
    for (const Span& span : books_) {
      require(span.start == at && span.end >= at, "the books name every byte once");
      at = span.end;
    }
    require(at == bytes_, "the books reach the end");
  }

  std::uint64_t stop_after_;
  std::uint64_t bytes_;
  std::uint64_t records_ = 0;
  int documents_ = 0;
  bool stopped_ = false;
  std::vector<Span> books_;
  std::vector<std::unique_ptr<Summed>> outputs_;
  std::vector<std::unique_ptr<FlushableSink>> writers_;
};

std::vector<fuzz::Sum> read(const Plan& plan, std::string_view bytes, fuzz::Pieces* pieces) {
  Watch watch(plan, bytes.size());
  Reader reader(plan.reading, watch);
  fuzz::give(bytes, pieces, [&](std::string_view piece) { reader.feed(piece); });
  reader.finish();
  return watch.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const Plan plan(input);
  const unsigned seed = input.byte();
  fuzz::Pieces pieces(seed, input.byte());
  const auto whole = read(plan, input.document(), nullptr);
  require(read(plan, input.document(), &pieces) == whole, "records do not depend on the pieces");
  return 0;
}
