// A tool of the build: grammars/*.toml → C++ tables, so that a run need not read TOML.
//
//   fenjie_compile_grammars OUT.cpp FILE.toml...
//
// Writes the files in the order given, each as its text and its items (item.hpp), and the word lists of
// all of them together. Samples stay in the text alone: a run does not need them. A file that breaks a
// rule ends the build with its message.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "grammar/compile/source.hpp"
#include "grammar/message.hpp"

namespace fenjie::grammar {
namespace {

struct CloseFile {
  void operator()(std::FILE* f) const { std::fclose(f); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

OpenFile open(const std::string& path, const char* mode) {
  OpenFile file(std::fopen(path.c_str(), mode));
  if (file == nullptr) throw std::runtime_error(join({path, ": ", std::strerror(errno)}));
  return file;
}

std::string read(const std::string& path) {
  const OpenFile in = open(path, "rb");
  std::string text;
  char block[1 << 16];
  while (const std::size_t n = std::fread(block, 1, sizeof block, in.get())) text.append(block, n);
  if (std::ferror(in.get()) != 0) throw std::runtime_error(join({path, ": cannot read it"}));
  return text;
}

void write(const std::string& path, const std::string& text) {
  OpenFile out = open(path, "wb");
  const bool whole = std::fwrite(text.data(), 1, text.size(), out.get()) == text.size();
  if (std::fclose(out.release()) != 0 || !whole) throw std::runtime_error(join({path, ": cannot write it"}));
}

void run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) throw std::runtime_error("usage: fenjie_compile_grammars OUT.cpp FILE.toml...");
  std::vector<GrammarSource> sources;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    sources.push_back({stem(arguments[i]), arguments[i], read(arguments[i])});
  }
  write(arguments[0], source_of(sources));
}

}  // namespace
}  // namespace fenjie::grammar

int main(int argc, char** argv) {
  try {
    fenjie::grammar::run({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
}
