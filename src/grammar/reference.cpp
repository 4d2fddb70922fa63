#include "grammar/reference.hpp"

#include <algorithm>

#include "fenjie/grammar.hpp"
#include "grammar/keys.hpp"
#include "grammar/message.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::grammar {
namespace {

constexpr std::string_view preface =
    R"(<!-- Made from the tables in src/grammar/keys.cpp and word_classes.cpp; do not edit. -->

# Grammars

Everything that fenjie knows about the words and forms of notices stands in the files of this folder.
They are TOML 1.0, in UTF-8 and in simplified script: a traditional document is read in its simplified form,
and traditional words of a file of your own are turned into simplified ones.
Every `*.toml` file here becomes part of the program; the file `schema.json` describes the form to editors.

A file of your own, given with `--grammar FILE` or laid into `$XDG_CONFIG_HOME/fenjie/grammars`, adds to
these.
If it has the name of one of these files it takes its place, unless it says `extends` with that name.
Of two equal words, and of two rules of the same name in different files, the later one counts.

A file with rules carries samples: pieces of a notice with the records that must come out.
`fenjie grammar test FILE` runs them, `fenjie grammar check FILE` looks at the form alone. This is a whole file:

```toml
name = "my-county"
extends = "labels"

[[label]]
slot = "lead"
words = ["LABEL"]

[[sample]]
text = """
1. TASK.
LABEL: UNIT
"""
records = '{"number": 1, "units": [{"name": "UNIT", "role": "lead"}]}'
```

Write regular expressions in single quotes, in [RE2 syntax](https://github.com/google/re2/wiki/Syntax);
`\p{Han}` is a Chinese character. RE2 needs time in proportion to the text, whatever the expression is. An
expression is compiled when a text first holds one of the words that it cannot match without, so one with a
word in it costs least; repeated negated classes (`[^x]{0,60}`) cost most.
)";

std::string limits() {
  return join({"\n## Limits\n\nA file has at most ", std::to_string(max_file_bytes), " bytes, a word ",
               std::to_string(max_word_bytes), ", a regular expression ",
               std::to_string(max_expression_bytes),
               ". A name is made of small letters, digits, `-` and `_`.\n"});
}

// A cell of a Markdown table, in which a bar would end the cell.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string heading(const SectionInfo& s) {
  const std::string title = s.name.empty() ? "Top of the file"
                            : s.repeated   ? join({"`[[", s.name, "]]`"})
                                           : join({"`[", s.name, "]`"});
  return join({"\n## ", title, "\n\n", s.meaning, "\n\n"});
}

std::string key_row(const Key& key) {
  return join({"| `", key.name, "` | ", type_name(key.type), key.required ? ", required" : "", " | ",
               cell(key.meaning), " | `", cell(key.example), "` |\n"});
}

std::string choices(const Key& key) {
  std::string out = join({"\n`", key.name, "` is one of\n\n| name | meaning |\n|---|---|\n"});
  for (const Choice& c : key.choices) out += join({"| `", c.name, "` | ", cell(c.meaning), " |\n"});
  return out;
}

// Slots are the same for labels and columns: the second list would repeat the first.
bool listed_before(const Key& key) {
  return std::any_of(key_table().data(), &key,
                     [&](const Key& k) { return k.choices.data() == key.choices.data(); });
}

std::string section(const SectionInfo& s) {
  std::string out = heading(s) + "| key | value | meaning | example |\n|---|---|---|---|\n";
  for (const Key& key : keys_of(s.section)) out += key_row(key);
  for (const Key& key : keys_of(s.section)) {
    if (!key.choices.empty() && !listed_before(key)) out += choices(key);
  }
  return out;
}

// The shortest word of a class, the first in the order of bytes among equals.
std::string_view shortest(const WordMap& words) {
  std::string_view best;
  for (const auto& e : words.entries()) {
    if (best.empty() || e.word.size() < best.size()) best = e.word;
  }
  return best;
}

std::string word_classes(const SectionInfo& s) {
  const Grammar builtin = Grammar::builtin();
  std::string out = heading(s) + "| class | value | meaning | such as |\n|---|---|---|---|\n";
  for (const WordClass& c : word_class_table()) {
    const std::string_view word = shortest(builtin.vocabulary().words(c.words));
    out += join({"| `", c.name, "` | `", word_value_example(c.value), "` | ", cell(c.meaning), " | ",
                 cell(word), " |\n"});
  }
  return out;
}

}  // namespace

std::string grammar_reference_markdown() {
  std::string out(preface);
  for (const SectionInfo& s : section_table()) {
    out += s.section == Section::words ? word_classes(s) : section(s);
  }
  return out + limits();
}

}  // namespace fenjie::grammar
