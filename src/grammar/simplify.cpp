#include "grammar/simplify.hpp"

#include "grammar/keys.hpp"
#include "text/script.hpp"

namespace fenjie::grammar {
namespace {

void simplify_text(std::string& s) {
  text::ScriptCount count;
  count.add(s);
  if (count.traditional > 0) s = text::convert(s, text::Direction::t2s);
}

void simplify_all(Node& node) {
  if (node.kind == Node::Kind::text) simplify_text(node.text);
  for (Node& item : node.items) simplify_all(item);
  for (Member& m : node.members) {
    simplify_text(m.key);
    simplify_all(m.value);
  }
}

}  // namespace

void simplify(Node& root) {
  for (Member& m : root.members) {
    const SectionInfo* section = find_section(m.key);
    if (section != nullptr && section->section != Section::sample) simplify_all(m.value);
  }
}

}  // namespace fenjie::grammar
