#include "cli/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "streams.hpp"

using namespace fenjie;
using namespace fenjie::cli;

namespace {

Diagnostic gap(std::uint64_t line) {
  Diagnostic d;
  d.code = Code::number_gap;
  d.severity = Severity::warning;
  d.doc = "a.txt";
  d.message = "4 is left out";
  d.place = {line, 0, 0};
  return d;
}

Diagnostic note(std::uint64_t line) {
  Diagnostic d = gap(line);
  d.code = Code::number_inferred;
  d.severity = Severity::note;
  return d;
}

struct Fixture {
  Nothing in;
  Memory out, err;
  Console console{in, out, err};
};

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("a diagnostic: place, message, excerpt with a caret, advice") {
  Fixture f;
  Report report(f.console, Verbosity::normal);
  Diagnostic d = gap(12);
  d.place.column = 3;
  d.excerpt = "第五、加强";
  d.advice = "compare";
  report.diagnostic(d);
  CHECK(f.err.text ==
        "a.txt:12:3: warning: 4 is left out [number.gap]\n  第五、加强\n      ^\n  help: compare\n");
  CHECK(report.problems());
  CHECK(!report.failed());
}

TEST_CASE("notes come as sums, and many warnings too") {
  Fixture f;
  Report report(f.console, Verbosity::normal);
  for (std::uint64_t i = 1; i <= 3; ++i) report.diagnostic(note(i));
  CHECK(f.err.text.empty());
  CHECK(!report.problems());
  report.end_document();
  CHECK(f.err.text ==
        "a.txt: note: a number that the document lost was filled in, 3 times [number.inferred]\n");

  f.err.text.clear();
  for (std::uint64_t i = 1; i <= Report::shown_of_a_code + 5; ++i) report.diagnostic(gap(i));
  report.end_document();
  CHECK(lines(f.err.text) == Report::shown_of_a_code + 1);
  CHECK(
      f.err.text.ends_with("a.txt: warning: the numbering leaves out numbers, 5 more times [number.gap]\n"));
}

TEST_CASE("a single note is told in its own words, and of warnings how many are left") {
  Fixture f;
  Report report(f.console, Verbosity::normal);
  Diagnostic one = note(1);
  one.message = "the number 7 was filled in";
  report.diagnostic(one);
  for (std::uint64_t i = 0; i <= Report::shown_of_a_code; ++i) report.diagnostic(gap(i));
  f.err.text.clear();
  report.end_document();
  CHECK(f.err.text ==
        "a.txt: note: the number 7 was filled in [number.inferred]\n"
        "a.txt: warning: the numbering leaves out numbers, 1 more time [number.gap]\n");
}

TEST_CASE("quiet and verbose") {
  Fixture f;
  Report quiet(f.console, Verbosity::quiet);
  quiet.diagnostic(gap(1));
  quiet.warning("left out");
  quiet.end_document();
  CHECK(f.err.text.empty());
  CHECK(quiet.problems());
  quiet.failure(Failure("a.txt: is a directory"));
  CHECK(f.err.text == "fenjie: a.txt: is a directory\n");
  CHECK(quiet.failed());

  f.err.text.clear();
  Report verbose(f.console, Verbosity::verbose);
  for (std::uint64_t i = 1; i <= 20; ++i) verbose.diagnostic(note(i));
  verbose.end_document();
  CHECK(lines(f.err.text) == 20);
}
