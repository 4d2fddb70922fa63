#include "text/line_reader.hpp"

#include <algorithm>
#include <optional>

#include "text/buffer.hpp"
#include "text/chunk.hpp"
#include "text/cleaner.hpp"
#include "text/decode.hpp"
#include "text/decoder.hpp"
#include "text/encoding.hpp"
#include "text/findings.hpp"
#include "text/script.hpp"
#include "text/simplifier.hpp"
#include "text/splitter.hpp"

namespace fenjie::text {
namespace {

constexpr std::size_t first_look = 512;
constexpr std::size_t longest_look = 64 << 10;
constexpr std::size_t shortest_limit = 64;
constexpr std::size_t longest_limit = std::size_t{1} << 30;  // Run::text is 32 bits wide

}  // namespace

struct LineReader::State {
  explicit State(LineOptions o)
      : options(std::move(o)), splitter(std::clamp(options.line_bytes, shortest_limit, longest_limit)) {
    if (!options.encoding.empty()) check_encoding_name(options.encoding);
  }

  LineOptions options;
  Encoding encoding;
  ScriptCount count;  // of the head
  Origin origin;
  Findings findings;
  Splitter splitter;
  std::optional<Decoder> decoder;  // of encodings other than Unicode's
  Cleaner cleaner;
  std::optional<Simplifier> simplifier;  // of a traditional document

  bool decided = false;           // encoding and script are known
  bool finished = false;          // no more bytes will come
  bool closed = false;            // and the splitter knows it
  bool drained = true;            // the splitter has no more lines
  std::size_t look = first_look;  // how many bytes to judge by
  std::string held;               // bytes that the splitter may not see yet
  std::string block;              // bytes of our own that the splitter works on
  Chunk chunk;                    // lines of the block at hand
  bool in_chunk = false;
  bool convert_singly = false;      // each line of the chunk is yet to be converted
  std::uint64_t single_before = 0;  // offset up to which lines are read one by one
  std::uint64_t repaired = 0;       // lines of the chunk that were mended
  bool often_repaired = false;      // many lines of the last one
  Run clean;                        // the one run of a line that needed nothing
  Buffer decoded;
  SignList signs;  // of a line that was read by itself

