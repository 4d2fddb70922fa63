// Bytes decoded on their own, by ICU alone: no lines, no way back.
#pragma once

#include <string>
#include <string_view>

struct UConverter;

namespace fenjie::text {

/// Decodes pieces of a document. It shares nothing with the readers of lines, so that one can be checked
/// against the other.
class SliceDecoder {
 public:
  /// `name`: an encoding as `Origin` names it. Throws std::runtime_error where ICU has no such converter.
  explicit SliceDecoder(const std::string& name);
  ~SliceDecoder();
  SliceDecoder(const SliceDecoder&) = delete;
  SliceDecoder& operator=(const SliceDecoder&) = delete;

  /// `bytes` as UTF-8; what can be no character becomes U+FFFD.
  [[nodiscard]] std::string decode(std::string_view bytes) const;

 private:
  UConverter* converter_;
};

}  // namespace fenjie::text
