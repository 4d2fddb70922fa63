#include "text/buffer.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// The run that text byte `at` lies in: the last that begins at or before it.
std::size_t find_run(std::span<const Run> runs, std::size_t at) {
  if (runs.size() <= 12) {
    // few: counting them all is quicker than a search whose turns nobody can foresee
    std::size_t before = 0;
    for (const Run& r : runs) before += r.text <= at ? 1u : 0u;
    return before == 0 ? 0 : before - 1;
  }
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), at, [](std::size_t v, const Run& r) { return v < r.text; });
  return after == runs.begin() ? 0 : static_cast<std::size_t>(after - runs.begin()) - 1;
}

// The first change at or after text byte `at`.
auto find_swap(std::span<const Swap> swaps, std::size_t at) {
  return std::lower_bound(swaps.begin(), swaps.end(), at,
                          [](const Swap& s, std::size_t v) { return s.text < v; });
}

// Original bytes of characters that are counted one by one: those of `text` from byte `begin` to `end`.
std::uint64_t counted_raw(std::string_view text, std::uint8_t encoding, std::size_t begin, std::size_t end) {
  std::uint64_t characters = 0, narrow = 0, wide = 0;
  while (begin < end) {
    // sums of one byte, which the compiler keeps sixteen at a time
    std::uint8_t some = 0, ascii = 0, four = 0;
    const std::size_t stop = std::min(end, begin + 255);
    for (; begin < stop; ++begin) {
      const auto b = static_cast<unsigned char>(text[begin]);
      some = static_cast<std::uint8_t>(some + ((b & 0xC0u) != 0x80u));
      ascii = static_cast<std::uint8_t>(ascii + (b < 0x80));
      four = static_cast<std::uint8_t>(four + (b >= 0xF0));
    }
    characters += some, narrow += ascii, wide += four;
  }
  return encoding == Run::double_byte ? 2 * characters - narrow : 2 * (characters + wide);
}

std::uint64_t raw_in_steps(const Run& run, std::string_view text, std::size_t at) {
  if (run.text_step == 0) return run.raw;
  if (run.text_step == Run::per_character) return run.raw + counted_raw(text, run.raw_step, run.text, at);
  return run.raw + (at - run.text) / run.text_step * run.raw_step;
}

// The original byte of text byte `at`, which lies in `run`.
inline std::uint64_t raw_in(const Run& run, std::string_view text, std::size_t at) {
  const bool plain = run.text_step == 1 && run.raw_step == 1;
  return plain ? run.raw + (at - run.text) : raw_in_steps(run, text, at);
}

// Original bytes of the character of `bytes` bytes at text byte `at`. Steps 1:1 carry whole UTF-8 sequences:
// the character is as long in the input as in the text.
std::size_t raw_length(const Run& run, std::size_t bytes) {
  if (run.text_step == 0) return 0;
  if (run.text_step == 1) return bytes * run.raw_step;
  if (run.text_step != Run::per_character) return run.raw_step;
  if (run.raw_step == Run::double_byte) return bytes == 1 ? 1 : 2;
  return bytes == 4 ? 4 : 2;
}

// The run of text byte `at`.
const Run& run_of(std::span<const Run> runs, std::size_t at) {
  return runs[runs.size() == 1 ? 0 : find_run(runs, at)];
}

}  // namespace

