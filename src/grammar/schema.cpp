// JSON Schema of a grammar file, from the tables of keys.hpp.
#include "grammar/keys.hpp"
#include "grammar/message.hpp"
#include "grammar/reference.hpp"

namespace fenjie::grammar {
namespace {

// The tables are ASCII without control characters.
std::string string(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

std::string number(std::size_t n) { return std::to_string(n); }

// An object of members that are JSON already, on lines of their own.
std::string object(const std::vector<std::string>& members, std::string_view indent) {
  std::string out = "{";
  for (std::size_t i = 0; i < members.size(); ++i) {
    out += join({i == 0 ? "\n" : ",\n", indent, "  ", members[i]});
  }
  return out += join({"\n", indent, "}"});
}

std::string one_of_names(std::span<const Choice> choices) {
  std::string out = "\"enum\": [";
  for (std::size_t i = 0; i < choices.size(); ++i) out += join({i == 0 ? "" : ", ", string(choices[i].name)});
  return out += "]";
}

std::string word(std::string_view least) {
  return join(
      {R"({"type": "string", "minLength": )", least, R"(, "maxLength": )", number(max_word_bytes), "}"});
}

std::string type(const Key& key) {
  switch (key.type) {
    case Type::text: return R"("type": "string")";
    case Type::name: return R"("type": "string", "pattern": "^[a-z0-9_-]{1,60}$")";
    case Type::word: return join({R"("type": "string", "maxLength": )", number(max_word_bytes)});
    case Type::words: return join({R"("type": "array", "items": )", word("1")});
    case Type::marks: return join({R"("type": "array", "items": )", word("0")});
    case Type::expression: return join({R"("type": "string", "maxLength": )", number(max_expression_bytes)});
    case Type::number:
      return join({R"("type": "integer", "minimum": )", std::to_string(min_rank), R"(, "maximum": )",
                   std::to_string(max_rank)});
    case Type::truth: return R"("type": "boolean")";
    case Type::choice: return join({R"("type": "string", )", one_of_names(key.choices)});
  }
  return {};
}

std::string property(const Key& key) {
  return join({string(key.name), ": {", type(key), ", \"description\": ", string(key.meaning), "}"});
}

std::string required(Section section) {
  std::string out;
  for (const Key& key : keys_of(section)) {
    if (key.required) out += join({out.empty() ? "" : ", ", string(key.name)});
  }
  return join({"\"required\": [", out, "]"});
}

std::string properties(Section section, std::string_view indent) {
  std::vector<std::string> members;
  for (const Key& key : keys_of(section)) members.push_back(property(key));
  return join({"\"properties\": ", object(members, indent)});
}

// `[[label]]`: a list of tables.
std::string repeated(const SectionInfo& s) {
  const std::string table = object({R"("type": "object")", R"("additionalProperties": false)",
                                    required(s.section), properties(s.section, "        ")},
                                   "      ");
  return join({string(s.name), ": ",
               object({R"("type": "array")", join({"\"description\": ", string(s.meaning)}),
                       join({"\"items\": ", table})},
                      "    ")});
}

std::string word_class(const WordClass& c) {
  const std::string list = join({R"({"type": "array", "items": )", word("1"), "}"});
  const std::string numbers = R"({"type": "object", "additionalProperties": {"type": "integer"}})";
  const std::string roles =
      join({R"({"type": "object", "additionalProperties": {)", one_of_names(role_table()), "}}"});
  const std::string allowed = c.value == WordValue::role     ? roles
                              : c.value == WordValue::number ? numbers
                                                             : join({list, ", ", numbers});
  return join({string(c.name), ": {\"description\": ", string(c.meaning), ", \"anyOf\": [", allowed, "]}"});
}

std::string words(const SectionInfo& s) {
  std::vector<std::string> classes;
  for (const WordClass& c : word_class_table()) classes.push_back(word_class(c));
  return join(
      {string(s.name), ": ",
       object({R"("type": "object")", join({"\"description\": ", string(s.meaning)}),
               R"("additionalProperties": false)", join({"\"properties\": ", object(classes, "      ")})},
              "    ")});
}

}  // namespace

std::string grammar_schema_json() {
  std::vector<std::string> members;
  for (const Key& key : keys_of(Section::file)) members.push_back(property(key));
  for (const SectionInfo& s : section_table()) {
    if (s.section == Section::file) continue;
    members.push_back(s.section == Section::words ? words(s) : repeated(s));
  }
  return object({R"("$schema": "https://json-schema.org/draft/2020-12/schema")",
                 R"("title": "A grammar of fenjie")",
                 R"("$comment": "Made from the tables in src/grammar/keys.cpp and word_classes.cpp")",
                 R"("type": "object")", R"("additionalProperties": false)", required(Section::file),
                 join({"\"properties\": ", object(members, "  ")})},
                "") +
         "\n";
}

}  // namespace fenjie::grammar
