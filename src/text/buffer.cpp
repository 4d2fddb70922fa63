#include "text/buffer.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// Room for all elements once more, in steps that grow.
template <typename T>
void make_room(std::vector<T>& list) {
  if (list.capacity() < 2 * list.size()) list.reserve(4 * list.size());
}

// The first change at or after text byte `at`.
auto find_swap(std::span<const Swap> swaps, std::size_t at) {
  return std::lower_bound(swaps.begin(), swaps.end(), at,
                          [](const Swap& s, std::size_t v) { return s.text < v; });
}

// What a line and a buffer have alike, asked for by name: of a copy of all, much would be copied in vain.
std::string_view text_of(const Line& l) { return l.text; }
std::string_view text_of(const Buffer& b) { return b.view(); }
std::span<const Run> runs_of(const Line& l) { return l.runs; }
std::span<const Run> runs_of(const Buffer& b) { return b.runs(); }
std::span<const Swap> swaps_of(const Line& l) { return l.swaps; }
std::span<const Swap> swaps_of(const Buffer& b) { return b.swaps(); }
std::span<const SignAt> signs_of(const Line& l) { return l.signs; }
std::span<const SignAt> signs_of(const Buffer& b) { return b.signs(); }

}  // namespace

// Any text of one run: a line of GB18030.
template <typename From>
[[gnu::noinline]] void Buffer::append_run(const From& from, std::size_t begin, std::size_t end) {
  const Run& run = runs_of(from)[0];
  const std::size_t base = text_.size();
  const std::uint64_t raw = raw_in(run, text_of(from), begin);
  append_text({text_of(from).data() + begin, end - begin});
  add_run({raw, static_cast<std::uint32_t>(base), run.text_step, run.raw_step});
  append_signs(signs_of(from), begin, end, base);
}

// Any other.
template <typename From>
[[gnu::noinline]] void Buffer::append_runs(const From& from, std::size_t begin, std::size_t end) {
  const std::span<const Run> runs = runs_of(from);
  const std::size_t base = text_.size();
  const Run* run = &runs[begin == 0 ? 0 : find_run(runs, begin)];
  add_run({raw_in(*run, text_of(from), begin), static_cast<std::uint32_t>(base), run->text_step, run->raw_step});
  // the others go on with none before them there, so they do not here
  for (const Run* const last = runs.data() + runs.size(); ++run != last && run->text < end;) {
    runs_.push_back({run->raw, static_cast<std::uint32_t>(run->text + base - begin), run->text_step, run->raw_step});
  }
  if (!swaps_of(from).empty()) append_swaps(swaps_of(from), begin, end, base);
  append_signs(signs_of(from), begin, end, base);
  append_text({text_of(from).data() + begin, end - begin});
}

inline void Buffer::append_signs(std::span<const SignAt> signs, std::size_t begin, std::size_t end, std::size_t base) {
  const auto part = signs_in(signs, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  signs_.append(part, static_cast<std::uint32_t>(base - begin));
}

void Buffer::append(const Line& from, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (is_plain(from.runs, from.swaps))
    return append_plain(from.scanned(), from.runs[0].raw - from.runs[0].text, begin, end);
  if (from.runs.size() == 1 && from.swaps.empty()) append_run(from, begin, end);
  else append_runs(from, begin, end);
}

void Buffer::append_searched(const Scanned& from, std::uint64_t raw, std::size_t begin, std::size_t end) {
  const Run run{raw, 0, 1, 1};
  append_run(Line{from.text, {&run, 1}, {}, 0, {}, from.signs, {}}, begin, end);
}

void Buffer::append(const Buffer& from, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (from.runs_.size() == 1 && from.swaps_.empty()) append_run(from, begin, end);
  else append_runs(from, begin, end);
}

void Buffer::append_without(const Line& from, std::span<const Range> gaps) {
  if (is_plain(from.runs, from.swaps)) return append_pieces(from, gaps);
  std::size_t kept = 0;
  for (const Range& gap : gaps) {
    append(from, kept, gap.begin);
    kept = gap.end;
  }
  append(from, kept, from.text.size());
}

// What stands in front of each gap of a plain line, and behind the last: its signs are met on the way, not searched,
// and each piece but the first begins a run.
void Buffer::append_pieces(const Line& from, std::span<const Range> gaps) {
  const std::uint64_t raw = from.runs[0].raw - from.runs[0].text;
  const std::size_t runs_before = runs_.size();
  const SignAt* sign = from.signs.data();
  const SignAt* const last = sign + from.signs.size();
  SignAt* to_sign = signs_.room(from.signs.size());
  char* to = text_.room(from.text.size());
  const auto piece = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    const auto base = static_cast<std::uint32_t>(to - text_.data());
    const Run run{raw + begin, base, 1, 1};
    if (runs_.size() == runs_before) add_run(run);
    else runs_.push_back(run);
    std::memcpy(to, from.text.data() + begin, end - begin);
    to += end - begin;
    for (; sign != last && sign->at < end; ++sign) put(to_sign++, packed(*sign) + base - begin);
  };
  std::uint32_t kept = 0;
  for (const Range& gap : gaps) {
    piece(kept, gap.begin);
    while (sign != last && sign->at < gap.end) ++sign;
    kept = gap.end;
  }
  piece(kept, static_cast<std::uint32_t>(from.text.size()));
  text_.end_write(to);
  signs_.end_write(to_sign);
}

