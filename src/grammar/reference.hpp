// The tables of keys.hpp as documents.
#pragma once

#include <string>

namespace fenjie::grammar {

/// grammars/README.md: every key with its type, meaning and example; Markdown, UTF-8. Examples of words
/// come from the built-in grammars.
[[nodiscard]] std::string grammar_reference_markdown();

/// grammars/schema.json: a JSON Schema (2020-12) of a grammar file, for editors that check TOML.
[[nodiscard]] std::string grammar_schema_json();

}  // namespace fenjie::grammar
