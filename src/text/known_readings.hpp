// Which reading a document puts behind which character.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fenjie::text {

/// The pairs seen so far: 數 is followed by (shù). A site's tool has one fixed list of some hundred
/// characters, so that what stands in one place of the document explains the damage in another, and
/// ICU's readings, which take a tenth of a second to load, are seldom needed.
class KnownReadings {
 public:
  /// Notes a pair; the first reading of a character stays.
  void note(char32_t c, std::string_view marked) {
    if (c >= noted_.size() || noted_[c]) return;
    noted_[c] = true;
    readings_.emplace(c, marked);
  }
  /// The reading with its tone mark, or nothing.
  [[nodiscard]] std::string_view of(char32_t c) const {
    if (c >= noted_.size() || !noted_[c]) return {};
    return readings_.at(c);
  }

 private:
  std::bitset<0x10000> noted_;
  std::unordered_map<char32_t, std::string> readings_;
};

}  // namespace fenjie::text
