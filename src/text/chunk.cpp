#include "text/chunk.hpp"

#include "text/buffer.hpp"
#include "text/decode.hpp"
#include "text/scan.hpp"

namespace fenjie::text {

bool Chunk::open(std::string_view bytes, std::uint64_t offset, std::uint64_t number, const ChunkSteps& steps) {
  bytes_ = bytes;
  if (!to_text(steps)) return false;
  offset_ = offset;
  first_number_ = number_ = number;
  begin_ = raw_begin_ = given_marks_ = 0;
  run_ = encoding_ == 0 ? Run{} : Run{0, 0, Run::per_character, encoding_};
  signs_.clear();
  find_signs(text_, 0, signs_);
  sign_ = signs_.data();
  return true;
}

bool Chunk::to_text(const ChunkSteps& steps) {
  if (!decode(steps) || (steps.no_nul && text_.find('\0') != text_.npos)) return false;
  document_ = text_.data();
  if (steps.simplifier == nullptr) return true;
  simple_.resize(text_.size() + 4);
  if (steps.simplifier->convert_even(text_, simple_.data())) text_ = {simple_.data(), text_.size()};
  return true;
}

bool Chunk::decode(const ChunkSteps& steps) {
  encoding_ = 0;
  text_ = bytes_;
  if (steps.units == Units::utf8) return valid_utf8(bytes_);
  decoded_.resize(bytes_.size() * 3 + 4);
  char* to = decoded_.data();
  std::size_t done = 0;
  if (steps.units == Units::double_byte) {
    encoding_ = Run::double_byte;
    done = steps.decoder->convert(bytes_, to);
  } else {
    encoding_ = Run::utf16;
    done = convert_utf16(bytes_, steps.units == Units::utf16le, to);
  }
  text_ = {decoded_.data(), static_cast<std::size_t>(to - decoded_.data())};
  if (done < bytes_.size()) return false;
  find_raw_ends(steps);
  return true;
}

// Line ends are found in the bytes once more: the text does not tell how many bytes stand before them.
void Chunk::find_raw_ends(const ChunkSteps& steps) {
  raw_ends_.clear();
  if (encoding_ == Run::utf16) {
    const auto found = [&](std::size_t at) { raw_ends_.push_back(static_cast<std::uint32_t>(at + 2)); };
    each_line_mark16(bytes_, steps.units == Units::utf16le, found);
  } else {
    each_line_mark(bytes_, [&](std::size_t at) { raw_ends_.push_back(static_cast<std::uint32_t>(at + 1)); });
  }
}

// Where the line before the text's byte `end` ends in the input, its `marks` line marks included.
std::size_t Chunk::decoded_end(std::size_t marks) {
  given_marks_ += marks;
  return raw_ends_[given_marks_ - 1];
}

void Chunk::count_runs(Line& line) {
  runs_.clear();
  add_counted_runs(line.text, 0, line.span.start, encoding_, runs_);
  line.runs = runs_;
}

}  // namespace fenjie::text
