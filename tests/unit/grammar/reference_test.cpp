#include "grammar/reference.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "grammar/keys.hpp"

namespace fenjie::grammar {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path() / "grammars";

void check_generated(const char* name, const std::string& expected) {
  const auto path = folder / name;
  if (std::getenv("FENJIE_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << expected;
  std::ifstream in(path, std::ios::binary);
  const std::string found{std::istreambuf_iterator<char>(in), {}};
  const bool equal = found == expected;
  CHECK_MESSAGE(equal, path.string(),
                " differs from what the tables of keys say; FENJIE_ACCEPT=1 unit_grammar writes it");
}

TEST_CASE("grammars/README.md is what the tables say") {
  check_generated("README.md", grammar_reference_markdown());
}
TEST_CASE("grammars/schema.json is what the tables say") {
  check_generated("schema.json", grammar_schema_json());
}

TEST_CASE("every key and class is declared once, with its meaning") {
  for (const Key& key : key_table()) {
    CAPTURE(std::string(key.name));
    CHECK(find_key(key.section, key.name) == &key);
    CHECK_FALSE(key.meaning.empty());
    CHECK_FALSE(key.example.empty());
    CHECK((key.type == Type::choice) == !key.choices.empty());
  }
  for (const WordClass& c : word_class_table()) {
    CAPTURE(std::string(c.name));
    CHECK_FALSE(c.meaning.empty());
    for (const WordClass& other : word_class_table()) CHECK((&c == &other || c.name != other.name));
  }
}

TEST_CASE("the reference names every key, class and choice") {
  const std::string text = grammar_reference_markdown();
  for (const Key& key : key_table()) {
    CHECK(text.find("| `" + std::string(key.name) + "` |") != text.npos);
    for (const Choice& c : key.choices) CHECK(text.find("| `" + std::string(c.name) + "` |") != text.npos);
  }
  for (const WordClass& c : word_class_table())
    CHECK(text.find("| `" + std::string(c.name) + "` |") != text.npos);
}

}  // namespace
}  // namespace fenjie::grammar
