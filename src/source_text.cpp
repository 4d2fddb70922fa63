// Wires the text room for those who want to look again at what a span reads.
#include "fenjie/source_text.hpp"

#include <algorithm>
#include <deque>
#include <vector>

#include "text/blanks.hpp"
#include "text/buffer.hpp"
#include "text/line_reader.hpp"
#include "text/punctuation.hpp"
#include "text/script.hpp"
#include "text/slice.hpp"
#include "text/unmarked.hpp"
#include "text/utf8.hpp"

namespace fenjie {
namespace {

constexpr std::size_t chunk_bytes = 1 << 20;
constexpr std::size_t fed_bytes = 256 << 10;  // at once: the reader of lines may copy what it is fed

// A line of the document: where its text stands.
struct LinePlace {
  std::uint64_t raw;  // its first byte
  std::uint64_t number;
  const text::Buffer* chunk;
  std::size_t begin, end;  // in the chunk
};

text::LineOptions line_options(const ReaderOptions& o) {
  text::LineOptions lines;
  lines.encoding = o.encoding;
  lines.repair = o.repair;
  lines.convert = o.script != Script::keep;
  lines.line_bytes = o.limits.line_bytes;
  return lines;
}

std::string shown(std::string simplified, Script script) {
  switch (script) {
    case Script::traditional: return text::convert(simplified, text::Direction::s2t);
    case Script::taiwan: return text::convert(simplified, text::Direction::s2tw);
    case Script::hongkong: return text::convert(simplified, text::Direction::s2hk);
    default: return simplified;
  }
}

// `93 | 修路 |` → `93修路`: a row that fits its table nowhere is given as its cells, without the bars.
std::string cells_of(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const text::Sign sign(s, at);
    if (!sign.space() && !sign.bar()) out.append(s, at, text::next(s, at) - at);
  }
  return out;
}

// The same of values between commas (RFC 4180).
std::string values_of(std::string_view s) {
  std::string out;
  for (const char c : cells_of(s)) {
    if (c != ',' && c != '"') out += c;
  }
  return out;
}

// What stands between the bars of a line, without blanks.
std::vector<std::string> cells_of_line(std::string_view line) {
  std::vector<std::string> cells(1);
  for (std::size_t at = 0; at < line.size(); at = text::next(line, at)) {
    const text::Sign sign(line, at);
    if (sign.bar()) cells.emplace_back();
    else if (!sign.space()) cells.back().append(line, at, text::next(line, at) - at);
  }
  return cells;
}

// `县交通│6月底│` `│道路。│运输局`: a cell on several lines of a grid begins the first line and ends the last one, which
// tells the column that the lines between have it in.
bool is_cell_on_lines(std::string_view read, std::string_view wanted) {
  const std::size_t last = read.rfind('\n');
  if (last == std::string_view::npos) return false;
  const std::size_t column = cells_of_line(read.substr(last + 1)).size() - 1;
  std::string whole;
  for (std::size_t begin = 0; begin <= read.size();) {
    const std::size_t end = std::min(read.find('\n', begin), read.size());
    const std::vector<std::string> cells = cells_of_line(read.substr(begin, end - begin));
    const std::size_t at = begin == 0 ? 0 : column;
    if (at >= cells.size()) return false;
    whole += cells[at];
    begin = end + 1;
  }
  return whole == wanted;
}

// `编制方  市发改委、市交` `案       通局`: a cell on several lines, columns set apart by blanks. Each line gives it some
// pieces, one behind the other, or none; the first line begins with it.
bool is_cell_among_blanks(std::string_view read, std::string_view wanted) {
  if (read.find('\n') == std::string_view::npos) return false;
  std::size_t done = 0;
  for (std::size_t begin = 0; begin <= read.size() && done < wanted.size();) {
    const std::size_t end = std::min(read.find('\n', begin), read.size());
    bool taken = false, over = false;
    for (std::size_t at = begin; at < end && !over;) {
      std::size_t stop = at;
      while (stop < end && !text::is_space(text::code_point(read, stop))) stop = text::next(read, stop);
      const std::string_view piece = read.substr(at, stop - at);
      const bool fits = !piece.empty() && wanted.substr(done).starts_with(piece);
      if (fits) done += piece.size();
      over = taken && !piece.empty() && !fits;
      taken = taken || fits;
      if (begin == 0 && !taken && !piece.empty()) return false;
      at = stop < end ? text::next(read, stop) : end;
    }
    begin = end + 1;
  }
  return done == wanted.size();
}

// `推进建设（责任单位：县网信办）。建设平台。`: a bracket with units in the midst of a text is none of it.
// `whole`: nothing but brackets stands behind it.
bool is_without_brackets(std::string_view read, std::string_view wanted, bool whole = true) {
  std::size_t at = 0, done = 0;
  while (at < read.size() && (whole || done < wanted.size())) {
    const std::size_t end = text::next(read, at);
    if (done < wanted.size() && wanted.substr(done).starts_with(read.substr(at, end - at))) {
      done += end - at;
      at = end;
    } else if (text::opens(text::code_point(read, at)) == text::Bracket::none) {
      return false;
    } else {
      at = text::bracket_end(read, at);
      if (at == std::string_view::npos) return false;
    }
  }
  return done == wanted.size() && done > 0;
}

// A text so written begins in what was read.
bool holds_without_brackets(std::string_view read, std::string_view wanted) {
  constexpr int most = 8;  // places where it may
  if (wanted.empty()) return false;
  const std::string_view first = wanted.substr(0, text::next(wanted, 0));
  std::size_t at = read.find(first);
  for (int i = 0; i < most && at != read.npos; ++i, at = read.find(first, text::next(read, at))) {
    if (is_without_brackets(read.substr(at), wanted, false)) return true;
  }
  return false;
}

// `打造""一站式""服务` in comma-separated values: of two quotes one is meant.
std::string with_single_quotes(std::string s) {
  for (std::size_t at = s.find("\"\""); at != std::string::npos; at = s.find("\"\"", at + 1)) s.erase(at, 1);
  return s;
}

// The first text byte of `[begin, end)` that stands at raw byte `raw` or behind it.
std::size_t first_at(const LinePlace& line, std::uint64_t raw) {
  const std::string_view view = line.chunk->view();
  std::size_t low = line.begin, high = line.end;
  while (low < high) {
    std::size_t middle = low + (high - low) / 2;
    while (middle > low && (static_cast<unsigned char>(view[middle]) & 0xC0u) == 0x80u) --middle;
    if (line.chunk->raw_at(middle) < raw) {
      low = text::next(view, middle);
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

struct SourceText::Parts {
  Parts(const ReaderOptions& options, std::string all) : bytes(std::move(all)), script(options.script) {
    text::LineReader reader(line_options(options));
    for (std::size_t at = 0; at < bytes.size(); at += fed_bytes) {
      reader.feed(std::string_view(bytes).substr(at, fed_bytes));
      take_lines(reader);
    }
    reader.finish();
    take_lines(reader);
    traditional = reader.origin().script == "Hant";
    if (!reader.origin().encoding.empty()) decoder.emplace(std::string(reader.origin().encoding));
  }

  void take_lines(text::LineReader& reader) {
    text::Line line;
    while (reader.next(line)) {
      if (chunks.empty() || chunks.back().size() > chunk_bytes) chunks.emplace_back();
      text::Buffer& chunk = chunks.back();
      const std::size_t begin = chunk.size();
      if (text::has_table_marks(line.text)) text::append_unmarked(line, chunk);
      else chunk.append(line, 0, line.text.size());
      lines.push_back({line.span.start, line.number, &chunk, begin, chunk.size()});
    }
  }

  // The line in which a byte stands: the last that begins at or before it.
  [[nodiscard]] auto line_at(std::uint64_t byte) const {
    const auto after = std::ranges::upper_bound(lines, byte, {}, &LinePlace::raw);
    return after == lines.begin() ? after : std::prev(after);
  }

  [[nodiscard]] std::string mended(Span span) const {
    std::string out;
    for (auto line = line_at(span.start); line != lines.end() && line->raw < span.end; ++line) {
      const std::size_t from = first_at(*line, span.start), to = first_at(*line, span.end);
      if (line->raw > span.start && !out.empty()) out += '\n';
      if (from < to) out += line->chunk->view(from, to);
    }
    return out;
  }

  [[nodiscard]] std::string decoded(Span span) const {
    return decoder->decode(std::string_view(bytes).substr(span.start, span.end - span.start));
  }

  [[nodiscard]] std::string converted(std::string plain) const {
    if (traditional && script != Script::keep) plain = text::convert(plain, text::Direction::t2s);
    return shown(std::move(plain), script);
  }

  std::string bytes;
  Script script;
  bool traditional = false;
  std::optional<text::SliceDecoder> decoder;
  std::deque<text::Buffer> chunks;  // addresses stay
  std::vector<LinePlace> lines;
};

SourceText::SourceText(const ReaderOptions& options, std::string bytes)
    : parts_(std::make_unique<Parts>(options, std::move(bytes))) {}
SourceText::SourceText(SourceText&&) noexcept = default;
SourceText& SourceText::operator=(SourceText&&) noexcept = default;
SourceText::~SourceText() = default;

std::string_view SourceText::bytes() const { return parts_->bytes; }

bool SourceText::holds(Span span) const {
  return span.start <= span.end && span.end <= parts_->bytes.size() && parts_->decoder;
}

std::uint64_t SourceText::line_of(std::uint64_t byte) const {
  if (byte >= parts_->bytes.size() || parts_->lines.empty()) return 0;
  return parts_->line_at(byte)->number;
}

std::string SourceText::read(Span span) const {
  return holds(span) ? shown(parts_->mended(span), parts_->script) : std::string();
}

Match SourceText::match(Span span, std::string_view value) const {
  if (!holds(span)) return Match::none;
  const std::string wanted = text::without_blanks(value);
  const std::string plain = text::without_blanks(parts_->decoded(span));
  if (parts_->converted(plain) == wanted) return plain == wanted ? Match::exact : Match::converted;
  const std::string mended = parts_->mended(span);
  const std::string read = shown(mended, parts_->script);
  const bool same = text::without_blanks(read) == wanted || cells_of(read) == wanted || values_of(read) == wanted ||
                    with_single_quotes(text::without_blanks(read)) == wanted ||
                    shown(text::without_blanks(mended), parts_->script) == wanted || is_cell_on_lines(read, wanted) ||
                    is_cell_among_blanks(read, wanted) || is_without_brackets(text::without_blanks(read), wanted);
  return same ? Match::mended : Match::none;
}

bool SourceText::contains(Span span, std::string_view value, std::size_t characters) const {
  if (!holds(span)) return false;
  std::string wanted = text::without_blanks(value);
  std::size_t end = 0;
  while (end < wanted.size() && characters-- > 0) end = text::next(wanted, end);
  wanted.resize(end);
  const std::string all = text::without_blanks(read(span));
  return text::without_blanks(parts_->decoded(span)).find(wanted) != std::string::npos ||
         all.find(wanted) != std::string::npos || with_single_quotes(all).find(wanted) != std::string::npos ||
         holds_without_brackets(all, wanted);
}

}  // namespace fenjie
