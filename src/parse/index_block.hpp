// The index block that a site puts above a document: `索 引 号: 0025/2022 公开方式: 主动公开`, `标 题 | …通知 | 文 号 | …`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.hpp"

namespace fenjie::parse {

/// What a field of the block tells; the numbers are those of the grammar's `metadata-key`.
enum class IndexKey : std::uint8_t { other, index_number, document_number, title, date, issuer };

struct IndexField {
  IndexKey key = IndexKey::other;
  std::string_view value;  ///< part of the line, trimmed of blanks and bars; may be empty
};

/// Takes a line (UTF-8, simplified) apart that begins with the name of a field; the letters of names may be spaced.
/// `fields` is empty where the line is something else.
void read_index_line(std::string_view line, const grammar::Vocabulary& words, std::vector<IndexField>& fields);

}  // namespace fenjie::parse
