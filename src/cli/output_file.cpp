#include "cli/output_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/record_values.hpp"
#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(RecordType::count_)> types{
    "document", "heading", "task", "text", "diagnostic"};
// The lists of one document in a JSON output.
constexpr std::array<std::string_view, 4> list_names{"tasks", "headings", "texts", "diagnostics"};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// The first line is an object of its own: NDJSON.
bool has_lines(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!is_blank(line)) {
      try {
        const Json value = parse_json(line);
        return value.kind == Json::Kind::object && value.find("documents") == nullptr;
      } catch (const JsonError&) {
        // a JSON output breaks its lines; what is cut in two is no value
        return line.starts_with(R"({"type":)");
      }
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return true;
}

}  // namespace

OutputFile::OutputFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  if (has_lines(text_)) {
    read_lines();
  } else {
    read_whole();
  }
}

void OutputFile::fail(std::uint64_t line, std::string_view message) const {
  throw OutputError(fmt::format("{}:{}: {}", printable(name_), line, printable(message)));
}

void OutputFile::read_lines() {
  std::string_view rest = text_;
  for (; !rest.empty(); ++line_) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (!is_blank(line)) read_line(line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

void OutputFile::read_line(std::string_view line) {
  try {
    add(parse_json(line), line, line_);
  } catch (const JsonError& error) {
    fail(line_, fmt::format("no record: {} at byte {} of the line", error.what(), error.at));
  }
}

void OutputFile::read_whole() {
  Json whole;
  try {
    whole = parse_json(text_);
  } catch (const JsonError& error) {
    fail(line_at(std::min(error.at, text_.size())), fmt::format("no JSON: {}", error.what()));
  }
  if (whole.kind == Json::Kind::array) {
    for (const Json& record : whole.items) add(record, text_, line_at(record.begin));
    return;
  }
  const Json* documents = whole.find("documents");
  if (documents == nullptr || documents->kind != Json::Kind::array) fail(1, "no output of fenjie");
  has_.fill(true);
  for (const Json& document : documents->items) read_output(document, text_);
}

void OutputFile::read_output(const Json& output, std::string_view of) {
  new_document_ = true;
  if (const Json* document = output.find("document")) add(*document, of, line_at(document->begin));
  for (const std::string_view name : list_names) {
    const Json* list = output.find(name);
    if (list == nullptr) fail(line_at(output.begin), fmt::format("a document without its list `{}`", name));
    for (const Json& record : list->items) add(record, of, line_at(record.begin));
  }
}

void OutputFile::add(const Json& record, std::string_view bytes, std::uint64_t line) {
  const auto type = string_of(record, "type"), doc = string_of(record, "doc");
  const auto found = type ? std::ranges::find(types, *type) : types.end();
  if (found == types.end()) fail(line, "a record of no type that is known");
  if (!doc) fail(line, "a record without `doc`");
  const auto index = static_cast<std::size_t>(found - types.begin());
  if (static_cast<RecordType>(index) == RecordType::document) new_document_ = true;
  if (new_document_ || documents_.back().doc != *doc) begin_document(record, *doc);
  documents_.back().lists[index].push_back({bytes.substr(record.begin, record.end - record.begin), line});
  has_[index] = true;
  spans_ = spans_ || record.find("spans") != nullptr || record.find("span") != nullptr;
}

void OutputFile::begin_document(const Json& record, std::string_view doc) {
  new_document_ = false;
  documents_.emplace_back();
  documents_.back().doc = doc;
  if (string_of(record, "encoding_by") == "option") {
    documents_.back().encoding = string_of(record, "encoding").value_or("");
  }
}

// Counts on from where it was asked last; records are asked for in their order.
std::uint64_t OutputFile::line_at(std::size_t byte) {
  if (byte < counted_) counted_ = 0, line_ = 1;
  const auto from = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
  const auto to = text_.begin() + static_cast<std::ptrdiff_t>(byte);
  line_ += static_cast<std::uint64_t>(std::count(from, to, '\n'));
  counted_ = byte;
  return line_;
}

}  // namespace fenjie::cli
