// The table of writers. A new form of output is a file beside this one and a row here.
#include <algorithm>

#include "write/make.hpp"

namespace fenjie {
namespace {

constexpr WriterInfo table[] = {
    {"ndjson", ".ndjson", "one task a line; other records with --with", write::make_ndjson},
    {"json", ".json", "one object: documents, their tasks, headings, texts, diagnostics", write::make_json},
    {"csv", ".csv", "RFC 4180: one row a sub-task, or a task without any", write::make_csv},
    {"tsv", ".tsv", "the same rows; TAB and line breaks in values as \\t and \\n", write::make_tsv},
    {"md", ".md", "Markdown: headings, and a table of tasks below each", write::make_markdown},
};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_in(std::string_view path, std::string_view extension) {
  if (path.size() < extension.size()) return false;
  return std::ranges::equal(path.substr(path.size() - extension.size()), extension, {}, lower);
}

template <typename Test>
const WriterInfo* find_if(Test test) {
  const auto* const found = std::ranges::find_if(table, test);
  return found != std::end(table) ? found : nullptr;
}

}  // namespace

std::span<const WriterInfo> writers() { return table; }

const WriterInfo* find_writer(std::string_view name) {
  return find_if([&](const WriterInfo& w) { return w.name == name; });
}

const WriterInfo* find_writer_for(std::string_view path) {
  return find_if([&](const WriterInfo& w) { return ends_in(path, w.extension); });
}

}  // namespace fenjie
