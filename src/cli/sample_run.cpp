#include "cli/sample_run.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/json.hpp"
#include "fenjie/reader.hpp"
#include "fenjie/writer.hpp"

namespace fenjie::cli {
namespace {

class TextOutput : public Output {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

// The tasks of a text as NDJSON: what a user sees is what is compared.
std::string tasks_of(std::string_view text, const Grammar& grammar) {
  TextOutput out;
  const auto writer = find_writer("ndjson")->make({}, out);
  ReaderOptions options;
  options.grammar = grammar;
  Reader reader(std::move(options), *writer);
  reader.feed(text);
  reader.finish();
  writer->end();
  writer->flush();
  return out.text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::optional<std::string> run_sample(const grammar::Sample& sample, const Grammar& grammar) {
  const std::string given = tasks_of(sample.text, grammar);
  const auto expected = lines_of(sample.records), actual = lines_of(given);
  for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i) {
    try {
      const Json wanted = parse_json(expected[i]);
      if (const auto difference = json_difference(wanted, parse_json(actual[i]))) {
        return fmt::format("task {}: {}", i + 1, *difference);
      }
    } catch (const JsonError& error) {
      return fmt::format("record {}, byte {}: {}", i + 1, error.at, error.what());
    }
  }
  if (expected.size() == actual.size()) return std::nullopt;
  return fmt::format("{} tasks were found, not {}", actual.size(), expected.size());
}

}  // namespace fenjie::cli
