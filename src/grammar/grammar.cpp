#include "fenjie/grammar.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "grammar/embedded.hpp"
#include "grammar/file.hpp"
#include "grammar/keys.hpp"
#include "grammar/loader.hpp"
#include "grammar/sample.hpp"
#include "grammar/simplify.hpp"

namespace fenjie {
namespace {

using namespace grammar;

struct CloseFile {
  void operator()(std::FILE* f) const { std::fclose(f); }
};

GrammarError cannot_read(const std::string& path, int error) {
  return grammar_error(path, {}, {}, join({"cannot read the grammar: ", std::strerror(error)}));
}

// One byte over the limit is enough to tell that a file is too large.
std::string read_file(const std::string& path) {
  const std::unique_ptr<std::FILE, CloseFile> in(std::fopen(path.c_str(), "rb"));
  if (in == nullptr) throw cannot_read(path, errno);
  std::string text;
  for (std::array<char, 4096> block; text.size() <= max_file_bytes;) {
    const std::size_t n = std::fread(block.data(), 1, block.size(), in.get());
    text.append(block.data(), n);
    if (n < block.size()) break;
  }
  if (std::ferror(in.get()) != 0) throw cannot_read(path, errno);
  return text;
}

// A file of the set that is being put together. `file` owns what `items` points to; what the items of
// a built-in file point to is constant.
struct Part {
  std::string name;
  Items items;
  std::shared_ptr<const File> file;
};

std::vector<Part> builtin_parts() {
  std::vector<Part> parts;
  for (const EmbeddedFile& f : embedded_files()) parts.push_back({std::string(f.name), f.items, nullptr});
  return parts;
}

// Where no built-in file was replaced, their words need not be sorted again.
std::shared_ptr<const Vocabulary> compile(const std::vector<Part>& parts) {
  const auto is_builtin = [](const Part& part) { return part.file == nullptr; };
  const auto builtin = static_cast<std::size_t>(std::ranges::count_if(parts, is_builtin));
  const bool whole = builtin == embedded_files().size();
  Loader loader = whole ? Loader(embedded_words()) : Loader();
  for (const Part& part : parts) {
    if (whole && is_builtin(part)) {
      loader.add_rules(part.items);
    } else {
      loader.add(part.items);
    }
  }
  return loader.finish();
}

std::shared_ptr<const File> user_file(const GrammarSource& source, Place& extends) {
  Node root = parse_toml(source.text, shown_name(source));
  for (const Member& m : root.members) {
    if (m.key == "extends") extends = m.value.place;
  }
  simplify(root);
  return std::make_shared<const File>(source, Checks::all, std::move(root));
}

void overlay(std::vector<Part>& parts, const GrammarSource& source) {
  Place extends;
  auto file = user_file(source, extends);
  const Item& head = file->items().front();
  Part part{std::string(head.name), file->items(), file};
  const auto named = [&](std::string_view name) { return std::ranges::find(parts, name, &Part::name); };
  if (!head.extends.empty() && named(head.extends) == parts.end()) {
    std::vector<std::string_view> names;
    for (const Part& p : parts) names.push_back(p.name);
    const std::string_view near = nearest(head.extends, names);
    throw grammar_error(shown_name(source), source.text, extends,
                        join({"`extends` names an unknown grammar ", quoted(head.extends)}),
                        join({"write ", near.empty() ? one_of(names) : quoted(near)}));
  }
  const auto same = named(head.name);
  if (same != parts.end() && head.extends != head.name) {
    *same = std::move(part);
  } else {
    parts.push_back(std::move(part));
  }
}

}  // namespace

const std::vector<GrammarSource>& Grammar::builtin_sources() {
  static const std::vector<GrammarSource> sources = [] {
    std::vector<GrammarSource> out;
    for (const EmbeddedFile& f : embedded_files()) {
      out.push_back({std::string(f.name), "built-in", std::string(f.text)});
    }
    return out;
  }();
  return sources;
}

Grammar Grammar::builtin() {
  static const std::shared_ptr<const Vocabulary> made = compile(builtin_parts());
  return Grammar(made);
}

Grammar Grammar::with(const std::vector<GrammarSource>& overlays) {
  if (overlays.empty()) return builtin();
  auto parts = builtin_parts();
  for (const GrammarSource& source : overlays) overlay(parts, source);
  return Grammar(compile(parts));
}

GrammarSource Grammar::load(const std::string& path) {
  GrammarSource source{stem(path), path, read_file(path)};
  try {
    const Node root = parse_toml(source.text, path);
    for (const Member& m : root.members) {
      if (m.key == "name" && m.value.kind == Node::Kind::text) source.name = m.value.text;
    }
  } catch (const GrammarError&) {
    // The stem must do; the error comes when the file is used.
  }
  return source;
}

namespace grammar {

std::vector<Sample> samples_of(const GrammarSource& source) {
  const File file(source, Checks::all);
  std::vector<Sample> out;
  for (const Item& item : file.items()) {
    if (item.section != Section::sample) continue;
    out.push_back({shown_name(source), item.line, std::string(item.title), std::string(item.text),
                   std::string(item.records)});
  }
  return out;
}

}  // namespace grammar
}  // namespace fenjie
