// How a Chinese character is read, in pinyin.
#pragma once

#include <string_view>

namespace fenjie::text {

/// The reading of `c` with its tone mark, as ICU gives it; empty where `c` is not a Han character or has none. The
/// answer lives as long as the program. Characters outside U+4E00..U+9FFF are asked of ICU itself (text/han_latin).
[[nodiscard]] std::string_view marked_reading(char32_t c);

/// Whether `letters` are that reading, tones aside.
[[nodiscard]] bool reads_as(char32_t c, std::string_view letters);

}  // namespace fenjie::text
