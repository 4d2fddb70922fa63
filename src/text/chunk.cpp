#include "text/chunk.hpp"

#include "text/buffer.hpp"
#include "text/decode.hpp"
#include "text/raw_ends.hpp"

namespace fenjie::text {

bool Chunk::open(std::string_view bytes, std::uint64_t offset, std::uint64_t number, const ChunkSteps& steps) {
  bytes_ = bytes;
  lines_ = {};
  line_ = nullptr;
  if (!to_text(steps)) return false;
  const bool plain = encoding_ == 0;
  const Run run = plain ? Run{} : Run{0, 0, Run::per_character, encoding_};
  line_ = scan_.lines.data();
  lines_ = {text_.data(), line_, line_ + scan_.lines.size() - 1, offset, number, run, plain ? ~0u : Run::counted};
  return true;
}

// Conversion changes no sign and no length here: the lines are those of the document.
bool Chunk::to_text(const ChunkSteps& steps) {
  if (!decode(steps) || (steps.no_nul && text_.find('\0') != text_.npos)) return false;
  if (!scan_lines(text_, encoding_ == 0 ? Bytes::any : Bytes::utf8, scan_)) return false;
  if (encoding_ != 0) find_raw_ends(bytes_, steps.units, scan_);
  document_ = text_.data();
  if (steps.simplifier == nullptr) return true;
  char* const simple = simple_.room(text_.size() + 4);
  if (steps.simplifier->convert_even(text_, simple)) text_ = {simple, text_.size()};
  return true;
}

bool Chunk::decode(const ChunkSteps& steps) {
  encoding_ = 0;
  text_ = bytes_;
  if (steps.units == Units::utf8) return true;  // as scan_lines will tell
  char* to = decoded_.room(bytes_.size() * 3 + 4);
  std::size_t done = 0;
  if (steps.units == Units::double_byte) {
    encoding_ = Run::double_byte;
    done = steps.decoder->convert(bytes_, to);
  } else {
    encoding_ = Run::utf16;
    done = convert_utf16(bytes_, steps.units == Units::utf16le, to);
  }
  text_ = {decoded_.data(), static_cast<std::size_t>(to - decoded_.data())};
  return done == bytes_.size();
}

void Chunk::count_runs(Line& line) {
  runs_.clear();
  add_counted_runs(line.text, 0, line.span.start, encoding_, runs_);
  line.runs = runs_.view();
}

}  // namespace fenjie::text
