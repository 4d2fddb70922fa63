// The built-in grammars, for tests that need words.
#pragma once

#include "fenjie/grammar.hpp"

inline const fenjie::grammar::Vocabulary& builtin_words() {
  static const fenjie::Grammar grammar = fenjie::Grammar::builtin();
  return grammar.vocabulary();
}
