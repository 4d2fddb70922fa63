#include "cli/file_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/fd.hpp"
#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

std::string advice_for(const std::string& file) {
  const auto commands = command_names();
  if (std::find(commands.begin(), commands.end(), file) == commands.end()) return {};
  return fmt::format("a command comes first: fenjie {} ...", file);
}

}  // namespace

ReaderOptions reader_options(const Reading& reading, const Grammar& grammar, const std::string& file) {
  return {.name = valid_utf8(file),
          .grammar = grammar,
          .encoding = reading.encoding,
          .strict_encoding = reading.strict_encoding,
          .script = reading.script,
          .year = reading.year,
          .keep_duplicates = reading.keep_duplicates,
          .repair = !reading.no_repair,
          .value_spans = true,
          .bookings = false,
          .limits = reading.limits};
}

FileReader::FileReader(const Options& options, Console& console, Grammar grammar, Failed failed, Pause pause)
    : options_(options),
      console_(console),
      grammar_(std::move(grammar)),
      failed_(std::move(failed)),
      pause_(std::move(pause)),
      block_(new char[console.read_size]) {}

Outcome FileReader::read(const std::string& file, Sink& sink, bool bookings) {
  bytes_ = 0;
  Fd fd;
  if (file != "-") {
    try {
      fd = open_input(file);
    } catch (const Failure& failure) {
      failed_(Failure(failure.what(), failure.advice.empty() ? advice_for(file) : failure.advice));
      return Outcome::unreadable;
    }
  }
  ReaderOptions options = reader_options(options_.reading, grammar_, file);
  options.bookings = bookings;
  // spans that nobody prints need not be found
  options.value_spans = options_.command != Command::convert || options_.writer.provenance;
  Reader reader(std::move(options), sink);
  if (file == "-") return pump(console_.in, reader);
  FdInput in(fd.get(), file);
  return pump(in, reader);
}

Outcome FileReader::pump(Input& in, Reader& reader) {
  Outcome outcome = Outcome::whole;
  Flow flow = Flow::more;
  try {
    while (flow == Flow::more) {
      const std::size_t n = in.read(block_.get(), console_.read_size);
      if (n == 0) break;
      bytes_ += n;
      flow = reader.feed({block_.get(), n});
      // A short read from a pipe: more may come late, so what is ready goes out now.
      if (pause_ && n < console_.read_size && in.pauses()) pause_();
    }
  } catch (const InputFailure& failure) {
    failed_(failure);
    if (bytes_ == 0) return Outcome::unreadable;
    outcome = Outcome::broken;
  }
  reader.finish();
  return outcome;
}

}  // namespace fenjie::cli
