// ICU's readings of Chinese characters turned into tables: part of a tool of the build.
#pragma once

#include <string>

namespace fenjie::text {

/// C++ source that defines `pinyin_data` (text/pinyin_data.hpp) from the ICU at hand; one with empty tables where it
/// has no transliterators. Throws std::runtime_error where a reading is longer than the tables have room for.
[[nodiscard]] std::string pinyin_source();

}  // namespace fenjie::text
