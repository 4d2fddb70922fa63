// Runs the cases of Markdown files, and samples against the files beside them, inside one process:
// once with whole reads, then in pieces of 1 to 7 bytes, with equal results.
//
//     run_cases [--accept] PROJECT FILE...      FILE: cases/x.md or samples/x.txt
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include "../unit/cli/streams.hpp"
#include "case_file.hpp"
#include "cli/run.hpp"
#include "fenjie/writer.hpp"

namespace fs = std::filesystem;

namespace fenjie::cases {
namespace {

constexpr std::size_t whole = 0;  // a piece size: as much as fits
constexpr std::size_t largest_piece = 7;

using cli::Memory;

class Pieces : public cli::Input {
 public:
  Pieces(std::string_view text, std::size_t piece) : text_(text), piece_(piece) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t n = text_.copy(to, piece_ == whole ? size : std::min(size, piece_));
    text_.remove_prefix(n);
    return n;
  }
  [[nodiscard]] bool pauses() const override { return true; }

 private:
  std::string_view text_;
  std::size_t piece_;
};

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void spill(const fs::path& path, std::string_view text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
}

// `terminal`: standard input is one; `colour`: the outputs are.
Result run_fenjie(std::span<const std::string> arguments, std::string_view input, std::size_t piece,
                  bool terminal, bool colour) {
  Pieces in(input, piece);
  Memory out, err;
  cli::Console console(in, out, err);
  console.in_is_terminal = terminal;
  console.colour_out = console.colour_err = colour;
  console.grammar_folder = "config";
  // One more than a piece: each read falls short, as from a pipe that pauses.
  if (piece != whole) console.read_size = piece + 1;
  const int status = cli::run(arguments, console);
  return {out.text, err.text, status};
}

Result list_folder(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  Result result;
  for (const auto& name : names) result.out += name + "\n";
  return result;
}

// The commands of cases: fenjie; `write FILE` takes its input, `cat FILE` and `ls FOLDER` show results.
Result run_command(const Case& one, std::size_t piece) {
  std::vector<std::string> words = split_words(one.command);
  bool terminal = false, colour = false;
  while (!words.empty() && (words[0] == "TERMINAL=1" || words[0] == "COLOUR=1")) {
    (words[0] == "TERMINAL=1" ? terminal : colour) = true;
    words.erase(words.begin());
  }
  const std::string name = words.empty() ? std::string() : words[0];
  const std::string input = one.input.value_or(std::string());
  if (name == "fenjie") return run_fenjie(std::span(words).subspan(1), input, piece, terminal, colour);
  if (words.size() == 2 && name == "cat") return {slurp(words[1]), {}, 0};
  if (words.size() == 2 && name == "ls") return list_folder(words[1]);
  if (words.size() == 2 && name == "write") return spill(words[1], input), Result();
  return {{}, "cases: unknown command: " + one.command + "\n", 127};
}

// A folder of its own for each run, with the samples at hand; gone afterwards.
class Scratch {
 public:
  explicit Scratch(const fs::path& project) : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "fenjie-cases.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    folder_ = name;
    fs::create_directory(folder_ / "work");
    fs::create_directory_symlink(project / "samples", folder_ / "work/samples");
    fs::current_path(folder_ / "work");
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }

 private:
  fs::path before_, folder_;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    if (!lines.back().ends_with('\n')) lines.back() += '\n';
    text.remove_prefix(end);
  }
  return lines;
}

// What differs, without the equal lines at both ends.
void print_difference(std::string_view expected, std::string_view actual) {
  auto old_lines = lines_of(expected), new_lines = lines_of(actual);
  while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
    old_lines.pop_back();
    new_lines.pop_back();
  }
  std::size_t same = 0;
  while (same < std::min(old_lines.size(), new_lines.size()) && old_lines[same] == new_lines[same]) ++same;
  const auto print = [same](const std::vector<std::string>& lines, char sign) {
    for (std::size_t i = same; i < std::min(lines.size(), same + 20); ++i)
      std::printf("  %c %s", sign, lines[i].c_str());
    if (lines.size() > same + 20)
      std::printf("  %c ... and %zu more lines\n", sign, lines.size() - same - 20);
  };
  print(old_lines, '-');
  print(new_lines, '+');
}

