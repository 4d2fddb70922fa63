// Several files at once give what one after the other gives.
#include "cli/read_ahead.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/run.hpp"
#include "streams.hpp"

using namespace fenjie;
using namespace fenjie::cli;

namespace {

namespace fs = std::filesystem;

// Files of a folder that goes with the test.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("fenjie-read-ahead." + std::to_string(::getpid()));

  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }

  std::string add(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
    return (path / name).string();
  }
};

// `tasks` of them, one with a gap in front of it: a diagnostic.
std::string notice(int tasks, int seed) {
  std::string text = "一、重点工作\n";
  for (int i = 1; i <= tasks; ++i) {
    text += std::to_string(i + (i > 2 ? 1 : 0)) + ".强化第" + std::to_string(seed + i) + "项审计监督。\n责任单位：市审计局\n";
  }
  return text;
}

// Files of all sizes, some of which cannot be read or hold nothing.
std::vector<std::string> some_files(const Folder& folder) {
  std::vector<std::string> files;
  for (int i = 0; i < 40; ++i) {
    files.push_back(folder.add(std::to_string(i) + ".txt", notice(i % 7 == 0 ? 3000 : i % 5, 100 * i)));
    if (i % 9 == 4) files.push_back((folder.path / "missing.txt").string());
    if (i % 11 == 3) files.push_back(folder.path.string());
    if (i % 13 == 5) files.push_back(folder.add("empty.txt", ""));
  }
  files.push_back(files.front());
  return files;
}

struct Ran {
  int status;
  std::string out, err;
  bool operator==(const Ran&) const = default;
};

Ran run_with(std::vector<std::string> options, const std::vector<std::string>& files) {
  Nothing in;
  Memory out, err;
  Console console(in, out, err);
  options.insert(options.end(), files.begin(), files.end());
  const int status = run(options, console);
  return {status, out.text, err.text};
}

// Refuses what comes behind the first bytes.
class Closing : public Output {
 public:
  void write(std::string_view bytes) override {
    left_ -= std::min(left_, bytes.size());
    if (left_ == 0) throw OutputClosed();
  }

 private:
  std::size_t left_ = 1000;
};

}  // namespace

TEST_CASE("--jobs changes nothing but the time") {
  const Folder folder;
  const auto files = some_files(folder);
  const std::vector<std::vector<std::string>> commands{
      {"-t", "ndjson"}, {"-t", "json", "--provenance", "value"}, {"-t", "csv", "--excel"},
      {"-t", "tsv"},    {"-t", "md", "--header", "zh"},          {"-v", "--with", "document,heading,text,diagnostic"},
      {"check"}};
  for (const auto& command : commands) {
    const Ran one = run_with(command, files);
    CHECK(one.status == 2);  // of the missing files
    CHECK(one.out.size() > 1000);
    for (const std::string jobs : {"2", "3", "0", "100"}) {
      auto several = command;
      several.insert(several.end(), {"-j", jobs});
      CHECK_MESSAGE(run_with(several, files) == one, command.back() << " -j " << jobs);
    }
  }
}

TEST_CASE("a thread that is far ahead waits for its turn") {
  const Folder folder;
  const auto files = some_files(folder);
  const Ran one = run_with({"-q"}, files);
  std::vector<std::string> arguments{"-t", "ndjson"};
  arguments.insert(arguments.end(), files.begin(), files.end());
  const Options options = parse_options(arguments);
  for (const ReadAhead::Bounds bounds : {ReadAhead::Bounds{1, 1, 1}, ReadAhead::Bounds{1000, 3, 2}}) {
    Nothing in;
    Memory out, err;
    Console console(in, out, err);
    const auto writer = options.format->make(options.writer, out);
    const Grammar grammar = Grammar::builtin();
    ReadAhead ahead(options.files, 4, options, console, grammar, bounds);
    for (std::size_t i = 0; i < files.size(); ++i) {
      (void)ahead.give_next(writer.get(), [](const Diagnostic&) {}, [](const Failure&) {});
    }
    writer->end();
    CHECK(out.text == one.out);
  }
}

TEST_CASE("threads stop where nobody wants more") {
  const Folder folder;
  const auto files = some_files(folder);
  SUBCASE("the output was closed") {
    std::vector<std::string> arguments{"-q", "-j", "3"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    Nothing in;
    Closing out;
    Memory err;
    Console console(in, out, err);
    CHECK(run(arguments, console) == 0);
    CHECK(err.text.empty());
  }
  SUBCASE("before the first file was taken") {
    std::vector<std::string> arguments = files;
    const Options options = parse_options(arguments);
    Nothing in;
    Memory out, err;
    Console console(in, out, err);
    const Grammar grammar = Grammar::builtin();
    const ReadAhead ahead(options.files, 4, options, console, grammar, {1, 1, 1});
  }
}

TEST_CASE("what reading throws is thrown with its file") {
  const Folder folder;
  const auto files = some_files(folder);
  const Ran one = run_with({"--encoding", "no-such-one"}, files);
  CHECK(one.status == 2);
  CHECK(one.err.find("no-such-one") != one.err.npos);
  CHECK(run_with({"--encoding", "no-such-one", "-j", "3"}, files) == one);
}

TEST_CASE("standard input is read as it comes, whatever --jobs says") {
  const Folder folder;
  const auto file = folder.add("a.txt", notice(3, 1));
  CHECK(run_with({"-j", "4"}, {file, "-", file}) == run_with({}, {file, "-", file}));
}
