// What the grammars say that they can read, they can.
#include <doctest/doctest.h>

#include <string>

#include "cli/sample_run.hpp"
#include "fenjie/grammar_sample.hpp"

TEST_CASE("every sample of the built-in grammars") {
  const fenjie::Grammar grammar = fenjie::Grammar::builtin();
  std::size_t samples = 0;
  for (const fenjie::GrammarSource& source : fenjie::Grammar::builtin_sources()) {
    for (const fenjie::grammar::Sample& sample : fenjie::grammar::samples_of(source)) {
      CAPTURE(sample.file);
      CAPTURE(sample.title);
      const std::string difference = fenjie::cli::run_sample(sample, grammar).value_or("none");
      CHECK(difference == "none");
      ++samples;
    }
  }
  CHECK(samples >= fenjie::Grammar::builtin_sources().size());
}
