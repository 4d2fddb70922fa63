// A vocabulary of files alone, without the built-in grammars.
#pragma once

#include <memory>
#include <string>

#include "grammar/file.hpp"
#include "grammar/loader.hpp"

namespace fenjie::grammar {

template <typename... More>
std::shared_ptr<const Vocabulary> vocabulary_of(const std::string& toml, const More&... later) {
  Loader loader;
  const auto add = [&](const std::string& text) { loader.add(File({"test", "test.toml", text}, Checks::all).items()); };
  add(toml);
  (add(later), ...);
  return loader.finish();
}

/// What is said against a file, or nothing.
inline std::string error_of(const std::string& toml, Checks checks = Checks::all) {
  try {
    const File file({"test", "test.toml", toml}, checks);
  } catch (const GrammarError& e) {
    return e.what();
  }
  return {};
}

/// What a file with rules must have beside them.
inline constexpr const char* sample = "\n[[sample]]\ntext = 'x'\nrecords = ''\n";

}  // namespace fenjie::grammar
