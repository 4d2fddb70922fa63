// Texts in other encodings, by the C library: not by what is tested.
#pragma once

#include <doctest/doctest.h>
#include <iconv.h>

#include <optional>
#include <string>
#include <string_view>

/// `utf8` in another encoding; nothing where it is not UTF-8 or cannot be expressed. An encoding that the
/// C library does not know fails the test.
inline std::optional<std::string> encode(std::string_view utf8, const char* encoding) {
  const iconv_t to = iconv_open(encoding, "UTF-8");
  REQUIRE(to != reinterpret_cast<iconv_t>(-1));
  std::string out(utf8.size() * 4 + 16, '\0'), in(utf8);
  char *from = in.data(), *into = out.data();
  std::size_t left = in.size(), room = out.size();
  const bool done = iconv(to, &from, &left, &into, &room) != static_cast<std::size_t>(-1);
  iconv_close(to);
  if (!done) return std::nullopt;
  out.resize(out.size() - room);
  return out;
}
