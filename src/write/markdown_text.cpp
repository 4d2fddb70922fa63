#include "write/markdown_text.hpp"

#include "write/escape.hpp"

namespace fenjie::write {
namespace {

// Not here: what means something only at the start of a block, as `-` or `1.`, since a cell or a
// heading begins none. `#` may close a heading, `~` strikes out, `$` is mathematics on some sites.
constexpr std::string_view punctuation = "\\`*_[]<>&|~#$";
constexpr ByteSet special(std::string_view("\\`*_[]<>&|~#$:.\r\n\0", 18));

/// GFM makes links of `http://…` and `www.…` and takes backslashes behind them for a part of the
/// address. A backslash before the colon or the first stop prevents the link.
bool begins_link(std::string_view s, std::size_t at) {
  if (s[at] == ':') return s.substr(at).starts_with("://");
  return s[at] == '.' && s.substr(0, at).ends_with("www");
}

}  // namespace

void put_markdown(Bytes& out, std::string_view s) {
  for (std::size_t from = 0;;) {
    const std::size_t at = find_special(s, from, special);
    out.put(s.substr(from, at - from));
    if (at == s.size()) return;
    const char c = s[at];
    from = at + 1;
    if (c == '\0') {
      out.put("\uFFFD");
    } else if (c == '\r' || c == '\n') {
      if (c == '\r' && s.substr(from).starts_with('\n')) ++from;
      out.put("<br>");
    } else {
      if (begins_link(s, at) || punctuation.find(c) != punctuation.npos) out.put('\\');
      out.put(c);
    }
  }
}

}  // namespace fenjie::write
