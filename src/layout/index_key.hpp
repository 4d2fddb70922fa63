// The names of the fields that a site puts above or below a document: `索 引 号:`, `标 题 |`, `发布机构：`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/vocabulary.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

/// What a field of the block tells; the numbers are those of the grammar's `metadata-key`.
enum class IndexKey : std::uint8_t { other, index_number, document_number, title, date, issuer };

/// What stands between a name and its value.
enum class KeyMark : std::uint8_t { none, colon, bar, blank, bracket };

struct FoundKey {
  IndexKey key;
  KeyMark mark;
  std::size_t begin, value;  ///< bytes: where the name begins, and what stands behind the mark
};

/// Of a table; the bar between a name and its value.
inline bool is_key_bar(char32_t c) { return c == '|' || c == 0xFF5C; }

/// The name at byte `at`; its letters may be set apart by blanks.
std::optional<FoundKey> index_key_at(std::string_view line, std::size_t at, const grammar::Vocabulary& words);

/// The name in brackets at byte `at`: `【发布部门】`.
std::optional<FoundKey> bracketed_key_at(std::string_view line, std::size_t at, const grammar::Vocabulary& words);

/// A row of a table of marks that is no longer one of its rows but begins such a block: `索引号: | 11370/2022 | …`.
bool begins_index_block(std::string_view row, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
