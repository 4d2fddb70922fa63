#include "cli/options.hpp"

#include <doctest/doctest.h>

using namespace fenjie;
using namespace fenjie::cli;

namespace {

Options parse(std::vector<std::string> words) { return parse_options(words); }

// What is said of a command line that cannot be understood.
std::string refused(const std::vector<std::string>& words) {
  try {
    (void)parse_options(words);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "taken";
}

}  // namespace

TEST_CASE("the first word is the command") {
  CHECK(parse({"a.txt"}).command == Command::convert);
  CHECK(parse({"convert", "a.txt"}).files == std::vector<std::string>{"a.txt"});
  CHECK(parse({"check", "--ledger", "a.txt"}).ledger);
  CHECK(parse({"grammar", "show", "labels"}).command == Command::grammar_show);
  CHECK(parse({"./check"}).files == std::vector<std::string>{"./check"});
  CHECK(parse({"a.txt", "check"}).files == std::vector<std::string>{"a.txt", "check"});
  CHECK(parse({"--", "-x.txt"}).files == std::vector<std::string>{"-x.txt"});
  CHECK(parse({"-"}).files == std::vector<std::string>{"-"});
}

TEST_CASE("the format: named, by ending, or ndjson") {
  CHECK(parse({"a.txt"}).format->name == "ndjson");
  CHECK(parse({"a.txt", "-t", "json"}).format->name == "json");
  CHECK(parse({"a.txt", "-o", "b.csv"}).format->name == "csv");
  CHECK(parse({"a.txt", "-o", "b.x", "-t", "md"}).format->name == "md");
  CHECK(parse({"a.txt", "-o", "-"}).format->name == "ndjson");
  CHECK_THROWS_AS(parse({"a.txt", "-o", "b.x"}), Failure);
  CHECK_THROWS_AS(parse({"a.txt", "-t", "x"}), Failure);
}

TEST_CASE("options do not swallow files") {
  CHECK(parse({"--grammar", "g.toml", "a.txt", "b.txt"}).files.size() == 2);
  CHECK(parse({"--grammar", "g.toml", "--grammar", "h.toml", "a.txt"}).reading.grammar_files.size() == 2);
  const Options o = parse({"--with", "text,heading", "a.txt"});
  CHECK(o.files.size() == 1);
  CHECK(o.writer.with == (With::text | With::heading));
  CHECK(parse({"--provenance", "value", "a.txt"}).writer.provenance);
}

TEST_CASE("values") {
  CHECK(parse({"--year", "2021", "-"}).reading.year == 2021);
  CHECK(parse({"--script", "keep", "-"}).reading.script == Script::keep);
  CHECK(parse({"--max-line", "2K", "-"}).reading.limits.line_bytes == 2048);
  CHECK(parse({"--max-line", "2k", "-"}).reading.limits.line_bytes == 2048);
  CHECK(parse({"--max-held", "1", "-"}).reading.limits.held_tasks == 1);
  CHECK(parse({"-q", "-"}).verbosity == Verbosity::quiet);
  CHECK(parse({"--header", "zh", "-"}).writer.header == HeaderLanguage::zh);
  for (const std::string size : {"", "0", "-1", "1X", "K", "99999999999999999999", "2000000G", "16"}) {
    CAPTURE(size);
    CHECK_THROWS_AS(parse({"--max-line=" + size, "-"}), Failure);
  }
  CHECK_THROWS_AS(parse({"--year", "0", "-"}), Failure);
  CHECK_THROWS_AS(parse({"--script", "latin", "-"}), Failure);
  CHECK_THROWS_AS(parse({"--with", "task", "-"}), Failure);
  CHECK_THROWS_AS(parse({"explain", "a", "b"}), Failure);
  CHECK_THROWS_AS(parse({"grammar"}), Failure);
  CHECK_THROWS_AS(parse({"grammar", "frob"}), Failure);
}

TEST_CASE("a value that is missing, empty or there twice is told in words") {
  CHECK(refused({"a.txt", "--to"}) == "--to needs a value");
  CHECK(refused({"a.txt", "--year"}) == "--year needs a value");
  CHECK(refused({"a.txt", "-o", "a.csv", "-o", "b.csv"}) == "--output was given more than once");
  CHECK(refused({"a.txt", "--year", "2021", "--year", "2022"}) == "--year was given more than once");
  for (const std::string option : {"--output", "--encoding", "--grammar"}) {
    CHECK(refused({"a.txt", option, ""}) == option + ": needs a name");
    CHECK(refused({"a.txt", option + "="}) == option + " needs a value");
  }
  CHECK(refused({"verify", "--base", "", "a.ndjson"}) == "--base: needs a name");
  CHECK(refused({"help", "chekc"}) == "no command is named 'chekc'");
  CHECK(refused({"help", "help"}) == "taken");
}

TEST_CASE("options that the format does not know are told") {
  const auto idle = [](const std::string& format, std::vector<std::string> words) {
    words.insert(words.end(), {"-t", format, "a.txt"});
    return parse(words).idle.size();
  };
  CHECK(parse({"a.txt", "--excel"}).idle ==
        std::vector<std::string>{"--excel changes nothing in ndjson: it is for csv, tsv"});
  CHECK(idle("csv", {"--excel", "--bom", "--header", "zh"}) == 0);
  CHECK(idle("tsv", {"--with", "text", "--provenance", "value"}) == 2);
  CHECK(idle("json", {"--with", "text", "--provenance", "value"}) == 0);
  CHECK(idle("ndjson", {"--bom", "--header", "zh"}) == 2);
  CHECK(idle("md", {"--header", "zh", "--bom"}) == 1);
  CHECK(idle("ndjson", {"--header", "en", "--provenance", "record"}) == 0);
}

TEST_CASE("every command has a help, and no line of it is wider than a terminal") {
  for (auto words : std::vector<std::vector<std::string>>{
           {}, {"check"}, {"explain"}, {"schema"}, {"grammar"}, {"grammar", "list"}, {"grammar", "test"}}) {
    words.emplace_back("--help");
    const std::string text = parse(words).text;
    CHECK(text.size() > 50);
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
      end = text.find('\n', at);
      REQUIRE(end != std::string::npos);
      CAPTURE(text.substr(at, end - at));
      CHECK(end - at <= 100);
    }
  }
}
