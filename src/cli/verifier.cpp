#include "cli/verifier.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/record_values.hpp"
#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

constexpr std::size_t shown_columns = 60;
// Enough of a task's text to know its place by, where the output does not give a span.
constexpr std::size_t first_characters = 8;

constexpr std::array<std::string_view, static_cast<std::size_t>(RecordType::count_)> names{
    "document record", "heading", "task", "text", "diagnostic"};

std::string_view name_of(RecordType type) { return names[static_cast<std::size_t>(type)]; }

std::string quoted(std::string_view text) {
  return fmt::format("\"{}\"", shortened(printable(text), shown_columns));
}

WriterOptions options_of(const OutputFile& output) {
  WriterOptions options;
  options.with = With::document | With::heading | With::text | With::diagnostic;
  options.provenance = output.has_spans();
  return options;
}

bool lies_in(Span inner, Span outer) { return inner.start >= outer.start && inner.end <= outer.end; }

}  // namespace

Verifier::Verifier(const OutputFile& output, const OutputDocument& document, const SourceText& source,
                   std::string_view name)
    : output_(output),
      document_(document),
      source_(source),
      name_(printable(name)),
      writer_(find_writer("ndjson")->make(options_of(output), text_)) {}

Flow Verifier::document(const Document& d) {
  writer_->document(d);
  return compare(RecordType::document, 1, 0);
}

Flow Verifier::heading(const Heading& h) {
  writer_->heading(h);
  return compare(RecordType::heading, h.source.line, h.source.span.start);
}

Flow Verifier::task(const Task& t) {
  writer_->task(t);
  return compare(RecordType::task, t.source.line, t.source.span.start);
}

Flow Verifier::text(const TextRecord& t) {
  writer_->text(t);
  return compare(RecordType::text, t.source.line, t.source.span.start);
}

Flow Verifier::diagnostic(const Diagnostic& d) {
  writer_->diagnostic(d);
  return compare(RecordType::diagnostic, d.place.line, d.place.byte);
}

void Verifier::fault(std::uint64_t line, std::string message) {
  if (!verified_.mismatch) verified_.mismatch = {line, std::move(message)};
}

// What the writer has just printed, without the line's end.
std::string Verifier::fresh_record() {
  writer_->flush();
  std::string record = std::move(text_.text);
  text_.text.clear();
  if (record.ends_with('\n')) record.pop_back();
  return record;
}

Flow Verifier::compare(RecordType type, std::uint64_t line, std::uint64_t byte) {
  const auto& list = document_.of(type);
  std::size_t& next = next_[static_cast<std::size_t>(type)];
  if (!output_.has(type)) {
    (void)fresh_record();
  } else if (next == list.size()) {
    missing(type, line, byte);
  } else {
    last_line_ = list[next].line;
    compare_with(list[next++], byte);
  }
  return verified_.mismatch ? Flow::stop : Flow::more;
}

void Verifier::missing(RecordType type, std::uint64_t line, std::uint64_t byte) {
  fault(last_line_, fmt::format("behind this record a {} is missing: {}, line {}, byte {}", name_of(type),
                                name_, line, byte));
}

// First whether the values are what their bytes read: that names the value; then whether all is equal.
void Verifier::compare_with(const OutputRecord& record, std::uint64_t byte) {
  const std::string fresh = fresh_record();
  const Json found = parse_json(record.bytes);
  check_source(found, record.line);
  check_values(found, record.line);
  if (verified_.mismatch) return;
  if (record.bytes != fresh) compare_records(parse_json(fresh), found, record, byte);
  verified_.records += !verified_.mismatch;
}

void Verifier::compare_records(const Json& expected, const Json& found, const OutputRecord& record,
                               std::uint64_t byte) {
  const auto difference = json_unequal(expected, found);
  if (!difference) return;
  const auto wanted = source_of(expected), given = source_of(found);
  if (wanted && given && wanted->span.start < given->span.start) {
    fault(record.line, fmt::format("before this record one is missing: {}, line {}, byte {}", name_,
                                   wanted->line, wanted->span.start));
  } else if (wanted && given && wanted->span.start > given->span.start) {
    fault(record.line, fmt::format("{} gives no such record: its next is on line {}, byte {}", name_,
                                   wanted->line, wanted->span.start));
  } else {
    fault(record.line,
          fmt::format("{}, as {} gives it from byte {} on", printable(*difference), name_, byte));
  }
}

void Verifier::check_source(const Json& record, std::uint64_t line) {
  const auto place = source_of(record);
  if (!place) return;
  const auto [start, end] = place->span;
  if (!source_.holds(place->span) || place->span.empty()) {
    fault(line, fmt::format("source: bytes {}-{} are none of {}, which has {}", start, end, name_,
                            source_.bytes().size()));
  } else if (const std::uint64_t at = source_.line_of(start); at != place->line) {
    fault(line,
          fmt::format("source.line is {}, but {} has byte {} on line {}", place->line, name_, start, at));
  } else if (const auto text = string_of(record, "text");
             text && !output_.has_spans() && !source_.contains(place->span, *text, first_characters)) {
    fault(line, fmt::format("source: {} bytes {}-{} read {}: no beginning of {}", name_, start, end,
                            quoted(source_.read(place->span)), quoted(*text)));
  }
}

void Verifier::check_values(const Json& record, std::uint64_t line) {
  const auto place = source_of(record);
  for (const PlacedValue& value : placed_values(record)) {
    const auto [start, end] = value.span;
    const Match match = source_.match(value.span, value.text);
    if (match == Match::none) {
      fault(line, fmt::format("{}: {} bytes {}-{} read {}, not {}", printable(value.path), name_, start, end,
                              quoted(source_.read(value.span)), quoted(value.text)));
    } else if (value.own && place && !lies_in(value.span, place->span)) {
      fault(line, fmt::format("{}: bytes {}-{} do not lie in the record's own, {}-{}", printable(value.path),
                              start, end, place->span.start, place->span.end));
    }
    if (verified_.mismatch) return;
    ++(match == Match::exact       ? verified_.exact
       : match == Match::converted ? verified_.converted
                                   : verified_.mended);
  }
}

bool Verifier::again() {
  if (verified_.mismatch) return false;
  bool more = false;
  for (std::size_t i = 0; i < next_.size(); ++i) {
    const auto& list = document_.lists[i];
    const std::size_t left = list.size() - next_[i], used = next_[i] - begun_[i];
    if (left == 0) continue;
    more = true;
    if (left >= used && used > 0 && !output_.has(RecordType::document)) continue;
    fault(list[next_[i]].line, fmt::format("{} gives no such {}", name_, names[i]));
    return false;
  }
  begun_ = next_;
  return more;
}

}  // namespace fenjie::cli
