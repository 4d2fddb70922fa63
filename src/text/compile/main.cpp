// A tool of the build: what libraries know → C++ tables, so that a run need not open them.
//
//   fenjie_compile_text t2s OUT.cpp      OpenCC's dictionaries
//   fenjie_compile_text pinyin OUT.cpp   ICU's readings of characters
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "text/compile/pinyin.hpp"
#include "text/compile/t2s.hpp"

int main(int count, char** arguments) {
  const std::string_view table = count == 3 ? arguments[1] : "";
  if (table != "t2s" && table != "pinyin") {
    std::fputs("usage: fenjie_compile_text t2s|pinyin OUT.cpp\n", stderr);
    return 2;
  }
  try {
    const std::string source = table == "t2s" ? fenjie::text::t2s_source() : fenjie::text::pinyin_source();
    std::FILE* out = std::fopen(arguments[2], "wb");
    const bool written = out != nullptr && std::fwrite(source.data(), 1, source.size(), out) == source.size();
    if (out != nullptr && std::fclose(out) == 0 && written) return 0;
    std::fprintf(stderr, "%s: cannot write it\n", arguments[2]);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s: %s\n", arguments[1], e.what());
  }
  return 1;
}
