// The index block that a site puts above a document: `索 引 号: 0025/2022 公开方式: 主动公开`, `标 题 | …通知 | 文 号 | …`.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/vocabulary.hpp"
#include "layout/index_key.hpp"

namespace fenjie::parse {

using layout::IndexKey;

struct IndexField {
  IndexKey key = IndexKey::other;
  std::string_view value;  ///< part of the line, trimmed of blanks and bars; may be empty
};

/// Takes a line (UTF-8, simplified) apart that begins with the name of a field; the letters of names may be spaced.
/// `fields` is empty where the line is something else.
void read_index_line(std::string_view line, const grammar::Vocabulary& words, std::vector<IndexField>& fields);

}  // namespace fenjie::parse
