// records FORMAT [provenance]: prints every kind of record, with every optional field and with text
// that is hard to write, for the schema's validator.
#include <cstdio>
#include <string_view>

#include "../unit/write/sample.hpp"

namespace {

struct Stdout : fenjie::Output {
  void write(std::string_view bytes) override {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
      throw std::runtime_error("stdout");
  }
};

/// Every ASCII character, line and paragraph separators, a character beyond the BMP.
std::string hard_text() {
  std::string text;
  for (char c = 0; c < 0x7F; ++c) text += c;
  return text + "\x7F\u2028\u2029\uFEFF\uFFFD\U0001F600";
}

void hard_task(fenjie::Sink& sink) {
  const std::string hard = hard_text();
  const std::string_view headings[] = {hard, ""};
  const fenjie::Extra extra[] = {
      {hard, sample::at(hard, 1, 9)}, {"", sample::at("", 0, 0)}, {hard, sample::at("x", 20, 21)}};
  fenjie::Task t = sample::bare(hard);
  t.doc = t.category = t.mark = hard;
  t.number = -9223372036854775807;
  t.note = t.number_text = t.text;
  t.headings = headings;
  t.extra = extra;
  sink.task(t);
}

/// Each of the fixed words once.
void every_word(fenjie::Sink& sink) {
  using namespace fenjie;
  for (const CodeInfo& info : code_table()) {
    Diagnostic d = sample::diagnostic();
    d.code = info.code, d.severity = info.severity, d.advice = info.advice, d.excerpt = info.meaning;
    sink.diagnostic(d);
  }
  for (const TextKind kind : {TextKind::preamble, TextKind::note, TextKind::furniture, TextKind::remainder}) {
    TextRecord t = sample::text();
    t.kind = kind;
    sink.text(t);
  }
  Deadline deadline;
  for (const DeadlineKind kind : {DeadlineKind::date, DeadlineKind::tentative, DeadlineKind::recurring,
                                  DeadlineKind::ongoing, DeadlineKind::conditional, DeadlineKind::text}) {
    deadline.kind = kind;
    Task t = sample::bare("x");
    t.deadline = &deadline;
    sink.task(t);
  }
}

/// The forms of EDTF that a deadline may have.
void every_date(fenjie::Sink& sink) {
  fenjie::Deadline deadline;
  for (const char* due :
       {"2021", "2021-12", "2021-12-31", "XXXX-12", "{2021-07,2021-09}", "2021-09?", "2021-33",
        "2021-03/2021-04", "2021-06-XX", "../2025", "2025~", "[2021,2022]", "-0001"}) {
    deadline.due = due;
    fenjie::Task t = sample::bare("x");
    t.deadline = &deadline;
    sink.task(t);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const fenjie::WriterInfo* writer = argc > 1 ? fenjie::find_writer(argv[1]) : nullptr;
  if (writer == nullptr) return 2;
  fenjie::WriterOptions options;
  options.provenance = argc > 2;
  using fenjie::With;
  options.with = With::document | With::heading | With::text | With::diagnostic;
  Stdout out;
  const auto sink = writer->make(options, out);
  sample::play(*sink);
  hard_task(*sink);
  every_word(*sink);
  every_date(*sink);
  sink->end();
  return std::fflush(stdout) == 0 ? 0 : 1;
}
