#include "text/character_reading.hpp"

#include "text/han_latin.hpp"
#include "text/pinyin.hpp"
#include "text/pinyin_data.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {

std::string_view marked_reading(char32_t c) {
  if (!is_han(c)) return {};
  const bool listed = !pinyin_data.of.empty() && c >= PinyinData::first && c <= PinyinData::last;
  return listed ? pinyin_data.syllables[pinyin_data.of[c - PinyinData::first]].data() : han_latin(c);
}

bool reads_as(char32_t c, std::string_view letters) {
  return !letters.empty() && read_letters(marked_reading(c), 0).letters() == letters;
}

}  // namespace fenjie::text