void add_counted_runs(std::string_view text, std::size_t begin, std::uint64_t raw, std::uint8_t encoding,
                      std::vector<Run>& out) {
  while (begin < text.size()) {
    out.push_back({raw, static_cast<std::uint32_t>(begin), Run::per_character, encoding});
    if (text.size() - begin <= Run::counted) return;
    std::size_t end = begin + Run::counted;
    while ((static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    raw += counted_raw(text, encoding, begin, end);
    begin = end;
  }
}

std::uint64_t raw_at(const Line& line, std::size_t at) { return raw_in(run_of(line.runs, at), line.text, at); }

struct Buffer::Traced {
  std::string_view text;
  std::span<const Run> runs;
  std::span<const Swap> swaps;
  std::span<const SignAt> signs;
};

void Buffer::append(const Line& from, std::size_t begin, std::size_t end) {
  append(Traced{from.text, from.runs, from.swaps, from.signs}, begin, end);
}

void Buffer::append(const Buffer& from, std::size_t begin, std::size_t end) {
  append(Traced{from.view(), from.runs_, from.swaps_, from.signs_}, begin, end);
}

[[gnu::always_inline]] inline void Buffer::append(const Traced& from, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::size_t base = text_.size();
  append_text({from.text.data() + begin, end - begin});
  if (from.runs.size() == 1 && from.swaps.empty()) [[likely]] {
    const Run& run = from.runs[0];
    add_run({raw_in(run, from.text, begin), static_cast<std::uint32_t>(base), run.text_step, run.raw_step});
  } else {
    append_runs(from, begin, end, base);
  }
  const auto part = signs_in(from.signs, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  signs_.append(part, static_cast<std::uint32_t>(base - begin));
}

// Runs and swaps of bytes `[begin, end)`, which stand at byte `base` of this text.
void Buffer::append_runs(const Traced& from, std::size_t begin, std::size_t end, std::size_t base) {
  std::size_t i = from.runs.size() == 1 ? 0 : find_run(from.runs, begin);
  Run first = from.runs[i];
  first.raw = raw_in(first, from.text, begin);
  first.text = static_cast<std::uint32_t>(base);
  add_run(first);
  for (++i; i < from.runs.size() && from.runs[i].text < end; ++i) {
    Run r = from.runs[i];
    r.text = static_cast<std::uint32_t>(base + (r.text - begin));
    add_run(r);
  }
  if (from.swaps.empty()) return;
  for (auto s = find_swap(from.swaps, begin); s != from.swaps.end() && s->text < end; ++s) {
    swaps_.push_back({static_cast<std::uint32_t>(base + (s->text - begin)), s->original});
  }
}

void Buffer::truncate(std::size_t size) {
  if (size >= text_.size()) return;
  text_.truncate(size);
  while (!runs_.empty() && runs_.back().text >= size) runs_.pop_back();
  while (!swaps_.empty() && swaps_.back().text >= size) swaps_.pop_back();
  while (!signs_.empty() && signs_.back().at >= size) signs_.pop_back();
}

void Buffer::repeat(std::size_t begin, std::size_t end) {
  Buffer part;
  part.append(*this, begin, end);
  append(part, 0, part.size());
}

void Buffer::append_changed(const Line& line, std::size_t begin, std::size_t end, std::string_view to) {
  if (to == line.text.substr(begin, end - begin)) return append(line, begin, end);
  const Run& run = run_of(line.runs, begin);
  const std::uint64_t raw = raw_in(run, line.text, begin);
  swaps_.push_back({static_cast<std::uint32_t>(text_.size()), code_point(line.text, begin)});
  append_as(to, raw, raw_length(run, end - begin));
}

void Buffer::append_instead(const Line& line, std::size_t begin, std::size_t end, std::string_view text) {
  if (text.empty()) return;
  const std::size_t last = previous(line.text, end);
  const Run& run = run_of(line.runs, last);
  const std::uint64_t raw = fenjie::text::raw_at(line, begin);
  append_as(text, raw, raw_in(run, line.text, last) + raw_length(run, end - last) - raw);
}

void Buffer::append_own(std::string_view text) {
  if (text.empty()) return;
  const std::uint64_t raw = text_.empty() ? 0 : raw_end(text_.size());
  const auto base = static_cast<std::uint32_t>(text_.size());
  runs_.push_back({raw, base, 0, 0});
  append_text(text);
  if (text.size() == 1) {
    if (const Sign sign{static_cast<unsigned char>(text[0])}; !sign.none()) signs_.push_back({base, sign, 1, false});
  } else {
    find_signs(text, base, signs_);
  }
}

// A run of characters that only goes on where the last one ends is no new run.
void Buffer::add_run(const Run& run) {
  if (!runs_.empty()) {
    const Run& last = runs_.back();
    const std::size_t length = run.text - last.text;
    if (last.text_step == run.text_step && last.raw_step == run.raw_step && run.text_step > 0 &&
        run.text_step <= 4 && length % run.text_step == 0 && raw_in(last, view(), run.text) == run.raw) {
      return;
    }
  }
  runs_.push_back(run);
}

const Run& Buffer::run_at(std::size_t at) const { return run_of(runs_, at); }

std::uint64_t Buffer::raw_at(std::size_t at) const {
  if (runs_.empty()) return 0;
  return raw_in(run_at(at), view(), at);
}

std::uint64_t Buffer::raw_end(std::size_t end) const {
  const std::size_t last = previous(view(), end);
  const Run& run = run_at(last);
  return raw_in(run, view(), last) + raw_length(run, end - last);
}

void Buffer::original(std::size_t begin, std::size_t end, std::string& out) const {
  std::size_t at = begin;
  for (auto swap = find_swap(swaps_, begin); swap != swaps().end() && swap->text < end; ++swap) {
    out.append(view(), at, swap->text - at);
    fenjie::text::append(out, swap->original);
    at = next(view(), swap->text);
  }
  out.append(view(), at, end - at);
}

}  // namespace fenjie::text
