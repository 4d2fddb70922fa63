#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/terminal.hpp"
#include "fenjie/explain.hpp"

namespace fenjie::cli {
namespace {

constexpr std::size_t listed_columns = 100;

// A booking or a diagnostic that outlives its call.
struct Entry {
  Taken taken = Taken::blank;
  Span span;
  std::uint64_t line = 0;
  std::string rule;
  std::string text;  // as it was read: not for a terminal yet
};

struct Remark {
  std::uint64_t line = 0;
  std::string text;
};

class Collector : public Sink {
 public:
  Flow task(const Task&) override { return Flow::more; }
  Flow booked(const Booking& b) override {
    entries.push_back({b.taken, b.span, b.line, std::string(b.rule), std::string(b.text)});
    return Flow::more;
  }
  Flow diagnostic(const Diagnostic& d) override {
    remarks.push_back({d.place.line, fmt::format("{}: {} [{}]", severity_name(d.severity),
                                                 printable(d.message), code_info(d.code).name)});
    return Flow::more;
  }
  void sort() {
    std::ranges::stable_sort(entries, {}, [](const Entry& e) { return e.span.start; });
    std::ranges::stable_sort(remarks, {}, &Remark::line);
  }

  std::vector<Entry> entries;
  std::vector<Remark> remarks;
};

struct Target {
  std::string file;
  std::uint64_t line = 0;  // 0: all of them
};

// `notice.txt:12`, unless a file has just that name.
Target target_of(const std::string& given) {
  const std::size_t colon = given.rfind(':');
  if (colon == std::string::npos || ::access(given.c_str(), F_OK) == 0) return {given, 0};
  Target target{given.substr(0, colon), 0};
  const char* end = given.data() + given.size();
  const auto [stopped, error] = std::from_chars(given.data() + colon + 1, end, target.line);
  const bool number = error == std::errc() && stopped == end && target.line > 0;
  return number ? target : Target{given, 0};
}

Colour colour_of(Taken taken) {
  switch (taken) {
    case Taken::task: return Colour::green;
    case Taken::label: return Colour::cyan;
    case Taken::heading: return Colour::blue;
    case Taken::table_header: return Colour::blue;
    case Taken::metadata: return Colour::magenta;
    case Taken::remainder: return Colour::yellow;
    case Taken::duplicate: return Colour::yellow;
    default: return Colour::dim;
  }
}

std::string columns_of(const Entry& entry, bool first, bool colour) {
  const std::string line = first ? fmt::format("{:>6}", entry.line) : std::string(6, ' ');
  const std::string taken =
      paint(colour_of(entry.taken), fmt::format("{:<13}", taken_name(entry.taken)), colour);
  const std::string text = shortened(printable(entry.text), listed_columns);
  std::string out = fmt::format("{}  {}{:<24} {}", line, taken, entry.rule, text);
  out.erase(out.find_last_not_of(' ') + 1);
  return out + "\n";
}

// A blank entry is worth a line only where it is all that its line has.
bool listed(const std::vector<Entry>& entries, std::size_t i) {
  if (entries[i].taken != Taken::blank) return true;
  const bool before = i > 0 && entries[i - 1].line == entries[i].line;
  const bool after = i + 1 < entries.size() && entries[i + 1].line == entries[i].line;
  return !before && !after;
}

void list(const Collector& found, Console& console) {
  std::uint64_t last_line = 0;
  for (std::size_t i = 0; i < found.entries.size(); ++i) {
    if (!listed(found.entries, i)) continue;
    const Entry& entry = found.entries[i];
    console.out.write(columns_of(entry, entry.line != last_line, console.colour_out));
    last_line = entry.line;
  }
}

std::string detail_of(const Entry& entry, bool colour) {
  const std::string taken = paint(colour_of(entry.taken), taken_name(entry.taken), colour);
  const std::string rule = entry.rule.empty() ? std::string("no rule of a grammar") : "rule " + entry.rule;
  std::string out = fmt::format("  {}, bytes {}-{}, {}\n", taken, entry.span.start, entry.span.end, rule);
  if (!entry.text.empty()) out += fmt::format("    {}\n", printable(entry.text));
  return out;
}

std::string padded(const std::string& text, std::size_t columns) {
  return text + std::string(columns - std::min(columns, display_width(text)), ' ');
}

// `+ numbering:arabic  3  found`: the rules that fit first, in their order.
std::string tried_on(const std::string& line, const Grammar& grammar, bool colour) {
  std::vector<Trial> trials = try_rules(grammar, line);
  if (trials.empty()) return {};
  std::stable_partition(trials.begin(), trials.end(), [](const Trial& t) { return t.taken; });
  std::size_t widest = 0;
  for (const Trial& trial : trials) widest = std::max(widest, display_width(trial.rule));
  std::string out = "  rules tried, and the column where each stopped:\n";
  for (const Trial& trial : trials) {
    const std::string rule = padded(printable(trial.rule), widest);
    const std::string reason = shortened(printable(trial.reason), listed_columns);
    const std::string row = fmt::format("{} {} {:>4}  {}", trial.taken ? '+' : '-', rule, trial.column, reason);
    out += fmt::format("    {}\n", paint(trial.taken ? Colour::green : Colour::dim, row, colour));
  }
  return out;
}

// The text of a line: its entries cover it.
std::string text_of(const Collector& found, std::uint64_t line) {
  std::string text;
  for (const Entry& entry : found.entries) {
    if (entry.line == line) text += entry.text;
  }
  return text;
}

// The entries that begin on the line; where there are none, the one that goes on over it.
void show_line(const Collector& found, const Target& target, const Grammar& grammar, Console& console) {
  const auto& entries = found.entries;
  const auto next = std::ranges::upper_bound(entries, target.line, {}, &Entry::line);
  if (next == entries.begin())
    throw Failure(fmt::format("{}: there is no line {}", target.file, target.line));
  const std::uint64_t line = std::prev(next)->line;
  if (line < target.line && next == entries.end()) {
    throw Failure(fmt::format("{}: nothing begins on line {}", target.file, target.line),
                  fmt::format("the last entry begins on line {}", line));
  }
  std::string out = fmt::format("{}:{}\n", printable(target.file), target.line);
  if (line < target.line) out += fmt::format("  goes on from line {}\n", line);
  for (auto it = std::ranges::lower_bound(entries, line, {}, &Entry::line); it != next; ++it) {
    out += detail_of(*it, console.colour_out);
  }
  for (const Remark& remark : found.remarks) {
    if (remark.line == target.line) out += fmt::format("  {}\n", remark.text);
  }
  if (line == target.line) out += tried_on(text_of(found, line), grammar, console.colour_out);
  console.out.write(out);
}

}  // namespace

Status explain(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  Inputs inputs(options, console, report);
  const Target target = target_of(options.files.front());
  Collector found;
  if (inputs.read(target.file, found, true) == Outcome::unreadable) return Status::failed;
  found.sort();
  if (target.line > 0) {
    show_line(found, target, inputs.grammar(), console);
  } else {
    list(found, console);
  }
  return status_of(report, false);
}

}  // namespace fenjie::cli
