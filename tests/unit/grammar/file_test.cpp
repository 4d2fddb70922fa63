// What is said against a file that cannot be used.
#include "grammar/file.hpp"

#include <string>

#include <doctest/doctest.h>

#include "grammar/keys.hpp"
#include "made.hpp"

namespace fenjie::grammar {
namespace {

TEST_CASE("the whole of a message: place, line, caret, help") {
  CHECK(error_of("name = \"x\"\n[[label]]\nslot = \"leed\"\nwords = [\"甲\"]\n") ==
        "test.toml:3:8: error: unknown slot `leed`\n"
        "  3 | slot = \"leed\"\n"
        "    |        ^\n"
        "  help: write `lead`; there are `none`, `number`, `category`, `project`, `task`, `detail`, `problem`, "
        "`subtask`, `lead`, `responsible`, `support`, `superior-lead`, `leader`, `deadline`, `schedule`, `clause`, "
        "`measure` or `extra`");
}

TEST_CASE("the caret stands below the place, also behind wide characters") {
  CHECK(error_of("name = \"x\"\n[words]\npost = [\"市长\", 7]\n") ==
        "test.toml:3:15: error: `post` must be a list of words\n"
        "  3 | post = [\"市长\", 7]\n"
        "    |                 ^\n"
        "  help: write post = [\"WORD\", \"OTHER WORD\"]");
}

TEST_CASE("a long line is shown around the place") {
  const std::string error =
      error_of("name = \"x\"\n[words]\npost = [\"" + std::string(200, 'a') + "\", 7]\n");
  CHECK(error.starts_with("test.toml:3:213: error: "));
  const std::size_t line = error.find("\n  3 | "), caret = error.find("\n    | ");
  REQUIRE(line != error.npos);
  REQUIRE(caret != error.npos);
  CHECK(caret - line < 200);
  const std::size_t column = error.find('^') - caret;
  CHECK(error[line + column] == '7');
}

struct Row {
  const char* toml;
  const char* place;
  const char* message;
  const char* help;
};

// All against `name = "x"` in line 1; the text given begins in line 2.
const Row rows[] = {
    {"extend = \"labels\"", "2:1", "unknown key `extend`", "write `extends`"},
    {"[wrods]\n", "2:2", "unknown table `wrods`", "write `words`"},
    {"[[lable]]\nslot = 'lead'", "2:3", "unknown table `lable`", "write `label`"},
    {"[label]\nslot = 'lead'", "2:2", "`label` is a table that may be repeated", "write [[label]]"},
    {"label = 3", "2:1", "`label` is a table that may be repeated", "write [[label]]"},
    {"label = [3]", "2:10", "`label` must be a table", "write [[label]]"},
    {"words = 3", "2:1", "`words` must be a table", "write [words]"},
    {"[words]\npots = ['a']", "3:1", "unknown word class `pots`", "write `post`"},
    {"[words]\nzzzzzzzzzzzz = ['a']", "3:1", "unknown word class `zzzzzzzzzzzz`", "write `han-digit`, "},
    {"[words]\npost = 'a'", "3:8", "`post` must be a list of words",
     "write post = [\"WORD\", \"OTHER WORD\"]"},
    {"[words]\npost = ['']", "3:9", "an empty word", "leave it out"},
    {"[words]\npost = [\"a\\nb\"]", "3:9", "a word of two lines", "write a word for each"},
    {"[words]\nhan-digit = ['a']", "3:13", "`han-digit` must give each word a number", "{\"WORD\" = 1}"},
    {"[words]\nhan-digit = {a = 'b'}", "3:18", "`han-digit` must give each word a number", "{\"WORD\" = 1}"},
    {"[words]\nhan-digit = {a = 1e3}", "3:18", "`han-digit` must give each word a number", ""},
    {"[words]\nhan-digit = {a = 99999999999}", "3:18", "the number is too large", "nine digits"},
    {"[words]\nrole-verb = {a = 1}", "3:18", "must give each word a role, `lead`, `responsible`", "\"lead\""},
    {"[words]\nrole-verb = {a = 'supprt'}", "3:18", "unknown role `supprt`", "write `support`"},
    {"[[label]]\nslot = 'lead'\nword = ['a']", "4:1", "unknown key `word`", "write `words`"},
    {"[[label]]\nwords = ['a']", "2:1", "the key `slot` is missing", "write slot = \"lead\""},
    {"[[shape]]\nname = 'a'\ncell = 'line'\n[[shape]]\nname = 'a'\ncell = 'paragraph'", "5:1",
     "`a` is the name of a rule above, on line 2", "give it a name of its own"},
    {"[[label]]\nslot = 'lead'", "2:1", "neither words nor a pattern", "write words = [\"WORD\"]"},
    {"[[label]]\nslot = 3", "3:8", "`slot` must be one of", "write slot = \"lead\""},
    {"[[label]]\nslot = 'lead'\nwords = 'a'", "4:9", "`words` must be a list of short strings",
     "write words = "},
    {"[[label]]\nslot = 'lead'\nwords = ['a', 3]", "4:15", "`words` must be a list of short strings", ""},
    {"[[label]]\nslot = 'lead'\npattern = 'a('", "4:11", "not a regular expression: missing ): a(", "RE2"},
    {"[[label]]\nslot = 'lead'\npattern = '(?=a)'", "4:11", "not a regular expression: invalid perl operator",
     ""},
    {"[[pattern]]\nclass = 'furnitur'\nname = 'a'\nre = 'a'", "3:9", "unknown class `furnitur`",
     "write `furniture`"},
    {"[[pattern]]\nclass = 'furniture'\nname = 'A b'\nre = 'a'", "4:8",
     "`name` must be a string of small letters, digits and hyphens", "write name = \"buttons\""},
    {"[[numbering]]\nname = 'a'\nnumeral = 'chinese'", "4:11", "unknown numeral `chinese`",
     "write `arabic`, "},
    {"[[numbering]]\nname = 'a'\nnumeral = 'han'\nrank = 12", "5:8", "`rank` must be from 1 to 9",
     "write rank"},
    {"[[numbering]]\nname = 'a'\nnumeral = 'han'\nrank = '1'", "5:8", "`rank` must be a whole number",
     "write rank"},
    {"[[numbering]]\nname = 'a'\nnumeral = 'han'\narticle = 1", "5:11", "`article` must be true or false",
     ""},
    {"[[numbering]]\nname = 'a'\nnumeral = 'bullet'", "2:1", "a bullet without a mark", "write before"},
    {"[[shape]]\nname = 'a'\ncell = 'mark-end'", "2:1", "the key `mark` is missing", "write mark = \"|\""},
    {"[[sample]]\ntext = 'a'", "2:1", "the key `records` is missing", "write records = "},
    {"[words]\npost = ['a']", "1:1", "rules without a sample", "write a [[sample]]"},
    {"[words]\npost = ['a'\n", "4:2", "not TOML 1.0: ", "in quotes"},
    {"a = = 3\n", "2:5", "not TOML 1.0: ", ""},
    {"[words]\npost = ['a']\npost = ['b']\n", "4:8", "cannot redefine", ""},
};

TEST_CASE("each mistake: place, message, help") {
  for (const Row& row : rows) {
    const std::string error = error_of(std::string("name = \"x\"\n") + row.toml + "\n");
    CAPTURE(std::string(row.toml));
    CAPTURE(error);
    CHECK(error.starts_with(std::string("test.toml:") + row.place + ": error: "));
    CHECK(error.find(row.message) != error.npos);
    CHECK(error.find(row.help) != error.npos);
  }
}

TEST_CASE("a file without a name, and an empty one") {
  CHECK(error_of("").starts_with("test.toml:1:1: error: the key `name` is missing"));
  CHECK(error_of("name = \"x\"").empty());
}

TEST_CASE("limits") {
  const std::string start = "name = \"x\"\n[[label]]\nslot = 'lead'\n";
  const auto words = [&](std::size_t n) {
    return start + "words = ['" + std::string(n, 'a') + "']" + sample;
  };
  CHECK(error_of(words(max_word_bytes)).empty());
  CHECK(error_of(words(max_word_bytes + 1)).find("a word of 241 bytes; 240 are allowed") !=
        std::string::npos);
  const auto pattern = [&](std::size_t n) {
    return start + "pattern = '" + std::string(n, 'a') + "'" + sample;
  };
  CHECK(error_of(pattern(max_expression_bytes)).empty());
  CHECK(error_of(pattern(max_expression_bytes + 1)).find("a regular expression of 2001 bytes") !=
        std::string::npos);
  const std::string comment = "name = \"x\"\n#" + std::string(max_file_bytes, 'a');
  CHECK(error_of(comment).starts_with("test.toml: error: a grammar file of more than 1048576 bytes"));
  CHECK(error_of(start + "pattern = '((a{100}){100}){100}'").find("not a regular expression") !=
        std::string::npos);
}

TEST_CASE("characters outside quotes are refused, and messages are fit for a terminal") {
  CHECK(error_of("一 = 1\nname = \"x\"").starts_with("test.toml:1:1: error: not TOML 1.0: "));
  CHECK(error_of("name = \"x\"、\n").starts_with("test.toml:1:11: error: not TOML 1.0: "));
  CHECK(error_of("name = “x”\n").starts_with("test.toml:1:8: error: not TOML 1.0: "));
  CHECK(error_of("name = \"x\"\na = \"\"\"b\\\n、c\"\"\"\n").find("unknown key `a`") != std::string::npos);
  const std::string error = error_of("name = \"\xE4\xB8\xFF\x1B[2J\"");
  CHECK_FALSE(error.empty());
  CHECK(error.find('\x1B') == std::string::npos);
  CHECK(error.find('\xFF') == std::string::npos);
  CHECK(error.find('\xE4') == std::string::npos);
}

TEST_CASE("bytes that are no text, and deep nesting, are refused") {
  CHECK_FALSE(error_of("name = \"\xFF\xFE\"").empty());
  CHECK_FALSE(error_of(std::string("name = \"x\0\"", 11)).empty());
  CHECK_FALSE(error_of("name = \"x\"\na = " + std::string(5000, '[')).empty());
  CHECK(error_of("\xEF\xBB\xBFname = \"x\"\r\n").empty());
}

TEST_CASE("what the tests of the built-in files check is not checked at a start") {
  CHECK(error_of("name = \"x\"\n[words]\npost = ['a', '']\n", Checks::keys).empty());
  CHECK(error_of("name = \"x\"\n[[label]]\nslot = 'lead'\npattern = 'a('\n", Checks::keys).empty());
  CHECK_FALSE(error_of("name = \"x\"\n[words]\npots = ['a']\n", Checks::keys).empty());
}

}  // namespace
}  // namespace fenjie::grammar
