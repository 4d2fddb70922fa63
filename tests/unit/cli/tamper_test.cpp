// verify: right for every sample in every encoding; wrong after any change of a value or of its bytes.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "../../dice.hpp"
#include "../../encode.hpp"
#include "cli/json.hpp"
#include "cli/record_values.hpp"
#include "cli/run.hpp"
#include "fenjie/source_text.hpp"
#include "streams.hpp"
#include "text/script.hpp"

namespace fs = std::filesystem;
using namespace fenjie;
using namespace fenjie::cli;

namespace {

struct Ran {
  int status;
  std::string out;
};

Ran fenjie_run(const std::vector<std::string>& arguments) {
  Nothing in;
  Memory out, err;
  Console console(in, out, err);
  const int status = run(arguments, console);
  return {status, out.text + err.text};
}

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void spill(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
}

struct Form {
  const char* encoding;
  std::string_view mark;
  bool traditional;
  Script script;  // of the output
};

constexpr Form forms[] = {
    {"UTF-8", "", false, Script::simplified},    {"UTF-8", "\xEF\xBB\xBF", false, Script::keep},
    {"GB18030", "", false, Script::simplified},  {"UTF-16LE", "\xFF\xFE", false, Script::simplified},
    {"UTF-16BE", "", false, Script::simplified}, {"UTF-8", "", true, Script::simplified},
    {"BIG5", "", true, Script::simplified},      {"BIG5", "", true, Script::keep},
    {"GB18030", "", true, Script::taiwan},       {"UTF-8", "", false, Script::hongkong}};

std::string name_of(Script script) {
  switch (script) {
    case Script::keep: return "keep";
    case Script::taiwan: return "taiwan";
    case Script::hongkong: return "hongkong";
    default: return "simplified";
  }
}

// A folder with a notice and its output.
class Trial {
 public:
  Trial() {
    std::string name = (fs::temp_directory_path() / "fenjie-tamper.XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  ~Trial() { fs::remove_all(folder_); }

  void convert(std::string_view bytes, Script script) {
    source = bytes;
    spill(source_path(), bytes);
    const Ran ran =
        fenjie_run({"-q", "--provenance", "value", "--with", "heading,text", "--script", name_of(script),
                    source_path().string(), "-t", "ndjson", "-o", output_path().string()});
    REQUIRE(ran.status == 0);
    output = slurp(output_path());
  }
  // The script is left for verify to find out.
  Ran verify() { return fenjie_run({"verify", output_path().string()}); }
  Ran verify_output(std::string_view changed) {
    spill(output_path(), changed);
    const Ran ran = verify();
    spill(output_path(), output);
    return ran;
  }
  Ran verify_source(std::string_view changed) {
    spill(source_path(), changed);
    const Ran ran = verify();
    spill(source_path(), source);
    return ran;
  }

  std::string source, output;

 private:
  [[nodiscard]] fs::path source_path() const { return folder_ / "notice.txt"; }
  [[nodiscard]] fs::path output_path() const { return folder_ / "tasks.ndjson"; }
  fs::path folder_;
};

std::vector<fs::path> samples() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(FENJIE_SAMPLES)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

template <typename Try>
void for_each_form(Try attempt) {
  for (const fs::path& path : samples()) {
    const std::string text = slurp(path);
    CAPTURE(path);
    for (const Form& form : forms) {
      const std::string how =
          std::string(form.encoding) + (form.traditional ? ", traditional, " : ", ") + name_of(form.script);
      CAPTURE(how);
      const auto bytes =
          encode(form.traditional ? text::convert(text, text::Direction::s2t) : text, form.encoding);
      if (!bytes) continue;  // not every text has a form in Big5
      Trial trial;
      trial.convert(std::string(form.mark) + *bytes, form.script);
      if (!trial.output.empty()) attempt(trial, form);
    }
  }
}

// The bytes of the output that are characters of a value with a place.
std::vector<std::size_t> value_bytes(std::string_view output) {
  std::vector<std::size_t> at;
  std::size_t line_start = 0;
  while (line_start < output.size()) {
    const std::string_view line = output.substr(line_start, output.find('\n', line_start) - line_start);
    const Json record = parse_json(line);
    for (const PlacedValue& value : placed_values(record)) {
      const std::size_t found = line.find(value.text);
      if (found == std::string_view::npos) continue;  // with an escape inside
      for (std::size_t i = 0; i < value.text.size(); ++i) at.push_back(line_start + found + i);
    }
    line_start += line.size() + 1;
  }
  return at;
}

// The bytes of the source that values are. Not those of mended values: of what was taken out, a reading
// behind its character, no record says anything.
std::vector<std::size_t> source_bytes(std::string_view output, std::string_view source, Script script) {
  ReaderOptions reading;
  reading.script = script;
  const SourceText text(reading, std::string(source));
  std::vector<std::size_t> at;
  std::size_t line_start = 0;
  while (line_start < output.size()) {
    const std::string_view line = output.substr(line_start, output.find('\n', line_start) - line_start);
    const Json record = parse_json(line);
    for (const PlacedValue& value : placed_values(record)) {
      const Match match = text.match(value.span, value.text);
      CHECK(match != Match::none);
      if (match == Match::mended) continue;
      for (std::size_t i = value.span.start; i < value.span.end; ++i) at.push_back(i);
    }
    line_start += line.size() + 1;
  }
  return at;
}

}  // namespace

TEST_CASE("what fenjie prints is right") {
  std::size_t tried = 0;
  for_each_form([&](Trial& trial, const Form&) {
    const Ran ran = trial.verify();
    CHECK_MESSAGE(ran.status == 0, ran.out);
    ++tried;
  });
  CHECK(tried > 100);
}

TEST_CASE("a changed byte of a value is found, with its record") {
  std::size_t tried = 0;
  for_each_form([&](Trial& trial, const Form&) {
    const std::vector<std::size_t> places = value_bytes(trial.output);
    REQUIRE(!places.empty());
    Dice dice(places.size());
    for (int i = 0; i < 4; ++i, ++tried) {
      const std::size_t at = places[dice.below(places.size())];
      std::string changed = trial.output;
      changed[at] = static_cast<char>(changed[at] ^ (1 << dice.below(8)));
      const auto line =
          std::count(trial.output.begin(), trial.output.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      CAPTURE(at);
      const Ran ran = trial.verify_output(changed);
      CAPTURE(ran.out);
      CHECK(ran.status == 1);
      if (changed[at] != '\n')
        CHECK(ran.out.find(".ndjson:" + std::to_string(line + 1) + ": ") != std::string::npos);
    }
  });
  CHECK(tried > 400);
}

TEST_CASE("any other changed byte of an output is found too") {
  for (const fs::path& path : samples()) {
    CAPTURE(path);
    Trial trial;
    trial.convert(slurp(path), Script::simplified);
    Dice dice(trial.output.size());
    for (int i = 0; i < 20 && !trial.output.empty(); ++i) {
      const std::size_t at = dice.below(trial.output.size());
      std::string changed = trial.output;
      changed[at] = static_cast<char>(changed[at] ^ (1 << dice.below(8)));
      CAPTURE(at);
      const Ran ran = trial.verify_output(changed);
      CAPTURE(ran.out);
      CHECK(ran.status != 0);
    }
  }
}

TEST_CASE("a changed byte of the source under a value is found") {
  std::size_t tried = 0;
  for_each_form([&](Trial& trial, const Form& form) {
    const std::vector<std::size_t> places = source_bytes(trial.output, trial.source, form.script);
    Dice dice(places.size());
    for (int i = 0; i < 4 && !places.empty(); ++i, ++tried) {
      const std::size_t at = places[dice.below(places.size())];
      std::string changed = trial.source;
      changed[at] = static_cast<char>(changed[at] ^ (1 << dice.below(8)));
      CAPTURE(at);
      const Ran ran = trial.verify_source(changed);
      CAPTURE(ran.out);
      CHECK(ran.status != 0);
    }
  });
  CHECK(tried > 400);
}
