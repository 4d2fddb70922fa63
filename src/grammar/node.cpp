#include "grammar/node.hpp"

#include <algorithm>

#include <toml++/toml.h>

#include "grammar/keys.hpp"

namespace fenjie::grammar {
namespace {

Place place_of(const toml::source_region& source) { return {source.begin.line, source.begin.column}; }

Node convert(const toml::node& node);

void convert_table(const toml::table& table, Node& out) {
  out.kind = Node::Kind::table;
  for (const auto& [key, value] : table) {
    out.members.push_back({std::string(key.str()), place_of(key.source()), convert(value)});
  }
  // toml++ sorts by key.
  std::stable_sort(out.members.begin(), out.members.end(), [](const Member& a, const Member& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
}

void convert_list(const toml::array& list, Node& out) {
  out.kind = Node::Kind::list;
  out.items.reserve(list.size());
  for (const toml::node& item : list) out.items.push_back(convert(item));
}

// The depth is bounded by toml++ (TOML_MAX_NESTED_VALUES).
Node convert(const toml::node& node) {
  Node out;
  out.place = place_of(node.source());
  if (const auto* table = node.as_table()) {
    convert_table(*table, out);
  } else if (const auto* list = node.as_array()) {
    convert_list(*list, out);
  } else if (const auto* text = node.as_string()) {
    out.kind = Node::Kind::text, out.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    out.kind = Node::Kind::integer, out.integer = integer->get();
  } else if (const auto* truth = node.as_boolean()) {
    out.kind = Node::Kind::truth, out.truth = truth->get();
  }
  return out;
}

}  // namespace

Node parse_toml(std::string_view text, std::string_view origin) {
  if (text.size() > max_file_bytes) {
    throw grammar_error(origin, {}, Place{},
                        join({"a grammar file of more than ", std::to_string(max_file_bytes), " bytes"}),
                        "split it");
  }
  try {
    return convert(toml::parse(text, origin));
  } catch (const toml::parse_error& e) {
    throw grammar_error(origin, text, place_of(e.source()), join({"not TOML 1.0: ", e.description()}),
                        "strings stand in quotes, lists in [ ], each key on a line of its own");
  }
}

}  // namespace fenjie::grammar
