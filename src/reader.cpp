// Wires the rooms together: bytes → lines (text) → blocks (layout) → records (parse) → sink.
#include "fenjie/reader.hpp"

#include "layout/layout.hpp"
#include "parse/parser.hpp"
#include "text/line_reader.hpp"
#include "text/unmarked.hpp"

namespace fenjie {
namespace {

text::LineOptions line_options(const ReaderOptions& o) {
  text::LineOptions lines;
  lines.encoding = o.encoding;
  lines.repair = o.repair;
  lines.originals = o.script == Script::keep;
  lines.line_bytes = o.limits.line_bytes;
  return lines;
}

layout::LayoutLimits layout_limits(const ReaderOptions& o) {
  layout::LayoutLimits limits;
  limits.cell_bytes = o.limits.cell_bytes;
  return limits;
}

}  // namespace

struct Reader::Parts {
  Parts(ReaderOptions o, Sink& sink)
      : options(std::move(o)),
        lines(line_options(options)),
        parser(options, sink, lines),
        layout(options.grammar.vocabulary(), layout_limits(options), parser) {
    if (!options.bookings) layout.look_ahead(lines);
  }

  Flow drain() {
    if (options.bookings) book_and_read();
    else read();
    parser.emitter().give_tasks();
    return parser.emitter().stopped() ? Flow::stop : Flow::more;
  }
  void read() {
    text::Line line;
    while (!parser.emitter().stopped()) {
      layout.blank_lines(lines.pass_blanks());
      if (!lines.next(line)) break;
      layout.line(line);
    }
  }
  // Each line is booked before it is read.
  void book_and_read() {
    text::Line line;
    while (!parser.emitter().stopped() && lines.next(line)) {
      if (text::has_table_marks(line.text)) book_unmarked(line);
      else parser.emitter().book_line(line);
      layout.line(line);
    }
  }
  void book_unmarked(const text::Line& line) {
    text::Buffer shown;
    text::append_unmarked(line, shown);
    shown.keep_place(line);
    parser.emitter().book_line(
        {shown.view(), shown.runs(), shown.swaps(), line.number, line.span, shown.signs(), line.kinds});
  }

  ReaderOptions options;
  text::LineReader lines;
  parse::Parser parser;
  layout::Layout layout;
  bool finished = false;
};

Reader::Reader(ReaderOptions options, Sink& sink) : parts_(std::make_unique<Parts>(std::move(options), sink)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Flow Reader::feed(std::string_view bytes) {
  if (parts_->finished || parts_->parser.emitter().stopped()) return Flow::stop;
  parts_->lines.feed(bytes);
  return parts_->drain();
}

Flow Reader::finish() {
  if (parts_->finished) return Flow::stop;
  parts_->finished = true;
  parts_->lines.finish();
  parts_->drain();
  parts_->layout.finish();
  parts_->parser.finish();
  return parts_->parser.emitter().stopped() ? Flow::stop : Flow::more;
}

}  // namespace fenjie
