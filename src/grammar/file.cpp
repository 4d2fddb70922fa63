#include "grammar/file.hpp"

#include <algorithm>

#include "grammar/expression.hpp"
#include "grammar/keys.hpp"
#include "grammar/values.hpp"

namespace fenjie::grammar {
namespace {

bool is_list_of_tables(const Node& node) {
  return node.kind == Node::Kind::list && !node.items.empty() && node.items.front().kind == Node::Kind::table;
}

// Whether a member of the whole file is a table of some kind, as against a key above the tables.
bool is_section(const Member& m) {
  return find_section(m.key) != nullptr || m.value.kind == Node::Kind::table || is_list_of_tables(m.value);
}

bool is_rule(const Item& item) { return item.section != Section::file && item.section != Section::sample; }

std::vector<std::string_view> top_names() {
  auto names = names_of(keys_of(Section::file));
  for (const std::string_view name : names_of(section_table())) names.push_back(name);
  return names;
}

}  // namespace

/// Turns the tree of one file into items, by the tables of keys.hpp.
class FileParser {
 public:
  FileParser(const GrammarSource& source, Checks checks, File& file) : values_(source, checks), file_(file) {}

  void parse(const Node& root) {
    read_top(root);
    for (const Member& m : root.members) {
      if (is_section(m)) read_section(m);
    }
    check_whole();
  }

 private:
  void read_top(const Node& root) {
    Item item{.line = 1};
    std::vector<const Key*> present;
    for (const Member& m : root.members) {
      if (!is_section(m)) present.push_back(&read_key(Section::file, m, item));
    }
    require(Section::file, Place{1, 1}, present);
    file_.items_.push_back(item);
  }

  void read_section(const Member& m) {
    const SectionInfo* section = find_section(m.key);
    if (section == nullptr) values_.fail_unknown(m.place, "table", m.key, names_of(section_table()));
    if (section->section == Section::words) return read_words(m);
    if (m.value.kind != Node::Kind::list) {
      values_.fail(m.place, join({quoted(m.key), " is a table that may be repeated"}),
                   join({"write [[", m.key, "]]"}));
    }
    for (const Node& table : m.value.items) read_table(*section, table);
  }

  void read_table(const SectionInfo& section, const Node& table) {
    if (table.kind != Node::Kind::table) {
      values_.fail(table.place, join({quoted(section.name), " must be a table"}),
                   join({"write [[", section.name, "]]"}));
    }
    Item item{.section = section.section, .line = table.place.line};
    std::vector<const Key*> present;
    for (const Member& m : table.members) present.push_back(&read_key(section.section, m, item));
    require(section.section, table.place, present);
    check_item(item, table.place);
    check_name(item, table.place);
    look_into(item);
    file_.items_.push_back(item);
  }

  // Puts the value where the key's declaration says; returns the declaration.
  const Key& read_key(Section section, const Member& m, Item& item) {
    const Key* key = find_key(section, m.key);
    if (key == nullptr) {
      values_.fail_unknown(m.place, "key", m.key,
                           section == Section::file ? top_names() : names_of(keys_of(section)));
    }
    if (const auto* truth = std::get_if<bool Item::*>(&key->target)) {
      item.*(*truth) = values_.truth(*key, m.value);
    } else if (const auto* number = std::get_if<int Item::*>(&key->target)) {
      item.*(*number) =
          key->type == Type::choice ? values_.choice(*key, m.value) : values_.number(*key, m.value);
    } else {
      item.*std::get<std::string_view Item::*>(key->target) = read_text(*key, m.value);
    }
    return *key;
  }

  std::string_view read_text(const Key& key, const Node& value) {
    const bool list = key.type == Type::words || key.type == Type::marks;
    return list ? file_.lists_.emplace_back(values_.words(key, value)) : values_.text(key, value);
  }

  void read_words(const Member& m) {
    if (m.value.kind != Node::Kind::table) {
      values_.fail(m.place, "`words` must be a table", "write [words], and a line for each class below it");
    }
    for (const Member& list : m.value.members) read_class(list);
  }

  void read_class(const Member& m) {
    const auto classes = word_class_table();
    const auto at = std::ranges::find(classes, std::string_view(m.key), &WordClass::name);
    if (at == classes.end()) values_.fail_unknown(m.place, "word class", m.key, names_of(classes));
    Item item{.section = Section::words, .choice = static_cast<int>(at->words), .name = at->name};
    item.line = m.place.line;
    if (m.value.kind == Node::Kind::table) {
      read_valued(*at, m.value, item);
    } else {
      item.words = file_.lists_.emplace_back(values_.list(*at, m.value));
    }
    file_.items_.push_back(item);
  }

