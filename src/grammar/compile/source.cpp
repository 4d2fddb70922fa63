#include "grammar/compile/source.hpp"

#include <cstdio>

#include "grammar/loader.hpp"
#include "grammar/message.hpp"

namespace fenjie::grammar {
namespace {

// A string_view literal. UTF-8 stands as it is; a new line of the text begins a new line of the source.
std::string literal(std::string_view s) {
  std::string out = "\"";
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (c == '\n') {
      out += i + 1 < s.size() ? "\\n\"\n    \"" : "\\n";
    } else if (c == '"' || c == '\\') {
      out.append("\\").push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(c));
      out += octal;
    } else {
      out.push_back(c);
    }
  }
  return out += "\"sv";
}

// Members of a designated initialiser, in the order of Item.
class Members {
 public:
  void add(std::string_view member, std::string_view value) { text_ += join({", .", member, " = ", value}); }
  void add_text(std::string_view member, std::string_view text) {
    if (!text.empty()) add(member, literal(text));
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Writes arrays as it meets them, and what points to them afterwards.
class Writer {
 public:
  void add(const GrammarSource& source, const File& file) {
    std::string items;
    for (const Item& i : file.items()) {
      if (i.section != Section::sample) items += item(i);
    }
    const std::string id = std::to_string(count_++);
    body_ += join({"\n// ", source.name, ".toml\n", arrays_, "constexpr Item items_", id, "[] = {\n", items,
                   "};\nconstexpr std::string_view text_", id, " =\n    ", literal(source.text), ";\n"});
    files_ += join({"    {", literal(source.name), ", text_", id, ", items_", id, "},\n"});
    arrays_.clear();
  }

  void add(const WordTable& table) {
    if (table.rows.empty()) {
      words_ += "    {},\n";
      return;
    }
    const std::string rows = row_array(table.rows);
    words_ += join({"    {", literal(table.pool), ",\n     ", rows, ", ", side(table.starts), ", ",
                    side(table.ends), ", ", std::to_string(table.mask), "},\n"});
    body_ += arrays_;
    arrays_.clear();
  }

  [[nodiscard]] std::string finish() const {
    return join(
        {"// Made by fenjie_compile_grammars from grammars/*.toml.\n#include <cstdint>\n\n"
         "#include \"grammar/embedded.hpp\"\n#include \"grammar/match_edges.hpp\"\n\n"
         "namespace fenjie::grammar {\nnamespace {\n\n"
         "using namespace std::string_view_literals;\n",
         body_, "\nconstexpr EmbeddedFile files[] = {\n", files_,
         "    {},  // keeps the array from being empty\n};\n\nconstexpr WordTable words[] = {\n", words_,
         "};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() {\n"
         "  return std::span(files).first(std::size(files) - 1);\n}\n\n"
         "std::span<const WordTable> embedded_words() { return words; }\n\n"
         "}  // namespace fenjie::grammar\n"});
  }

 private:
  template <class Numbers>
  std::string array(std::string_view type, const Numbers& numbers) {
    if (numbers.empty()) return "{}";
    std::string name = join({"array_", std::to_string(count_++)});
    arrays_ += join({"constexpr ", type, " ", name, "[] = {"});
    for (const auto n : numbers) arrays_ += join({std::to_string(n), ","});
    arrays_ += "};\n";
    return name;
  }

  std::string row_array(std::span<const WordTable::Row> rows) {
    std::string name = join({"rows_", std::to_string(count_++)});
    arrays_ += join({"\nconstexpr WordTable::Row ", name, "[] = {"});
    for (const auto& r : rows) {
      arrays_ += join(
          {"{", std::to_string(r.at), ",", std::to_string(r.length), ",", std::to_string(r.value), "},"});
    }
    arrays_ += "};\n";
    return name;
  }

  std::string side(const WordTable::Side& s) {
    const std::string outermost = set(s.outermost), second = set(s.second), single = set(s.single),
                      sieve = sieve_of(s.sieve);
    const std::string begins = array("std::uint32_t", s.begins);
    return join(
        {"{", outermost, ", ", second, ", ", single, ", ", sieve, ", ", begins, ", ", entry_array(s.entries), "}"});
  }

  std::string sieve_of(const text::Sieve* sieve) {
    if (sieve == nullptr) return "nullptr";
    const std::string name = join({"sieve_", std::to_string(count_++)});
    arrays_ += join({"constexpr text::Sieve ", name, "{{{"});
    for (const auto& half : sieve->halves()) {
      arrays_ += "{{";
      for (const auto groups : half) arrays_ += join({std::to_string(groups), ","});
      arrays_ += "}},";
    }
    arrays_ += join({"}}, ", std::to_string(sieve->pairs()), sieve->deep() ? ", true};\n" : ", false};\n"});
    return join({"&", name});
  }

  std::string set(const CharacterSet* characters) {
    if (characters == nullptr) return "nullptr";
    const std::string name = join({"set_", std::to_string(count_++)});
    arrays_ += join({"constexpr CharacterSet ", name, " = ", bits(*characters), ";\n"});
    return join({"&", name});
  }

  static std::string bits(const CharacterSet& characters) {
    std::string out = "{{";
    for (const std::uint64_t word : characters.bits) out += join({std::to_string(word), "u,"});
    return out += "}}";
  }

  // What an expression's matches begin and end with, as bits.
  std::string edges(const Item& i) {
    if (i.expression.empty()) return "nullptr";
    const MatchEdges e = MatchEdges::of(i.needs, i.first, i.last, i.starts);
    const auto yes = [](bool b) { return b ? "true, " : "false, "; };
    const std::string name = join({"edges_", std::to_string(count_++)});
    arrays_ += join({"constexpr MatchEdges ", name, " = {", std::to_string(e.shortest), ", ", std::to_string(e.needed),
                     ", ", yes(e.begins), yes(e.ends), yes(e.paired)});
    for (const CharacterSet* set : {&e.first, &e.last, &e.pairs, &e.open}) arrays_ += join({bits(*set), ", "});
    arrays_ += "};\n";
    return join({"&", name});
  }

  std::string entry_array(std::span<const WordTable::Entry> entries) {
    std::string name = join({"entries_", std::to_string(count_++)});
    arrays_ += join({"constexpr WordTable::Entry ", name, "[] = {"});
    for (const auto& e : entries) {
      arrays_ += join({"{", std::to_string(e.key), "u,", std::to_string(e.at), ",", std::to_string(e.length), ",",
                       std::to_string(e.value), ",", std::to_string(e.shorter), "u},"});
    }
    arrays_ += "};\n";
    return name;
  }

  std::string item(const Item& i) {
    Members m;
    m.add("choice", std::to_string(i.choice));
    m.add_text("name", i.name);
    m.add_text("title", i.title);
    m.add_text("extends", i.extends);
    m.add_text("expression", i.expression);
    m.add_text("needs", i.needs);
    m.add_text("first", i.first);
    m.add_text("last", i.last);
    m.add_text("starts", i.starts);
    m.add_text("ends", i.ends);
    m.add("edges", edges(i));
    m.add_text("mark", i.mark);
    m.add_text("words", i.words);
    m.add("values", array("int", i.values));
    m.add_text("before", i.before);
    m.add_text("after", i.after);
    m.add("rank", std::to_string(i.rank));
    m.add("article", i.article ? "true" : "false");
    m.add("line", std::to_string(i.line));
    return join(
        {"    {.section = Section{", std::to_string(static_cast<int>(i.section)), "}", m.text(), "},\n"});
  }

  std::string arrays_, body_, files_, words_;
  int count_ = 0;
};

}  // namespace

std::string source_of(const std::vector<GrammarSource>& sources) {
  Writer writer;
  Loader loader;
  for (const GrammarSource& source : sources) {
    const File file(source, Checks::keys);
    loader.add(file.items());
    writer.add(source, file);
  }
  for (const WordTable& table : loader.sealed_tables()) writer.add(table);
  return writer.finish();
}

}  // namespace fenjie::grammar
