#include "cli/record_values.hpp"

#include <fmt/format.h>

#include <charconv>

namespace fenjie::cli {
namespace {

std::optional<std::uint64_t> number_of(const Json* value) {
  if (value == nullptr || value->kind != Json::Kind::number) return std::nullopt;
  std::uint64_t number = 0;
  const char* const end = value->text.data() + value->text.size();
  const auto [stopped, error] = std::from_chars(value->text.data(), end, number);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return number;
}

std::optional<Span> span_of(const Json* value) {
  if (value == nullptr || value->kind != Json::Kind::array || value->items.size() != 2) return std::nullopt;
  const auto start = number_of(&value->items[0]), end = number_of(&value->items[1]);
  if (!start || !end) return std::nullopt;
  return Span{*start, *end};
}

class Collector {
 public:
  explicit Collector(std::vector<PlacedValue>& out) : out_(out) {}

  void record(const Json& record) {
    if (string_of(record, "type") == "task") {
      task(record);
    } else {
      add("text", string_of(record, "text"), span_of(record.find("span")), true);
    }
  }

 private:
  using Text = std::optional<std::string_view>;

  void add(std::string path, Text text, std::optional<Span> span, bool own) {
    if (text && span) out_.push_back({std::move(path), *text, *span, own});
  }

  void task(const Json& task) {
    each(task, "leaders", {}, [&](const Json& l, const std::string& path) {
      add(path + ".name", string_of(l, "name"), span_of(l.find("span")), false);
    });
    if (const Json* spans = task.find("spans")) {
      add("number_text", string_of(task, "number_text"), span_of(spans->find("number")), true);
      add("text", string_of(task, "text"), span_of(spans->find("text")), true);
      add("note", string_of(task, "note"), span_of(spans->find("note")), false);
      extras(task.find("extra"), spans->find("extra"));
    }
    part(task, {});
    each(task, "subtasks", {}, [&](const Json& sub, const std::string& path) {
      if (const Json* spans = sub.find("spans")) {
        add(path + ".text", string_of(sub, "text"), span_of(spans->find("text")), false);
      }
      part(sub, path + ".");
    });
    each(task, "dates", {}, [&](const Json& date, const std::string& path) {
      const auto start = number_of(date.find("start")), end = number_of(date.find("end"));
      if (start && end) add(path + ".text", string_of(date, "text"), Span{*start, *end}, true);
    });
  }

  // What a task and a sub-task have in common.
  void part(const Json& part, const std::string& prefix) {
    each(part, "units", prefix, [&](const Json& unit, const std::string& path) {
      const auto written = string_of(unit, "as_written");
      add(path + (written ? ".as_written" : ".name"), written ? written : string_of(unit, "name"),
          span_of(unit.find("span")), false);
    });
    if (const Json* deadline = part.find("deadline")) {
      add(prefix + "deadline.text", string_of(*deadline, "text"), span_of(deadline->find("span")), false);
    }
  }

  void extras(const Json* cells, const Json* spans) {
    if (cells == nullptr || spans == nullptr) return;
    MemberLookup places(*spans);
    for (const auto& [header, cell] : cells->members) {
      if (cell.kind == Json::Kind::string)
        add("extra." + header, cell.text, span_of(places.find(header)), false);
    }
  }

  template <typename Take>
  void each(const Json& from, std::string_view name, const std::string& prefix, Take take) {
    const Json* list = from.find(name);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      take(list->items[i], fmt::format("{}{}[{}]", prefix, name, i));
    }
  }

  std::vector<PlacedValue>& out_;
};

}  // namespace

std::optional<std::string_view> string_of(const Json& record, std::string_view name) {
  const Json* value = record.find(name);
  if (value == nullptr || value->kind != Json::Kind::string) return std::nullopt;
  return value->text;
}

std::optional<Source> source_of(const Json& record) {
  const Json* source = record.find("source");
  if (source == nullptr) return std::nullopt;
  const auto line = number_of(source->find("line")), start = number_of(source->find("start")),
             end = number_of(source->find("end"));
  if (!line || !start || !end) return std::nullopt;
  return Source{*line, {*start, *end}};
}

std::vector<PlacedValue> placed_values(const Json& record) {
  std::vector<PlacedValue> values;
  Collector(values).record(record);
  return values;
}

}  // namespace fenjie::cli