void complain(const std::string& where, std::size_t piece, std::string_view expected,
              std::string_view actual) {
  const std::string how =
      piece == whole ? "read whole" : "read in pieces of " + std::to_string(piece) + " bytes";
  std::printf("%s: not as expected when %s\n", where.c_str(), how.c_str());
  print_difference(expected, actual);
}

class Runner {
 public:
  Runner(fs::path project, bool accept) : project_(std::move(project)), accept_(accept) {}

  void run(const fs::path& path) {
    if (path.extension() == ".txt") {
      run_sample(path);
    } else {
      run_cases(path);
    }
  }
  // The exit status; a program that checked nothing has failed.
  [[nodiscard]] int end() const {
    std::printf("%zu right, %zu wrong\n", right_, wrong_);
    return wrong_ == 0 && right_ > 0 ? 0 : 1;
  }

 private:
  void count(const std::string& where, std::size_t piece, std::string_view expected,
             std::string_view actual) {
    const bool equal = expected == actual;
    ++(equal ? right_ : wrong_);
    if (!equal) complain(where, piece, expected, actual);
  }

  void run_cases(const fs::path& path) {
    CaseFile file = parse_cases(slurp(path));
    if (file.cases.empty()) count(path.string(), whole, "at least one case", "none");
    for (std::size_t piece = whole; piece <= (accept_ ? whole : largest_piece); ++piece) {
      const Scratch scratch(project_);
      for (Case& one : file.cases) {
        const Result result = run_command(one, piece);
        if (accept_) {
          ++right_;
        } else {
          count(path.string() + ":" + std::to_string(one.line), piece, print_result(one.expected),
                print_result(result));
        }
        // From here on: pieces must give what the whole gave, right or wrong.
        one.expected = result;
      }
    }
    if (accept_) spill(path, print_cases(file));
  }

  void run_sample(const fs::path& path) {
    for (const std::string_view format : {"ndjson", "csv", "md"}) {
      const fs::path beside = fs::path(path).replace_extension(find_writer(format)->extension);
      std::string expected = slurp(beside);
      for (std::size_t piece = whole; piece <= (accept_ ? whole : largest_piece); ++piece) {
        const std::string actual = convert_sample(path, format, piece);
        if (accept_) {
          spill(beside, actual);
          ++right_;
        } else {
          count(beside.string(), piece, expected, actual);
        }
        expected = actual;
      }
    }
  }

  std::string convert_sample(const fs::path& path, std::string_view format, std::size_t piece) const {
    const Scratch scratch(project_);
    fs::current_path("samples");
    const std::vector<std::string> arguments{path.filename().string(), "-q", "-t", std::string(format)};
    const Result result = run_fenjie(arguments, {}, piece, false, false);
    return result.status == 0 ? result.out : result.err;
  }

  fs::path project_;
  bool accept_;
  std::size_t right_ = 0, wrong_ = 0;
};

int run_all(std::vector<std::string> words) {
  const bool accept = !words.empty() && words[0] == "--accept";
  if (accept) words.erase(words.begin());
  if (words.size() < 2) {
    std::puts("run_cases [--accept] PROJECT FILE...");
    return 2;
  }
  Runner runner(fs::absolute(words[0]), accept);
  for (std::size_t i = 1; i < words.size(); ++i) runner.run(fs::absolute(words[i]));
  return runner.end();
}

}  // namespace
}  // namespace fenjie::cases

int main(int count, char** words) {
  try {
    return fenjie::cases::run_all({words + 1, words + count});
  } catch (const std::exception& error) {
    std::printf("run_cases: %s\n", error.what());
    return 2;
  }
}
