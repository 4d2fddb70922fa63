// Bytes → lines. Head: encoding, repair and conversion, line limit, pieces (two bytes).
#include <vector>

#include "fenjie/reader.hpp"
#include "fuzz.hpp"
#include "text/buffer.hpp"
#include "text/line_reader.hpp"

namespace {

using namespace fenjie;
using fuzz::require;

constexpr const char* encodings[] = {"",         "UTF-8",    "GB18030", "GBK",  "Big5",  "UTF-16LE",
                                     "UTF-16BE", "UTF-16",   "GB2312",  "Big5-HKSCS", "windows-1252", "UTF-32"};

text::LineOptions options_of(fuzz::Input& input) {
  text::LineOptions options;
  options.encoding = encodings[input.below(std::size(encodings))];
  const std::size_t switches = input.below(4);
  options.repair = (switches & 1) == 0;
  options.convert = (switches & 2) == 0;
  const std::size_t limits[] = {16u << 20, 0, 64, 65, 100, 333};
  options.line_bytes = limits[input.below(std::size(limits))];
  return options;
}

// Looks at the lines of one input, in their order.
class Watch {
 public:
  explicit Watch(std::uint64_t bytes) : bytes_(bytes) {}

  void line(const text::LineReader& reader, const text::Line& line) {
    if (number_ == 0) at_ = reader.origin().bom_bytes;
    require(line.span.start == at_ && line.span.end > at_ && line.span.end <= bytes_, "spans cover the input");
    require(line.number == number_ || line.number == number_ + 1, "lines are numbered in order");
    require(line.number > 0, "lines are numbered from 1");
    require(fuzz::is_utf8(line.text), "a line is UTF-8");
    check_runs(line);
    check_swaps(line);
    check_buffer(line);
    at_ = line.span.end;
    number_ = line.number;
    sum_.add(line.text);
    sum_.add(line.number);
    sum_.add(line.span.end);
  }

  fuzz::Sum end(const text::LineReader& reader, const std::vector<text::Finding>& findings) {
    require(at_ == bytes_ || (number_ == 0 && reader.origin().bom_bytes == bytes_), "spans reach the end");
    for (const text::Finding& f : findings) {
      require(f.byte <= bytes_ && f.count > 0, "a finding lies in the input");
      require(fuzz::is_utf8(f.excerpt), "an excerpt is UTF-8");
      sum_.add(static_cast<std::uint64_t>(f.code));
      for (const std::uint64_t n : {f.line, f.byte, f.count}) sum_.add(n);
    }
    sum_.add(reader.origin().encoding);
    sum_.add(reader.origin().script);
    return sum_;
  }

 private:
  void check_runs(const text::Line& line) const {
    require(!line.runs.empty() && line.runs.front().text == 0, "the first run is at text byte 0");
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
      const text::Run& run = line.runs[i];
      require(run.raw >= line.span.start && run.raw <= line.span.end, "a run lies in its line");
      if (i == 0) continue;
      require(run.text > line.runs[i - 1].text && run.text <= line.text.size(), "runs ascend");
    }
    for (std::size_t i = 0; i <= line.text.size(); ++i) {
      const std::uint64_t raw = text::raw_at(line, i);
      require(raw >= line.span.start && raw <= line.span.end, "a character lies in its line");
    }
  }

  static void check_swaps(const text::Line& line) {
    for (std::size_t i = 0; i < line.swaps.size(); ++i) {
      require(line.swaps[i].text < line.text.size(), "a swap lies in its line");
      require(i == 0 || line.swaps[i].text > line.swaps[i - 1].text, "swaps ascend");
    }
  }

  // A line copied in two parts is the line.
  void check_buffer(const text::Line& line) {
    std::size_t half = line.text.size() / 2;
    while (half > 0 && (static_cast<unsigned char>(line.text[half]) & 0xC0u) == 0x80u) --half;
    buffer_.clear();
    buffer_.append(line, 0, half);
    buffer_.append(line, half, line.text.size());
    require(buffer_.view() == line.text, "a buffer keeps the text");
    if (line.text.empty()) return;
    const Span place = buffer_.source(0, buffer_.size());
    require(place.start >= line.span.start && place.end <= line.span.end, "a buffer keeps the place");
    original_.clear();
    buffer_.original(0, buffer_.size(), original_);
    require(fuzz::is_utf8(original_), "the document's own characters are UTF-8");
  }

  std::uint64_t bytes_;
  std::uint64_t at_ = 0;
  std::uint64_t number_ = 0;
  fuzz::Sum sum_;
  text::Buffer buffer_;
  std::string original_;
};

fuzz::Sum read(const text::LineOptions& options, std::string_view bytes, fuzz::Pieces* pieces) {
  text::LineReader reader(options);
  Watch watch(bytes.size());
  const auto pull = [&] {
    text::Line line;
    while (reader.next(line)) watch.line(reader, line);
  };
  fuzz::give(bytes, pieces, [&](std::string_view piece) {
    reader.feed(piece);
    pull();
  });
  reader.finish();
  pull();
  return watch.end(reader, reader.take_findings());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const text::LineOptions options = options_of(input);
  const unsigned seed = input.byte();
  fuzz::Pieces pieces(seed, input.byte());
  try {
    const fuzz::Sum whole = read(options, input.document(), nullptr);
    require(read(options, input.document(), &pieces) == whole, "lines do not depend on the pieces");
  } catch (const OptionError&) {
    // the name of an encoding that cannot be cut into lines
  }
  return 0;
}