  bool decide();
  bool judge(std::string_view head, bool whole);
  std::string_view decode_head(std::string_view head);
  void settle();
  bool refill();
  bool close();
  bool open_chunk();
  void close_chunk();
  bool complete(Line& line);
  [[nodiscard]] bool complete_as_it_is(const Line& line) const {
    return !chunk.suspicious() && !convert_singly && !chunk.needs_runs(line);
  }
  bool next_otherwise(Line& line);
  void decode(const RawLine& raw, Line& line);
  void make(const RawLine& raw, Line& line);
};

// Looks at the first 512, 1024, 2048 … bytes, and at no other number, so that the answer does not hang
// on how the input is cut; stops when it is clear, at the latest at 64 KiB or at the end.
bool LineReader::State::decide() {
  for (; !decided; look *= 2) {
    const bool whole = finished && held.size() <= look;
    if (!whole && held.size() < look) return false;
    decided = judge(std::string_view(held).substr(0, look), whole) || whole || look >= longest_look;
  }
  settle();
  return true;
}

bool LineReader::State::judge(std::string_view head, bool whole) {
  const std::string before = encoding.name;
  encoding = options.encoding.empty() ? detect_encoding(head, whole) : named_encoding(options.encoding, head);
  if (encoding.units == Units::double_byte && encoding.name != before) decoder.emplace(encoding.name);
  decoded.clear();
  const std::string_view text = decode_head(head);
  count = {};
  count.add(text);
  origin.script = count.script();
  if (options.repair) cleaner.look(text);
  return encoding.sure && count.clear();
}

// The head as one line of text, for counting.
std::string_view LineReader::State::decode_head(std::string_view head) {
  head.remove_prefix(encoding.bom_bytes);
  const RawLine raw{head.substr(0, whole_characters(head, encoding.units)), {}, 1, false};
  Line line;
  const auto before = findings.take();  // of the head nothing is booked: its lines are to come
  decode(raw, line);
  findings.take();
  return line.text;
}

void LineReader::State::settle() {
  origin.encoding = encoding.name;
  origin.encoding_by = encoding.by;
  origin.bom_bytes = encoding.bom_bytes;
  splitter.start(encoding.units, encoding.bom_bytes);
  if (encoding.by == "score") findings.add(Code::encoding_guessed, 1, 0, 1, encoding.name);
  if (count.mixed()) findings.add(Code::script_mixed, 1, 0);
  if (options.convert && origin.script == "Hant") simplifier.emplace(options.originals);
}

// Hands held bytes to the splitter; false where there are none.
bool LineReader::State::refill() {
  const bool first = !decided;
  if (first && !decide()) return false;
  if (held.empty()) return false;
  block.swap(held);
  held.clear();
  splitter.feed(std::string_view(block).substr(first ? encoding.bom_bytes : 0));
  return true;
}

bool LineReader::State::close() {
  if (!finished || closed) return false;
  splitter.finish();
  return closed = true;
}

// The next whole lines of the block at once; false: the next line must be read by itself.
bool LineReader::State::open_chunk() {
  if (!decided || splitter.offset() < single_before || (options.repair && cleaner.always())) return false;
  const std::string_view lines = splitter.whole_lines(Chunk::most);
  if (lines.empty()) return false;
  const ChunkSteps steps{encoding.units, decoder ? &*decoder : nullptr,
                         simplifier && !often_repaired ? &*simplifier : nullptr, splitter.offset() < longest_look};
  in_chunk = chunk.open(lines, splitter.offset(), splitter.number(), steps);
  if (!in_chunk) single_before = splitter.offset() + lines.size();
  convert_singly = simplifier && !chunk.converted();
  repaired = 0;
  return in_chunk;
}

// Where many lines need a repair, those of the next chunk will, too: then it is quicker to convert each by itself, once
// it is mended, than some of them twice.
void LineReader::State::close_chunk() {
  splitter.skip(chunk.bytes(), chunk.lines());
  in_chunk = false;
  often_repaired = repaired * 8 > chunk.lines();
}

void LineReader::State::decode(const RawLine& raw, Line& line) {
  if (encoding.units == Units::utf8 && valid_utf8(raw.bytes)) {
    clean = {raw.span.start, 0, 1, 1};
    line.text = raw.bytes;
    line.runs = {&clean, 1};
    line.swaps = {};
    return;
  }
  decoded.clear();
  switch (encoding.units) {
    case Units::utf8: mend_utf8(raw, decoded, findings); break;
    case Units::double_byte: decoder->decode(raw, decoded, findings); break;
    case Units::utf16le: decode_utf16(raw, true, decoded, findings); break;
    case Units::utf16be: decode_utf16(raw, false, decoded, findings); break;
  }
  line.text = decoded.view();
  line.runs = decoded.runs();
  line.swaps = decoded.swaps();
  if (line.runs.empty()) line.runs = {&(clean = {raw.span.start, 0, 1, 1}), 1};
}

void LineReader::State::make(const RawLine& raw, Line& line) {
  line.number = raw.number;
  line.span = raw.span;
  if (raw.cut) findings.add(Code::line_too_long, raw.number, raw.span.start);
  decode(raw, line);
  if (raw.span.start < longest_look) {
    const auto nuls = static_cast<std::uint64_t>(std::count(line.text.begin(), line.text.end(), '\0'));
    if (nuls > 0) findings.add(Code::encoding_binary, raw.number, raw.span.start, nuls);
  }
  signs.clear();
  find_signs(line.text, 0, signs);
  line.signs = signs;
  if (options.repair) cleaner.clean(line, sum_of(line.signs).suspicions(), findings);
  if (simplifier) simplifier->simplify(line);
  line.kinds = sum_of(line.signs).kinds();
}

// Does for a line of the chunk what was not done for all. Mending comes before conversion.
bool LineReader::State::complete(Line& line) {
  if (chunk.needs_runs(line)) chunk.count_runs(line);
  if (chunk.suspicious() && options.repair) {
    const std::string_view converted = line.text;
    line.text = chunk.unconverted(line);
    if (cleaner.clean(line, chunk.suspicions(), findings)) {
      ++repaired;
      line.kinds = sum_of(line.signs).kinds();
      if (simplifier) simplifier->simplify(line, Cleaner::slack);
      return true;
    }
    line.text = converted;
  }
  if (convert_singly && !line.text.empty()) simplifier->simplify(line, chunk.behind(line.text));
  return true;
}

// The next line where the chunk has none.
bool LineReader::State::next_otherwise(Line& line) {
  if (in_chunk) close_chunk();
  RawLine raw;
  for (;;) {
    if (open_chunk() && chunk.next(line)) return complete_as_it_is(line) || complete(line);
    if (decided && splitter.next(raw)) {
      make(raw, line);
      return true;
    }
    if (!refill() && !close()) break;
  }
  drained = true;
  return false;
}

LineReader::LineReader(LineOptions options) : state_(std::make_unique<State>(std::move(options))) {}
LineReader::~LineReader() = default;

void LineReader::feed(std::string_view bytes) {
  State& s = *state_;
  if (s.decided && s.drained && s.held.empty()) {
    s.splitter.feed(bytes);
    s.drained = false;
  } else {
    s.held.append(bytes);
  }
}

void LineReader::finish() { state_->finished = true; }

bool LineReader::next(Line& line) {
  State& s = *state_;
  if (!s.chunk.next(line)) [[unlikely]] return s.next_otherwise(line);
  if (!s.complete_as_it_is(line)) [[unlikely]] return s.complete(line);
  return true;
}

std::uint32_t LineReader::pass_blanks() { return state_->chunk.pass_blanks(); }
LinesAhead LineReader::ahead() const { return state_->convert_singly ? LinesAhead() : state_->chunk.ahead(); }
void LineReader::skip_to(LinesAhead taken) { state_->chunk.skip_to(taken); }

const Origin& LineReader::origin() const { return state_->origin; }
std::vector<Finding> LineReader::take_findings() { return state_->findings.take(); }

}  // namespace fenjie::text