  void read_valued(const WordClass& words, const Node& table, Item& item) {
    auto& list = file_.lists_.emplace_back();
    auto& numbers = file_.values_.emplace_back();
    for (const Member& word : table.members) {
      values_.check_word(word.key, word.place);
      list += join({word.key, "\n"});
      numbers.push_back(values_.word_value(words, word.value));
    }
    item.words = list;
    item.values = numbers;
  }

  void require(Section section, Place place, const std::vector<const Key*>& present) const {
    for (const Key& key : keys_of(section)) {
      if (!key.required || std::ranges::find(present, &key) != present.end()) continue;
      values_.fail(place, join({"the key ", quoted(key.name), " is missing"}),
                   join({"write ", key.name, " = ", key.example}));
    }
  }

  // What tells most texts apart from those that the expression matches.
  void look_into(Item& item) {
    if (item.expression.empty()) return;
    std::string& list = file_.lists_.emplace_back();
    for (const std::string& word : needed_words(item.expression)) list += join({word, "\n"});
    item.needs = list;
    Edges edges = edges_of(item.expression);
    item.first = file_.lists_.emplace_back(std::move(edges.first));
    item.last = file_.lists_.emplace_back(std::move(edges.last));
    item.starts = file_.lists_.emplace_back(std::move(edges.starts));
    const bool within = item.section == Section::pattern && !takes_whole(static_cast<Patterns>(item.choice));
    if (within) item.ends = file_.lists_.emplace_back(std::move(edges.ends));
  }

  // Rules over several keys of a table.
  void check_item(const Item& item, Place place) const {
    switch (item.section) {
      case Section::label:
      case Section::column:
        if (!item.words.empty() || !item.expression.empty()) return;
        values_.fail(place, "neither words nor a pattern", "write words = [\"WORD\"]");
      case Section::shape:
        if (!item.mark.empty() || !needs_mark(static_cast<CellBy>(item.choice))) return;
        values_.fail(place, "the key `mark` is missing", "write mark = \"|\"");
      case Section::numbering:
        if (static_cast<Numeral>(item.choice) != Numeral::bullet || !item.before.empty()) return;
        values_.fail(place, "a bullet without a mark", "write before = [\"-\"]");
      default: return;
    }
  }

  // A name that another file has replaces its rule; in one file the first rule would be gone without a word.
  void check_name(const Item& item, Place place) const {
    if (item.name.empty() || !is_rule(item)) return;
    const bool in_class = item.section == Section::pattern;
    const auto first = std::ranges::find_if(file_.items_, [&](const Item& other) {
      return other.section == item.section && other.name == item.name && (!in_class || other.choice == item.choice);
    });
    if (first == file_.items_.end()) return;
    values_.fail(place,
                 join({quoted(item.name), " is the name of a rule above, on line ", std::to_string(first->line)}),
                 "give it a name of its own");
  }

  static bool needs_mark(CellBy cell) {
    return cell == CellBy::mark_line || cell == CellBy::mark_end || cell == CellBy::mark_between;
  }

  void check_whole() const {
    if (values_.checks() != Checks::all || std::ranges::none_of(file_.items_, is_rule)) return;
    if (std::ranges::find(file_.items_, Section::sample, &Item::section) != file_.items_.end()) return;
    values_.fail(
        Place{1, 1}, "rules without a sample",
        "write a [[sample]] with a piece of a notice (text) and the tasks that it must give (records)");
  }

  Values values_;
  File& file_;
};

std::string stem(std::string_view path) {
  path = path.substr(path.find_last_of('/') + 1);
  return std::string(path.substr(0, path.find_last_of('.')));
}

std::string shown_name(const GrammarSource& source) {
  return source.origin == "built-in" ? join({"built-in ", source.name, ".toml"}) : source.origin;
}

File::File(const GrammarSource& source, Checks checks)
    : File(source, checks, parse_toml(source.text, shown_name(source))) {}

File::File(const GrammarSource& source, Checks checks, Node root)
    : root_(std::make_unique<const Node>(std::move(root))) {
  FileParser(source, checks, *this).parse(*root_);
}

}  // namespace fenjie::grammar
