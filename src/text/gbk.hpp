// The two-byte codes of GBK as ICU's GB18030 has them, both ways, and which characters are common.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fenjie::text {

/// Tables for undoing what was done to GBK bytes. Made at first use (2 ms).
class Gbk {
 public:
  static const Gbk& get() {
    static const Gbk one;
    return one;
  }

  /// The code of a BMP character, lead byte first (`0xA3A8` is U+FF08); 0: it has none of two bytes.
  [[nodiscard]] std::uint16_t code(char32_t c) const { return c < 0x10000 ? codes_[c] : 0; }
  /// The character of a code; 0: there is none.
  [[nodiscard]] char32_t character(unsigned lead, unsigned trail) const {
    return lead < 0x80 || trail < 0x40 ? 0 : characters_[(lead - 0x80) << 8 | trail];
  }
  /// Whether notices hold the character: the first level of GB 2312 or of Big5, CJK punctuation, or a
  /// full-width form.
  [[nodiscard]] bool common(char32_t c) const { return c < 0x10000 && common_[c]; }

 private:
  Gbk();
  void mark_common(unsigned first, unsigned last);

  std::vector<std::uint16_t> codes_;
  std::vector<char16_t> characters_;
  std::vector<bool> common_;
};

}  // namespace fenjie::text
