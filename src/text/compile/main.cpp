// A tool of the build: OpenCC's dictionaries → C++ tables, so that a run need not open them.
//
//   fenjie_compile_t2s OUT.cpp
#include <cstdio>
#include <exception>
#include <string>

#include "text/compile/t2s.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: fenjie_compile_t2s OUT.cpp\n", stderr);
    return 2;
  }
  try {
    const std::string source = fenjie::text::t2s_source();
    std::FILE* out = std::fopen(arguments[1], "wb");
    const bool written = out != nullptr && std::fwrite(source.data(), 1, source.size(), out) == source.size();
    if (out != nullptr && std::fclose(out) == 0 && written) return 0;
    std::fprintf(stderr, "%s: cannot write it\n", arguments[1]);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "OpenCC: %s\n", e.what());
  }
  return 1;
}
