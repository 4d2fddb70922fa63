#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/fd.hpp"
#include "cli/inputs.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"
#include "cli/verifier.hpp"

namespace fenjie::cli {
namespace {

// The records do not say in which script they were asked for: each is tried.
constexpr std::array<Script, 5> all_scripts{Script::auto_, Script::keep, Script::traditional, Script::taiwan,
                                            Script::hongkong};

std::string counted(std::uint64_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string read_all(Input& in, std::size_t block) {
  std::string text;
  for (;;) {
    const std::size_t before = text.size();
    text.resize(before + block);
    const std::size_t n = in.read(text.data() + before, block);
    text.resize(before + n);
    if (n == 0) return text;
  }
}

std::string read_file(const std::string& path, Console& console) {
  if (path == "-") return read_all(console.in, console.read_size);
  const Fd fd = open_input(path);
  FdInput in(fd.get(), path);
  return read_all(in, console.read_size);
}

class Verification {
 public:
  Verification(const Options& options, Console& console)
      : options_(options),
        console_(console),
        report_(console, options.verbosity),
        grammar_(load_grammars(options.reading, console, report_).grammar) {}

  Status run() {
    for (const auto& file : options_.files) {
      try {
        verify(OutputFile(file, read_file(file, console_)));
      } catch (const OutputError& error) {
        finding(error.what());
      } catch (const InputFailure& failure) {
        report_.failure(failure);
      }
    }
    if (report_.failed()) return Status::failed;
    return right_ ? Status::done : Status::problems;
  }

 private:
  void finding(std::string_view line) {
    right_ = false;
    console_.out.write(fmt::format("{}\n", line));
  }

  void verify(const OutputFile& output) {
    if (!options_.source.empty() && names_differ(output)) {
      throw InputFailure(output.name() + ": comes from several documents",
                         "without --source each is read by its name");
    }
    Verified sum;
    bool right = true;
    for (const OutputDocument& document : output.documents()) right &= verify_document(output, document, sum);
    if (right && options_.verbosity != Verbosity::quiet) console_.out.write(summary(output, sum));
  }

  static bool names_differ(const OutputFile& output) {
    for (const OutputDocument& document : output.documents()) {
      if (document.doc != output.documents().front().doc) return true;
    }
    return false;
  }

  // Adds what was right to the sum.
  bool verify_document(const OutputFile& output, const OutputDocument& document, Verified& sum) {
    Verified best;
    try {
      const std::string path = path_of(document);
      best = best_of(output, document, path, read_file(path, console_));
    } catch (const InputFailure& failure) {
      report_.failure(failure);
      return false;
    }
    if (best.mismatch) {
      finding(
          fmt::format("{}:{}: {}", printable(output.name()), best.mismatch->line, best.mismatch->message));
      return false;
    }
    sum.records += best.records, sum.exact += best.exact;
    sum.converted += best.converted, sum.mended += best.mended;
    return true;
  }

  std::string path_of(const OutputDocument& document) const {
    if (!options_.source.empty()) return options_.source;
    if (document.doc == "-") {
      throw InputFailure("the output comes from standard input",
                         "name the file that was read: --source FILE");
    }
    const bool relative = !options_.base.empty() && !document.doc.starts_with('/');
    return relative ? options_.base + "/" + document.doc : document.doc;
  }

  // With the script that the user gives, else with the one that goes on rightly for longest.
  Verified best_of(const OutputFile& output, const OutputDocument& document, const std::string& path,
                   const std::string& bytes) {
    ReaderOptions reading = reader_options(options_.reading, grammar_, document.doc);
    if (reading.encoding.empty()) reading.encoding = document.encoding;
    if (reading.script != Script::auto_) return against(output, document, reading, path, bytes);
    Verified best;
    for (const Script script : all_scripts) {
      reading.script = script;
      Verified verified = against(output, document, reading, path, bytes);
      if (!verified.mismatch) return verified;
      const bool further = verified.records > best.records || verified.values() > best.values();
      if (further || !best.mismatch) best = std::move(verified);
    }
    return best;
  }

  static Verified against(const OutputFile& output, const OutputDocument& document,
                          const ReaderOptions& reading, const std::string& path, const std::string& bytes) {
    const SourceText source(reading, bytes);
    Verifier verifier(output, document, source, path);
    do {
      Reader reader(reading, verifier);
      reader.feed(source.bytes());
      reader.finish();
    } while (verifier.again());
    return verifier.verified();
  }

  static std::string summary(const OutputFile& output, const Verified& sum) {
    std::string out = fmt::format("{}: right: {}", printable(output.name()), counted(sum.records, "record"));
    if (sum.values() > 0) out += fmt::format(", {}", counted(sum.values(), "value"));
    if (sum.converted > 0) out += fmt::format(", {} in another script than the source", sum.converted);
    if (sum.mended > 0) out += fmt::format(", {} mended", sum.mended);
    return out + "\n";
  }

  const Options& options_;
  Console& console_;
  Report report_;
  Grammar grammar_;
  bool right_ = true;
};

}  // namespace

Status verify(const Options& options, Console& console) { return Verification(options, console).run(); }

}  // namespace fenjie::cli
