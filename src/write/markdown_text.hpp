// Text inside Markdown: escaped so that a GitHub-flavoured renderer shows exactly the value.
#pragma once

#include <string_view>

#include "write/bytes.hpp"

namespace fenjie::write {

/// `s` for a table cell or a heading. Punctuation that could begin markup has a backslash before it
/// (CommonMark, section 2.4; GFM wants it for `|` in cells too), a line break (LF, CR, CRLF) is `<br>`,
/// and NUL, which CommonMark does not allow, is U+FFFD.
void put_markdown(Bytes& out, std::string_view s);

}  // namespace fenjie::write
