// Records say where they stand, and every byte is taken for something.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../unit/tasks.hpp"
#include "fenjie/writer.hpp"
#include "texts.hpp"

namespace {

struct Place {
  std::string text;
  fenjie::Source source;
};

// Keeps the places of tasks and the books.
struct Places : TaskNotes {
  std::vector<Place> tasks;
  std::vector<fenjie::Span> books;
  std::string script, encoding;

  fenjie::Flow document(const fenjie::Document& d) override {
    script = d.script, encoding = d.encoding;
    return TaskNotes::document(d);
  }
  fenjie::Flow task(const fenjie::Task& t) override {
    tasks.push_back({std::string(t.text.text), t.source});
    return TaskNotes::task(t);
  }
  fenjie::Flow booked(const fenjie::Booking& b) override {
    books.push_back(b.span);
    return fenjie::Flow::more;
  }
};

std::string without_white_space(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.substr(i).starts_with("\u3000")) {
      i += 2;
    } else if (s.substr(i).starts_with("\u00A0")) {
      i += 1;
    } else if (static_cast<unsigned char>(s[i]) > ' ') {
      out += s[i];
    }
  }
  return out;
}

// The first `count` characters.
std::string beginning(const std::string& s, int count) {
  std::size_t end = 0;
  while (end < s.size() && count > 0) {
    ++end;
    while (end < s.size() && (static_cast<unsigned char>(s[end]) & 0xC0u) == 0x80u) ++end;
    --count;
  }
  return s.substr(0, end);
}

}  // namespace

TEST_CASE("a task's place holds the beginning of its text") {
  std::size_t seen = 0;
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    Places places;
    read_notes(s.bytes, places);
    const bool mended = places.codes.find("repair.") != std::string::npos;
    for (const Place& t : places.tasks) {
      CAPTURE(t.text);
      CHECK(t.source.span.start < t.source.span.end);
      CHECK(t.source.span.end <= s.bytes.size());
      if (t.source.span.end > s.bytes.size() || places.encoding != "UTF-8") continue;
      const auto start = static_cast<std::ptrdiff_t>(t.source.span.start);
      if (s.bytes.find('\r') == std::string::npos) {
        CHECK(t.source.line ==
              1 + static_cast<std::uint64_t>(std::count(s.bytes.begin(), s.bytes.begin() + start, '\n')));
      }
      if (places.script == "Hant" || mended) continue;
      const std::string cut = without_white_space(
          std::string_view(s.bytes).substr(t.source.span.start, t.source.span.end - t.source.span.start));
      CHECK(cut.find(beginning(without_white_space(t.text), 8)) != std::string::npos);
      ++seen;
    }
  }
  CHECK(seen > 50);
}

TEST_CASE("the books name every byte once") {
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    Places places;
    fenjie::ReaderOptions options;
    options.bookings = true;
    read_notes(s.bytes, places, std::move(options));
    std::sort(places.books.begin(), places.books.end(),
              [](const fenjie::Span& a, const fenjie::Span& b) { return a.start < b.start; });
    std::uint64_t at = 0;
    for (const fenjie::Span& span : places.books) {
      if (span.start != at) break;
      at = span.end;
    }
    CHECK(at == s.bytes.size());
  }
}

namespace {

// Records as a writer prints them that shows no places of values.
std::string printed(std::string_view bytes, bool value_spans) {
  std::string out;
  struct Kept : fenjie::Output {
    explicit Kept(std::string& to) : out(to) {}
    void write(std::string_view more) override { out += more; }
    std::string& out;
  } kept(out);
  const auto writer = fenjie::find_writer("ndjson")->make({.with = fenjie::With::diagnostic}, kept);
  fenjie::ReaderOptions options;
  options.value_spans = value_spans;
  fenjie::Reader reader(std::move(options), *writer);
  reader.feed(bytes);
  reader.finish();
  writer->end();
  writer->flush();
  return out;
}

}  // namespace

TEST_CASE("the places of values change nothing else") {
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    CHECK(printed(s.bytes, true) == printed(s.bytes, false));
  }
}
