// Regular expressions. The only way to RE2.
#include <mutex>
#include <optional>

#include <re2/re2.h>

#include "grammar/expression.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::grammar {
namespace {

// Parentheses only group: nobody asks for the parts of a match, and RE2 is faster without.
RE2::Options options() {
  RE2::Options o;
  o.set_never_capture(true);
  o.set_log_errors(false);
  return o;
}

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(std::string e) : expression(std::move(e)) {}

  // An expression that RE2 refuses matches nothing: files are checked when they are loaded.
  const RE2& get() {
    std::call_once(once, [this] { re2.emplace(expression, options()); });
    return *re2;
  }

  std::string expression;
  std::once_flag once;
  std::optional<RE2> re2;
};

Pattern::Pattern(std::string rule, std::string expression)
    : rule_(std::move(rule)), compiled_(std::make_unique<Compiled>(std::move(expression))) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::search(std::string_view text, std::string_view* found) const {
  const RE2& re = compiled_->get();
  re2::StringPiece whole;
  if (!re.Match(piece(text), 0, text.size(), RE2::UNANCHORED, &whole, found == nullptr ? 0 : 1)) return false;
  if (found != nullptr) *found = {whole.data(), whole.size()};
  return true;
}

bool Pattern::matches(std::string_view text) const {
  return compiled_->get().Match(piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

std::string expression_error(std::string_view expression) {
  const RE2 re(piece(expression), options());
  if (re.ok()) return {};
  return re.error();
}

}  // namespace fenjie::grammar
