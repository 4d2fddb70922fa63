#include "text/chunk.hpp"

#include "text/buffer.hpp"
#include "text/decode.hpp"
#include "text/scan.hpp"

namespace fenjie::text {

bool Chunk::open(std::string_view bytes, std::uint64_t offset, std::uint64_t number, const ChunkSteps& steps) {
  bytes_ = bytes;
  if (!to_text(steps)) return false;
  offset_ = offset;
  number_ = number;
  given_ = 0;
  sign_ = begin_ = raw_begin_ = given_marks_ = 0;
  signs_.clear();
  find_signs(text_, 0, signs_);
  return true;
}

bool Chunk::to_text(const ChunkSteps& steps) {
  if (!decode(steps) || (steps.no_nul && text_.find('\0') != text_.npos)) return false;
  if (steps.simplifier == nullptr) return true;
  simple_.resize(text_.size() + 4);
  if (!steps.simplifier->convert_even(text_, simple_.data())) return false;
  text_ = {simple_.data(), text_.size()};
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
  const bool wide = encoding_ == Run::utf16, little = steps.units == Units::utf16le;
  const std::size_t width = wide ? 2 : 1;
  const auto mark = [&](std::size_t from) {
    return wide ? find_line_mark16(bytes_, from, little) : find_line_mark(bytes_, from);
  };
  for (std::size_t at = mark(0); at < bytes_.size(); at = mark(at + width)) {
    raw_ends_.push_back(static_cast<std::uint32_t>(at + width));
  }
}

bool Chunk::next(Line& line, RawLine& raw, bool& suspicious) {
  if (begin_ == text_.size()) return false;
  const std::size_t first = sign_, begin = begin_;
  Sign kinds;
  bool suspect = false;
  // the last line has its end, too: a chunk is whole lines
  for (; !signs_[sign_].sign.line_end(); ++sign_) {
    SignAt& s = signs_[sign_];
    kinds |= s.sign;
    suspect = suspect || s.suspicious;
    s.at -= static_cast<std::uint32_t>(begin);
  }
  const std::size_t end = signs_[sign_].at;
  const bool pair = text_[end] == '\r' && end + 1 < text_.size() && text_[end + 1] == '\n';
  const std::size_t marks = pair ? 2 : 1;
  std::size_t raw_end = end + marks, mark_bytes = marks;
  if (encoding_ != 0) {
    raw_end = raw_ends_[given_marks_ + marks - 1];
    mark_bytes = marks * (encoding_ == Run::utf16 ? 2 : 1);
  }
  raw = {bytes_.substr(raw_begin_, raw_end - mark_bytes - raw_begin_),
         {offset_ + raw_begin_, offset_ + raw_end}, number_ + given_, false};
  line.text = text_.substr(begin, end - begin);
  line.swaps = {};
  line.number = raw.number;
  line.span = raw.span;
  line.signs = {signs_.data() + first, sign_ - first};
  line.kinds = kinds;
  set_runs(line, raw.span.start);
  suspicious = suspect;
  sign_ += marks;
  given_marks_ += marks;
  begin_ = end + marks;
  raw_begin_ = raw_end;
  ++given_;
  return true;
}

void Chunk::set_runs(Line& line, std::uint64_t raw) {
  run_ = encoding_ == 0 ? Run{raw, 0, 1, 1} : Run{raw, 0, Run::per_character, encoding_};
  line.runs = {&run_, 1};
  if (encoding_ == 0 || line.text.size() <= Run::counted) return;
  runs_.clear();
  add_counted_runs(line.text, 0, raw, encoding_, runs_);
  line.runs = runs_;
}

}  // namespace fenjie::text
