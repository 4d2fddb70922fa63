// What the fuzz targets share: choices out of the first bytes, and how a broken promise is told.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

/// The entry of libFuzzer; one in each target. Throws `fuzz::Broken` where a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// A promise of the library that did not hold. It leaves the target, so that libFuzzer sees a crash.
class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, const char* promise) {
  if (!holds) throw Broken(promise);
}

/// An input: a head of `head_bytes` that chooses options, then the document. Printable heads do as well
/// as others, so that the files of a corpus can be read.
class Input {
 public:
  static constexpr std::size_t head_bytes = 8;

  Input(const std::uint8_t* data, std::size_t size)
      : all_(reinterpret_cast<const char*>(data), size), document_(all_.substr(std::min(size, head_bytes))) {}

  [[nodiscard]] std::string_view document() const { return document_; }
  /// The next byte of the head; 0 where there is none.
  unsigned byte() { return at_ < std::min(all_.size(), head_bytes) ? static_cast<unsigned char>(all_[at_++]) : 0; }
  /// 0 … n - 1
  std::size_t below(std::size_t n) { return byte() % n; }

 private:
  std::string_view all_;
  std::string_view document_;
  std::size_t at_ = 0;
};

/// Sizes of pieces, 1 … 64 bytes, that hang on two bytes of the head alone.
class Pieces {
 public:
  Pieces(unsigned seed, unsigned longest) : state_(seed + 1), longest_(longest % 64 + 1) {}

  std::size_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % longest_) + 1;
  }
  /// Calls `take` with a copy of each piece: exactly its bytes, and gone after the call.
  template <typename Take>
  void cut(std::string_view bytes, Take take) {
    while (!bytes.empty()) {
      const std::size_t n = std::min(next(), bytes.size());
      const auto piece = std::make_unique<char[]>(n);
      std::copy_n(bytes.data(), n, piece.get());
      take(std::string_view(piece.get(), n));
      bytes.remove_prefix(n);
    }
  }

 private:
  std::uint64_t state_;
  unsigned longest_;
};

/// Gives `bytes` to `take` in pieces, or as a whole where `pieces` is null.
template <typename Take>
void give(std::string_view bytes, Pieces* pieces, Take take) {
  if (pieces != nullptr) {
    pieces->cut(bytes, take);
  } else {
    take(bytes);
  }
}

/// A running sum over bytes (FNV-1a, 64 bits): tells two outputs apart without keeping them.
class Sum {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i, number >>= 8) value_ = (value_ ^ (number & 0xFF)) * 0x100000001b3u;
  }
  friend bool operator==(const Sum&, const Sum&) = default;

 private:
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

/// Whether all of `s` is UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF (RFC 3629).
inline bool is_utf8(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    const auto b = static_cast<unsigned char>(s[i]);
    const std::size_t more = b < 0x80 ? 0 : b < 0xC2 ? 4 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : b < 0xF5 ? 3 : 4;
    if (more == 4 || i + more >= s.size()) return false;
    for (std::size_t k = 1; k <= more; ++k) {
      if ((static_cast<unsigned char>(s[i + k]) & 0xC0u) != 0x80u) return false;
    }
    const auto second = more > 0 ? static_cast<unsigned char>(s[i + 1]) : 0u;
    if ((b == 0xE0 && second < 0xA0) || (b == 0xED && second > 0x9F)) return false;
    if ((b == 0xF0 && second < 0x90) || (b == 0xF4 && second > 0x8F)) return false;
    i += more + 1;
  }
  return true;
}

}  // namespace fuzz
