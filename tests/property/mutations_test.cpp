// Damaged input ends quickly, names places inside itself, and is booked to its last byte.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../unit/tasks.hpp"
#include "records.hpp"
#include "texts.hpp"

namespace {

constexpr std::size_t longest = 12000;  // bytes of a text that are damaged at once
constexpr double seconds = 10;          // far more than any of them should need

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& l : lines) text += l;
  return text;
}

// One way of damaging a text.
std::string damaged(std::string text, Dice& dice) {
  if (text.empty()) return text;
  switch (dice.below(8)) {
    case 0:  // bytes flipped
      for (std::size_t n = 1 + dice.below(20); n > 0; --n)
        text[dice.below(text.size())] = static_cast<char>(dice.below(256));
      return text;
    case 1:  // cut off
      return text.substr(0, dice.below(text.size()));
    case 2:  // the beginning is gone
      return text.substr(dice.below(text.size()));
    case 3:  // bytes lost
      for (std::size_t n = 1 + dice.below(10); n > 0 && text.size() > 1; --n)
        text.erase(dice.below(text.size() - 1), 1);
      return text;
    default: break;
  }
  std::vector<std::string> lines = lines_of(text);
  for (std::size_t n = 1 + dice.below(8); n > 0 && lines.size() > 2; --n) {
    const std::size_t at = dice.below(lines.size() - 1);
    const auto here = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (dice.below(4)) {
      case 0: lines.erase(here); break;
      case 1: lines.insert(here, std::string(*here)); break;
      case 2: std::swap(lines[at], lines[dice.below(lines.size())]); break;
      default:  // joined with the next
        if (!lines[at].empty()) lines[at].pop_back();
    }
  }
  return joined(lines);
}

// Looks at the places that records name.
struct Watch : TaskNotes {
  std::vector<fenjie::Span> books;
  std::uint64_t furthest = 0;
  bool backwards = false;
  fenjie::Flow task(const fenjie::Task& t) override {
    backwards = backwards || t.source.span.end < t.source.span.start || t.text.span.end < t.text.span.start;
    furthest = std::max({furthest, t.source.span.end, t.text.span.end});
    return TaskNotes::task(t);
  }
  fenjie::Flow booked(const fenjie::Booking& b) override {
    books.push_back(b.span);
    return fenjie::Flow::more;
  }
};

void check_one(const std::string& bytes) {
  Watch watch;
  fenjie::ReaderOptions options;
  options.bookings = true;
  const auto begin = std::chrono::steady_clock::now();
  read_notes(bytes, watch, std::move(options));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  CHECK(taken.count() < seconds);
  CHECK(watch.furthest <= bytes.size());
  CHECK_FALSE(watch.backwards);
  std::sort(watch.books.begin(), watch.books.end(),
            [](const fenjie::Span& a, const fenjie::Span& b) { return a.start < b.start; });
  std::uint64_t at = 0;
  for (const fenjie::Span& span : watch.books) {
    if (span.start != at) break;
    at = span.end;
  }
  CHECK(at == bytes.size());
}

}  // namespace

// FENJIE_MUTATIONS=1000 damages every text that often, and as a whole: a quarter of an hour.
TEST_CASE("damaged texts") {
  const char* const asked = std::getenv("FENJIE_MUTATIONS");
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    const int rounds = asked != nullptr ? std::atoi(asked) : s.ours ? 200 : 20;
    const std::size_t most = asked != nullptr ? s.bytes.size() : longest;
    for (int round = 0; round < rounds; ++round) {
      CAPTURE(round);
      Dice dice(static_cast<std::uint64_t>(round) + 1);
      const std::size_t begin = s.bytes.size() > most ? dice.below(s.bytes.size() - most) : 0;
      check_one(damaged(s.bytes.substr(begin, most), dice));
    }
  }
}

TEST_CASE("damaged texts do not depend on the pieces") {
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    for (int round = 0; round < 4; ++round) {
      CAPTURE(round);
      Dice dice(static_cast<std::uint64_t>(round) + 1000);
      const std::string bytes = damaged(s.bytes.substr(0, longest), dice);
      const bool same = all_records(bytes) == all_records(bytes, {3});
      CHECK(same);
    }
  }
}
