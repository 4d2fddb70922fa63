// ICU's readings of Chinese characters.
#pragma once

#include <string_view>

namespace fenjie::text {

/// What ICU's Han-Latin transliterator gives for `c`, with its tone mark, where that begins with pinyin; else empty, as
/// it is where ICU's transliterators are not installed. The first call loads them (a tenth of a second). Any thread may
/// ask; the answer lives as long as the program.
[[nodiscard]] std::string_view han_latin(char32_t c);

}  // namespace fenjie::text
