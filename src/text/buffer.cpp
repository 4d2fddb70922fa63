#include "text/buffer.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// The run that text byte `at` lies in: the last that begins at or before it.
template <typename Runs>
std::size_t find_run(const Runs& runs, std::size_t at) {
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

std::uint64_t raw_in(const Run& run, std::size_t at) {
  if (run.text_step == 0) return run.raw;
  return run.raw + (at - run.text) / run.text_step * run.raw_step;
}

// Original bytes of one character of `bytes` bytes. Steps 1:1 carry whole UTF-8 sequences: the character
// is as long in the input as in the text.
std::size_t raw_length(const Run& run, std::size_t bytes) {
  return run.text_step == 0 ? 0 : run.text_step == 1 ? bytes * run.raw_step : run.raw_step;
}

// The run of text byte `at`.
const Run& run_of(std::span<const Run> runs, std::size_t at) {
  return runs[runs.size() == 1 ? 0 : find_run(runs, at)];
}

}  // namespace

std::uint64_t raw_at(const Line& line, std::size_t at) { return raw_in(run_of(line.runs, at), at); }

void Buffer::append(std::string_view text, std::span<const Run> runs, std::span<const Swap> swaps,
                    std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::size_t base = text_.size();
  text_.append(text.substr(begin, end - begin));
  std::size_t i = runs.size() == 1 ? 0 : find_run(runs, begin);
  Run first = runs[i];
  first.raw = raw_in(first, begin);
  first.text = static_cast<std::uint32_t>(base);
  add_run(first);
  for (++i; i < runs.size() && runs[i].text < end; ++i) {
    Run r = runs[i];
    r.text = static_cast<std::uint32_t>(base + (r.text - begin));
    add_run(r);
  }
  for (auto s = find_swap(swaps, begin); s != swaps.end() && s->text < end; ++s) {
    swaps_.push_back({static_cast<std::uint32_t>(base + (s->text - begin)), s->original});
  }
}

void Buffer::append_changed(const Line& line, std::size_t begin, std::size_t end, std::string_view to) {
  if (to == line.text.substr(begin, end - begin)) return append(line, begin, end);
  const Run& run = run_of(line.runs, begin);
  const std::uint64_t raw = raw_in(run, begin);
  swaps_.push_back({static_cast<std::uint32_t>(text_.size()), code_point(line.text, begin)});
  append_as(to, raw, raw_length(run, end - begin));
}

void Buffer::append_instead(const Line& line, std::size_t begin, std::size_t end, std::string_view text) {
  if (text.empty()) return;
  const std::size_t last = previous(line.text, end);
  const Run& run = run_of(line.runs, last);
  const std::uint64_t raw = fenjie::text::raw_at(line, begin);
  append_as(text, raw, raw_in(run, last) + raw_length(run, end - last) - raw);
}

void Buffer::append_own(std::string_view text) {
  if (text.empty()) return;
  const std::uint64_t raw = text_.empty() ? 0 : raw_end(text_.size());
  runs_.push_back({raw, static_cast<std::uint32_t>(text_.size()), 0, 0});
  text_.append(text);
}

// A run of characters that only goes on where the last one ends is no new run.
void Buffer::add_run(const Run& run) {
  if (!runs_.empty()) {
    const Run& last = runs_.back();
    const std::size_t length = run.text - last.text;
    if (last.text_step == run.text_step && last.raw_step == run.raw_step && run.text_step > 0 &&
        run.text_step <= 4 && length % run.text_step == 0 && raw_in(last, run.text) == run.raw) {
      return;
    }
  }
  runs_.push_back(run);
}

const Run& Buffer::run_at(std::size_t at) const { return run_of(runs_, at); }

std::uint64_t Buffer::raw_at(std::size_t at) const {
  if (runs_.empty()) return 0;
  return raw_in(run_at(at), at);
}

std::uint64_t Buffer::raw_end(std::size_t end) const {
  const std::size_t last = previous(text_, end);
  const Run& run = run_at(last);
  return raw_in(run, last) + raw_length(run, end - last);
}

void Buffer::original(std::size_t begin, std::size_t end, std::string& out) const {
  std::size_t at = begin;
  for (auto swap = find_swap(swaps_, begin); swap != swaps().end() && swap->text < end; ++swap) {
    out.append(text_, at, swap->text - at);
    fenjie::text::append(out, swap->original);
    at = next(text_, swap->text);
  }
  out.append(text_, at, end - at);
}

}  // namespace fenjie::text
