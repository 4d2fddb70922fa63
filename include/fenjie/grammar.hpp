// Grammars: the words and rules by which notices are read, kept as data (grammars/*.toml).
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fenjie {

namespace grammar {
class Vocabulary;
}

/// A grammar that cannot be used. `what()` is the whole message for a person: file:line:column, the
/// line, a caret, and what to write instead; UTF-8.
class GrammarError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One grammar file: its name (as in `extends`), where it came from and its TOML text.
struct GrammarSource {
  std::string name;    ///< `labels`; for a file of the user's, its `name` key or the file's stem
  std::string origin;  ///< path, or `built-in`
  std::string text;    ///< TOML, UTF-8
};

/// A compiled set of grammars. Cheap to copy: copies share one immutable vocabulary, which may be used
/// from several threads.
class Grammar {
 public:
  /// The grammars that come with fenjie, compiled at the first call.
  static Grammar builtin();
  /// The built-in grammars overlaid by `overlays` in their order: a file adds its words and rules, and
  /// replaces the built-in file of the same name unless it says `extends = "that name"`.
  /// Throws GrammarError.
  static Grammar with(const std::vector<GrammarSource>& overlays);
  /// The built-in files, in the order in which they apply.
  static const std::vector<GrammarSource>& builtin_sources();
  /// Reads a file. Throws GrammarError when it cannot be read; does not check its contents.
  static GrammarSource load(const std::string& path);

  [[nodiscard]] const grammar::Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  explicit Grammar(std::shared_ptr<const grammar::Vocabulary> v) : vocabulary_(std::move(v)) {}
  std::shared_ptr<const grammar::Vocabulary> vocabulary_;
};

}  // namespace fenjie
