#include "cli/report.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

Colour colour_of(Severity severity) {
  switch (severity) {
    case Severity::note: return Colour::cyan;
    case Severity::warning: return Colour::magenta;
    case Severity::error: return Colour::red;
  }
  return Colour::none;
}

// The line, and a caret under the column where there is one.
std::string excerpt_text(const Diagnostic& diagnostic, bool colour) {
  if (diagnostic.excerpt.empty()) return {};
  const auto [text, caret] = excerpt_around(diagnostic.excerpt, diagnostic.place.column);
  std::string out = fmt::format("  {}\n", text);
  if (diagnostic.place.column > 0) {
    out += fmt::format("  {}{}\n", std::string(caret, ' '), paint(Colour::green, "^", colour));
  }
  return out;
}

std::string help_text(std::string_view advice) {
  return advice.empty() ? std::string() : fmt::format("  help: {}\n", printable(advice));
}

}  // namespace

std::string place_text(std::string_view doc, const Position& place) {
  std::string out = printable(doc);
  if (place.line > 0) out += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) out += fmt::format(":{}", place.column);
  return out;
}

// Many messages say the number themselves.
std::string times_text(const Diagnostic& diagnostic) {
  const std::string times = std::to_string(diagnostic.count);
  const bool said = diagnostic.count < 2 || diagnostic.message.find(times) != std::string_view::npos;
  return said ? std::string() : fmt::format(", {} times", times);
}

void Report::diagnostic(const Diagnostic& diagnostic) {
  if (diagnostic.severity >= Severity::warning) problems_ = true;
  if (diagnostic.severity == Severity::error) failed_ = true;
  if (doc_ != diagnostic.doc) doc_ = diagnostic.doc;
  Sum& sum = sums_[static_cast<std::size_t>(diagnostic.code)];
  sum.severity = diagnostic.severity;
  if (verbosity_ == Verbosity::verbose || (sum.times < shown_of_a_code && shown_alone(diagnostic.severity))) {
    print(diagnostic);
  } else {
    if (sum.unseen == 0) sum.first = diagnostic.message;
    sum.unseen += diagnostic.count;
  }
  ++sum.times;
}

bool Report::shown_alone(Severity severity) const {
  return severity == Severity::error || (severity == Severity::warning && verbosity_ != Verbosity::quiet);
}

void Report::print(const Diagnostic& diagnostic) {
  const std::string place = place_text(diagnostic.doc, diagnostic.place) + ":";
  say(fmt::format("{} {}{}{} [{}]\n{}{}", paint(Colour::bold, place, console_.colour_err),
                  severity_text(diagnostic.severity), printable(diagnostic.message), times_text(diagnostic),
                  code_info(diagnostic.code).name, excerpt_text(diagnostic, console_.colour_err),
                  help_text(diagnostic.advice)));
}

std::string Report::severity_text(Severity severity) const {
  return paint(colour_of(severity), fmt::format("{}:", severity_name(severity)), console_.colour_err) + " ";
}

void Report::end_document() {
  for (const CodeInfo& info : code_table()) {
    Sum& sum = sums_[static_cast<std::size_t>(info.code)];
    const bool wanted = verbosity_ != Verbosity::quiet || sum.severity == Severity::error;
    if (sum.unseen > 0 && wanted) print_sum(info, sum);
    sum = Sum();
  }
}

// What was not shown one by one: notes, and what is over the limit. A single one in its own words.
void Report::print_sum(const CodeInfo& info, const Sum& sum) {
  const bool some_shown = shown_alone(sum.severity);
  std::string message = sum.unseen == 1 && !some_shown ? printable(sum.first) : std::string(info.meaning);
  if (some_shown) {
    message += fmt::format(", {} more {}", sum.unseen, sum.unseen == 1 ? "time" : "times");
  } else if (sum.unseen > 1) {
    message += fmt::format(", {} times", sum.unseen);
  }
  say(fmt::format("{} {}{} [{}]\n", paint(Colour::bold, printable(doc_) + ":", console_.colour_err),
                  severity_text(sum.severity), message, info.name));
}

void Report::failure(const Failure& failure) {
  failed_ = true;
  say(fmt::format("fenjie: {}\n{}", printable_lines(failure.what()), help_text(failure.advice)));
}

void Report::warning(std::string_view message) {
  problems_ = true;
  if (verbosity_ != Verbosity::quiet) say(fmt::format("fenjie: warning: {}\n", printable_lines(message)));
}

void Report::say(std::string_view text) {
  try {
    console_.err.write(text);
  } catch (const std::exception&) {
  }
}

}  // namespace fenjie::cli
