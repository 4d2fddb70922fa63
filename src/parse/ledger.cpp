#include "parse/ledger.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fenjie::parse {

namespace {

// White space, punctuation, and what is drawn between cells.
bool is_drawn(std::string_view s, std::size_t at) {
  const char32_t c = text::code_point(s, at);
  return text::is_space(c) || text::is_separator(c) || text::ends_sentence(c) || text::is_colon(c) ||
         text::opens(c) != text::Bracket::none || text::closes(c) != text::Bracket::none || c == '|' ||
         c == 0xFF5C || (c >= 0x2500 && c <= 0x257F) || c == '-' || c == '?';
}

}  // namespace

text::Range without_separators(std::string_view s, text::Range r) {
  while (!r.empty() && is_drawn(s, r.begin)) r.begin = static_cast<std::uint32_t>(text::next(s, r.begin));
  for (std::size_t at = r.end; !r.empty(); r.end = static_cast<std::uint32_t>(at)) {
    at = text::previous(s, at);
    if (!is_drawn(s, at)) break;
  }
  return r;
}

void Ledger::line(const text::Line& line) {
  lines_.emplace_back();
  LineEntry& e = lines_.back();
  e.text.append(line, 0, line.text.size());
  e.span = line.span;
  e.number = line.number;
}

void Ledger::take(const text::Buffer& buffer, text::Range where, Taken taken, std::string_view rule) {
  const auto runs = buffer.runs();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t begin = std::max<std::size_t>(runs[i].text, where.begin);
    const std::size_t run_end = i + 1 < runs.size() ? runs[i + 1].text : buffer.size();
    const std::size_t end = std::min<std::size_t>(run_end, where.end);
    if (begin >= end || runs[i].text_step == 0) continue;
    const Span span = buffer.source(begin, end);
    if (!parts_.empty() && parts_.back().taken == taken && parts_.back().span.end == span.start &&
        parts_.back().rule == rule) {
      parts_.back().span.end = span.end;
      continue;
    }
    if (!parts_.empty() && span.start < parts_.back().span.start) sorted_ = false;
    parts_.push_back({span, taken, std::string(rule)});
  }
}

void Ledger::sort() {
  if (sorted_) return;
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](const Part& a, const Part& b) { return a.span.start < b.span.start; });
  sorted_ = true;
}

std::string Ledger::text_of(const LineEntry& line, Span span) {
  // characters of the line whose bytes lie in the span
  std::string out;
  const std::string_view s = line.text.view();
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const std::uint64_t raw = line.text.raw_at(at);
    if (raw >= span.start && raw < span.end) out.append(s, at, text::next(s, at) - at);
  }
  return out;
}

void Ledger::gap(const LineEntry& line, Span span) {
  if (span.empty()) return;
  std::string text = text_of(line, span);
  const bool separators = without_separators(text, {0, static_cast<std::uint32_t>(text.size())}).empty();
  const Taken taken = separators ? Taken::blank : Taken::remainder;
  out_.push_back({taken, span, {}, std::move(text)});
}

void Ledger::settle_line(const LineEntry& line) {
  out_.clear();
  std::uint64_t at = line.span.start;
  while (!parts_.empty() && parts_.front().span.start < line.span.end) {
    Part& p = parts_.front();
    const Span span{std::max(p.span.start, at), std::min(p.span.end, line.span.end)};
    if (span.start < span.end) {
      gap(line, {at, span.start});
      out_.push_back({p.taken, span, p.rule, text_of(line, span)});
      at = span.end;
    }
    if (p.span.end > line.span.end) {
      p.span.start = line.span.end;  // goes on in the next line
      break;
    }
    parts_.pop_front();
  }
  gap(line, {at, line.span.end});
}

}  // namespace fenjie::parse
