// Short texts one after the other, with one look at the room for all of them.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "fenjie/position.hpp"
#include "write/bytes.hpp"
#include "write/digits.hpp"
#include "write/json_text.hpp"

namespace fenjie::write {

/// One of several constant texts: all of `most` bytes are copied, which takes two moves, and its own are kept.
struct Padded {
  static constexpr std::size_t most = 32;
  char bytes[most] = {};
  std::uint8_t size = 0;
  constexpr Padded(std::string_view s) : size(static_cast<std::uint8_t>(s.size())) {  // NOLINT: it is its text
    for (std::size_t i = 0; i < s.size(); ++i) bytes[i] = s[i];
  }
};

/// Writes into Bytes. Its place is a local variable: each `put` of Bytes itself loads and stores it anew. Between two
/// JSON texts, and at both ends, there is room for `most` bytes. Nobody else writes as long as it lives.
class Pen {
 public:
  Pen(Bytes& out, std::size_t most) : out_(out), most_(most), at_(out.room(most)) {}
  Pen(const Pen&) = delete;
  Pen& operator=(const Pen&) = delete;
  ~Pen() { out_.advance_to(at_); }

  Pen& put(char c) {
    *at_++ = c;
    return *this;
  }
  /// Of a constant the size is known where this is called: a move or two.
  [[gnu::always_inline]] Pen& put(std::string_view s) {
    std::memcpy(at_, s.data(), s.size());
    at_ += s.size();
    return *this;
  }
  Pen& put(const Padded& p) {
    std::memcpy(at_, p.bytes, Padded::most);
    at_ += p.size;
    return *this;
  }
  Pen& put(std::integral auto n) {
    at_ = put_number(at_, n);
    return *this;
  }
  /// A JSON string, see `put_json`; it does not count for `most`.
  Pen& json(std::string_view s) {
    out_.advance_to(at_);
    char* const end = put_plain_json(out_.room(s.size() + json_quotes + most_), s);
    if (end == nullptr) [[unlikely]] {
      put_json(out_, s);
      at_ = out_.room(most_);
    } else {
      at_ = end;
    }
    return *this;
  }
  /// A string with its quotes, or `null` for an empty string.
  Pen& json_or_null(std::string_view s) { return s.empty() ? put("null") : json(s); }
  /// `[12,34]`, or `null` for the empty span of a value that has no place of its own.
  Pen& json(const Span& s) {
    return s.empty() ? put("null") : put('[').put(s.start).put(',').put(s.end).put(']');
  }
  Pen& flag(bool b) { return b ? put("true") : put("false"); }
  /// A list in brackets; `item(x)` writes one with this pen.
  template <typename List, typename Item>
  Pen& list(const List& all, Item item) {
    char before = '[';
    for (const auto& x : all) {
      put(before);
      item(x);
      before = ',';
    }
    if (before == '[') put(before);
    return put(']');
  }

 private:
  Bytes& out_;
  std::size_t most_;
  char* at_;
};

}  // namespace fenjie::write