// Changes in bytes `[begin, end)`, which come to stand at byte `base` of this text.
void Buffer::append_swaps(std::span<const Swap> swaps, std::size_t begin, std::size_t end, std::size_t base) {
  for (auto s = find_swap(swaps, begin); s != swaps.end() && s->text < end; ++s) {
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
  // room first: what is read stays where it is
  text_.room(end - begin);
  signs_.room(signs_.size());
  runs_.room(runs_.size());
  make_room(swaps_);
  append(*this, begin, end);
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
  const auto base = static_cast<std::uint32_t>(text_.size());
  append_as(text, raw, raw_in(run, line.text, last) + raw_length(run, end - last) - raw);
  find_signs(text, base, signs_);
}

void Buffer::append_own(std::string_view text) {
  if (text.empty()) return;
  const std::uint64_t raw = text_.empty() ? 0 : raw_end(text_.size());
  const auto base = static_cast<std::uint32_t>(text_.size());
  runs_.push_back({raw, base, 0, 0});
  append_text(text);
  if (text.size() > 2 || text.back() < 0) return find_signs(text, base, signs_);
  // `\n`, `\n\n`: what joins pieces is mostly ASCII, and no suspicious character
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Sign sign{static_cast<unsigned char>(text[i])};
    if (!sign.none()) signs_.push_back({base + i, sign, 1, no_suspicion});
  }
}

void Buffer::replace_own(std::size_t begin, std::size_t end, std::string_view text) {
  const auto more = static_cast<std::uint32_t>(text.size() - (end - begin));  // modulo 2^32
  replace_runs(begin, end, more);
  if (!swaps_.empty()) {
    const auto behind = swaps_.erase(swaps_.begin() + (find_swap(swaps_, begin) - swaps().begin()),
                                     swaps_.begin() + (find_swap(swaps_, end) - swaps().begin()));
    for (auto s = behind; s != swaps_.end(); ++s) s->text += more;
  }
  replace_signs(begin, end, text);
  text.copy(text_.replace(begin, end - begin, text.size()), text.size());
}

// The runs between give way to one of the new text and the rest of the last of them. They are looked for from the end:
// those behind are met there, as they move.
void Buffer::replace_runs(std::size_t begin, std::size_t end, std::uint32_t more) {
  std::size_t last = runs_.size() - 1;
  for (; runs_[last].text > end; --last) runs_[last].text += more;  // the first one begins at byte 0
  Run rest = runs_[last];
  rest.raw = raw_in(rest, view(), end);
  rest.text = static_cast<std::uint32_t>(end) + more;
  std::size_t first = last;
  while (runs_[first].text >= begin) --first;
  const std::size_t before = previous(view(), begin);
  const std::uint64_t raw = raw_in(runs_[first], view(), before) + raw_length(runs_[first], begin - before);
  const Run own{raw, static_cast<std::uint32_t>(begin), 0, 0};
  const std::size_t gone = last - first++;
  Run* const place = runs_.replace(first, gone, 2);
  place[0] = own;
  place[1] = rest;
}

void Buffer::replace_signs(std::size_t begin, std::size_t end, std::string_view text) {
  const auto more = static_cast<std::uint32_t>(text.size() - (end - begin));
  std::size_t last = signs_.size();
  for (; last > 0 && signs_[last - 1].at >= end; --last) signs_[last - 1].at += more;
  std::size_t first = last, count = 0;
  while (first > 0 && signs_[first - 1].at >= begin) --first;
  for (const char c : text) count += Sign(static_cast<unsigned char>(c)).none() ? 0 : 1;
  SignAt* to = signs_.replace(first, last - first, count);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Sign sign(static_cast<unsigned char>(text[i]));
    if (!sign.none()) *to++ = {static_cast<std::uint32_t>(begin + i), sign, 1, no_suspicion};
  }
}

// The same for any run but the first.
void Buffer::add_other_run(const Run& run) {
  const Run& last = runs_.back();
  const std::size_t length = run.text - last.text;
  const bool alike = last.text_step == run.text_step && last.raw_step == run.raw_step && run.text_step > 0 &&
                     run.text_step <= 4 && length % run.text_step == 0;
  if (!alike || raw_in(last, view(), run.text) != run.raw) runs_.push_back(run);
}

const Run& Buffer::run_at(std::size_t at) const { return run_of(runs(), at); }

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
