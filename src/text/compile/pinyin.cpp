#include "text/compile/pinyin.hpp"

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "text/han_latin.hpp"
#include "text/pinyin_data.hpp"

namespace fenjie::text {
namespace {

struct Readings {
  std::vector<std::uint16_t> of;
  std::vector<std::string_view> syllables{{}};
};

Readings read() {
  Readings all;
  std::map<std::string_view, std::uint16_t> places{{{}, 0}};
  for (char32_t c = PinyinData::first; c <= PinyinData::last; ++c) {
    const std::string_view reading = han_latin(c);
    if (reading.size() >= PinyinData::bytes) throw std::runtime_error("a reading is too long: " + std::string(reading));
    const auto [place, is_new] = places.try_emplace(reading, static_cast<std::uint16_t>(all.syllables.size()));
    if (is_new) all.syllables.push_back(reading);
    all.of.push_back(place->second);
  }
  return all;
}

std::string source_of(const Readings& all) {
  std::string out = "constexpr std::uint16_t of[] = {";
  for (std::size_t i = 0; i < all.of.size(); ++i) out += (i % 16 == 0 ? "\n" : "") + std::to_string(all.of[i]) + ",";
  out += "};\nconstexpr PinyinData::Syllable syllables[] = {\n";
  for (const std::string_view s : all.syllables) out += "{\"" + std::string(s) + "\"},\n";
  return out + "};\n";
}

}  // namespace

std::string pinyin_source() {
  const Readings all = read();
  const bool known = all.syllables.size() > 1;
  return std::string("// Made by the build from ICU's Han-Latin transliterator; do not edit.\n"
                     "#include \"text/pinyin_data.hpp\"\n\nnamespace fenjie::text {\n") +
         (known ? "namespace {\n" + source_of(all) + "}  // namespace\n\nconst PinyinData pinyin_data{of, syllables};\n"
                : "\nconst PinyinData pinyin_data;\n") +
         "\n}  // namespace fenjie::text\n";
}

}  // namespace fenjie::text
