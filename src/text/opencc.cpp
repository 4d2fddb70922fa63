// The only way to OpenCC while fenjie runs. Its library is opened when something is to be converted: it would be
// a fifth of the start of every run, and traditional documents are read by a table (simplify_table.hpp).
#include <dlfcn.h>
#include <opencc.h>

#include <array>
#include <mutex>
#include <stdexcept>

#include "text/script.hpp"

namespace fenjie::text {
namespace {

// Stays open to the end of the process.
class Library {
 public:
  Library()
      : handle_(open(FENJIE_OPENCC_LIBRARY)),
        open_converter(get<decltype(&::opencc_open)>("opencc_open")),
        convert(get<decltype(&::opencc_convert_utf8)>("opencc_convert_utf8")),
        release(get<decltype(&::opencc_convert_utf8_free)>("opencc_convert_utf8_free")),
        error(get<decltype(&::opencc_error)>("opencc_error")) {}

 private:
  static void* open(const char* name) {
    void* handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) throw std::runtime_error(dlerror());
    return handle;
  }
  template <class Function>
  Function get(const char* name) {
    void* symbol = dlsym(handle_, name);
    if (symbol == nullptr) throw std::runtime_error(dlerror());
    return reinterpret_cast<Function>(symbol);
  }

  void* handle_;

 public:
  decltype(&::opencc_open) open_converter;
  decltype(&::opencc_convert_utf8) convert;
  decltype(&::opencc_convert_utf8_free) release;
  decltype(&::opencc_error) error;
};

const Library& library() {
  static const Library opened;
  return opened;
}

opencc_t converter(Direction direction) {
  static constexpr const char* names[] = {"t2s.json", "s2t.json", "s2tw.json", "s2hk.json"};
  static std::array<opencc_t, 4> loaded{};
  static std::mutex loading;
  const auto i = static_cast<std::size_t>(direction);
  const std::lock_guard lock(loading);
  if (loaded[i] == nullptr) {
    const opencc_t opened = library().open_converter(names[i]);
    if (opened == reinterpret_cast<opencc_t>(-1)) throw std::runtime_error(library().error());
    loaded[i] = opened;
  }
  return loaded[i];
}

void append_converted(std::string& out, opencc_t converter, std::string_view text) {
  char* const converted = library().convert(converter, text.data(), text.size());
  if (converted == nullptr) throw std::runtime_error(library().error());
  out += converted;
  library().release(converted);
}

}  // namespace

std::string convert(std::string_view text, Direction direction) {
  const opencc_t opened = converter(direction);
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {  // OpenCC would stop at a NUL
    const std::size_t end = std::min(text.find('\0', at), text.size());
    if (at > 0) out.push_back('\0');
    if (end > at) append_converted(out, opened, text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace fenjie::text
