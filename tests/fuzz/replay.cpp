// Runs a fuzz target without libFuzzer: every file of the folders given, and damaged copies of each.
// The damage is the same on every machine. A failing input is written to `failed-…` in the work folder.
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "../dice.hpp"
#include "fuzz.hpp"

// Of the sanitizers, where they are linked: called before they end the program.
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

constexpr int copies = 200;        // damaged copies of a file
constexpr double seconds = 10;     // far more than any input of a corpus should need
constexpr const char* tokens[] = {"\n",   "\t",   "|",        "（", "）",     "：",           "、",
                                  "。",   "\r\n", "责任单位", "1.", "2021年", "\xEF\xBB\xBF", "\xFF",
                                  "\x80", "\"",   "[",        "]",  "="};

// The input at hand, for the message when it fails.
struct Current {
  std::string name, bytes;
  int copy = 0;  // 0: the file itself
} current;

void keep_input() {
  const std::string path = "failed-" + current.name + "-" + std::to_string(current.copy);
  std::ofstream(path, std::ios::binary) << current.bytes;
  std::fprintf(stderr, "%s, copy %d: the input is in %s\n", current.name.c_str(), current.copy, path.c_str());
}

void damage_once(std::string& s, Dice& dice) {
  const std::size_t at = dice.below(s.size() + 1);
  const std::size_t some = std::min(dice.below(40) + 1, s.size() - at);
  switch (dice.below(6)) {
    case 0: s.insert(at, 1, static_cast<char>(dice.below(256))); break;
    case 1: s.erase(at, some); break;
    case 2: s.insert(at, s.substr(at, some)); break;
    case 3: s.insert(at, tokens[dice.below(std::size(tokens))]); break;
    case 4: s.insert(at, s.substr(dice.below(s.size() + 1), 20)); break;
    default:
      if (at < s.size()) s[at] = static_cast<char>(dice.below(256));
  }
}

std::string damaged(std::string s, Dice& dice) {
  for (std::size_t n = 1 + dice.below(6); n > 0; --n) damage_once(s, dice);
  return s;
}

// Whether the target held its promises on the input at hand.
bool run() {
  const auto begin = std::chrono::steady_clock::now();
  try {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.bytes.data()), current.bytes.size());
  } catch (const std::exception& e) {
    std::fprintf(stderr, "broken: %s\n", e.what());
    keep_input();
    return false;
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  if (taken.count() <= seconds) return true;
  std::fprintf(stderr, "%.1f s for %zu bytes\n", taken.count(), current.bytes.size());
  keep_input();
  return false;
}

int run_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  current = {path.filename().string(), bytes, 0};
  int failures = run() ? 0 : 1;
  for (current.copy = 1; current.copy <= copies; ++current.copy) {
    Dice dice(static_cast<std::uint64_t>(current.copy));
    current.bytes = damaged(bytes, dice);
    failures += run() ? 0 : 1;
  }
  return failures;
}

}  // namespace

int main(int argc, char** argv) {
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(keep_input);
  std::set<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.insert(entry.path());
  }
  int failures = files.empty() ? 1 : 0;
  for (const auto& file : files) failures += run_file(file);
  std::printf("%zu files, %d copies of each, %d failures\n", files.size(), copies, failures);
  return failures == 0 ? 0 : 1;
}
