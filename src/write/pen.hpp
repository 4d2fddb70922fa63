// Short texts one after the other, with one look at the room for all of them.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "fenjie/position.hpp"
#include "write/bytes.hpp"
#include "write/digits.hpp"
#include "write/json_text.hpp"

namespace fenjie::write {

/// One of several constant texts: all of `most` bytes are copied, which takes a few moves, and its own are kept.
template <std::size_t most>
struct Padded {
  char bytes[most] = {};
  std::uint8_t size = 0;
  constexpr Padded(std::string_view s) : size(static_cast<std::uint8_t>(s.size())) {  // NOLINT: it is its text
    for (std::size_t i = 0; i < s.size(); ++i) bytes[i] = s[i];
  }
};

/// Writes into Bytes. Its place is a local variable: each `put` of Bytes itself loads and stores it anew. So that it
/// stays in a register, no function that is really called gets the pen. Between two JSON texts, and at both ends, there
/// is room for `json_after` bytes. Nobody else writes as long as it lives, but in `aside`.
class Pen {
 public:
  explicit Pen(Bytes& out) : out_(out), at_(out.room(json_after)) {}
  Pen(const Pen&) = delete;
  Pen& operator=(const Pen&) = delete;
  ~Pen() {
    if (at_ != nullptr) out_.advance_to(at_);
  }

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
  template <std::size_t most>
  [[gnu::always_inline]] Pen& put(const Padded<most>& p) {
    std::memcpy(at_, p.bytes, most);
    at_ += p.size;
    return *this;
  }
  [[gnu::always_inline]] Pen& put(std::integral auto n) {
    at_ = put_number(at_, n);
    return *this;
  }
  /// Takes back the last `n` bytes.
  Pen& drop(std::size_t n) {
    at_ -= n;
    return *this;
  }
  /// The inside of a JSON string, see `put_json_inside`.
  [[gnu::always_inline]] Pen& inside(std::string_view s) {
    char* const at = std::exchange(at_, nullptr);
    at_ = put_json_inside(out_, at, s);
    return *this;
  }
  /// A string with its quotes.
  [[gnu::always_inline]] Pen& json(std::string_view s) { return put('"').inside(s).put('"'); }
  /// A string with its quotes, or `null` for an empty string.
  [[gnu::always_inline]] Pen& json_or_null(std::string_view s) { return s.empty() ? put("null") : json(s); }
  /// `[12,34]`, or `null` for the empty span of a value that has no place of its own.
  [[gnu::always_inline]] Pen& json(const Span& s) {
    return s.empty() ? put("null") : put('[').put(s.start).put(',').put(s.end).put(']');
  }
  [[gnu::always_inline]] Pen& flag(bool b) { return b ? put("true") : put("false"); }
  /// A list in brackets; `item(x)` writes one with this pen, with room for it.
  template <typename List, typename Item>
  [[gnu::always_inline]] Pen& list(const List& all, Item item) {
    char before = '[';
    for (const auto& x : all) {
      if (!out_.fits(at_, json_after)) [[unlikely]] aside([] {});
      put(before);
      item(x);
      before = ',';
    }
    if (before == '[') put(before);
    return put(']');
  }
  /// `write()` puts something into the Bytes at this place.
  template <typename Write>
  [[gnu::always_inline]] Pen& aside(Write write) {
    // if there is no memory, the Bytes know where they end
    out_.advance_to(std::exchange(at_, nullptr));
    write();
    at_ = out_.room(json_after);
    return *this;
  }

 private:
  Bytes& out_;
  char* at_;
};

}  // namespace fenjie::write
