// The files of grammars/, as built into the library. compile/main.cpp makes the tables.
#pragma once

#include <span>
#include <string_view>

#include "grammar/item.hpp"
#include "grammar/words.hpp"

namespace fenjie::grammar {

struct EmbeddedFile {
  std::string_view name;  ///< without `.toml`
  std::string_view text;  ///< TOML, UTF-8
  Items items;            ///< what `File` reads from `text`, without the samples
};

/// All built-in grammars, by name.
std::span<const EmbeddedFile> embedded_files();

/// Their word lists, sealed: what Loader::sealed_tables gives for all of them together.
std::span<const WordTable> embedded_words();

}  // namespace fenjie::grammar
