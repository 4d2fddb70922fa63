// Markdown (GFM): the document's title, its headings, and below each a table of its tasks. A row of
// `↳ 1` is a part of the task above it. Rows go out as they come; only the headings are remembered.
#include <algorithm>
#include <string>
#include <vector>

#include "write/columns.hpp"
#include "write/make.hpp"
#include "write/markdown_text.hpp"

namespace fenjie::write {
namespace {

constexpr std::string_view columns[] = {"number",  "text",          "lead",     "responsible",
                                        "support", "superior_lead", "deadline", "deadline_due",
                                        "leaders", "category",      "note"};
constexpr std::string_view part_sign = "\u21B3";  // ↳
constexpr std::size_t deepest_heading = 6;

class MarkdownWriter final : public FlushableSink {
 public:
  MarkdownWriter(const WriterOptions& options, Output& output)
      : block_(output), language_(options.header), table_head_(table_head()), begun_(options.inner) {}

  Flow document(const Document& d) override {
    put_heading(1, d.title.empty() ? d.doc : d.title);
    headings_.clear();
    table_open_ = false;
    return Flow::more;
  }
  Flow task(const Task& t) override {
    if (!table_open_ || !std::ranges::equal(t.headings, headings_)) open_section(t.headings);
    task_row(t);
    for (const SubTask& s : t.subtasks) subtask_row(s);
    return Flow::more;
  }
  void end() override { block_.flush(); }
  void flush() override { block_.flush(); }
  /// An inner writer puts a blank line before each document.
  void join(std::string_view written) override {
    if (!begun_ && !written.empty()) written.remove_prefix(1), begun_ = true;
    block_.take(written);
  }

 private:
  // Sections.

  void put_heading(std::size_t level, std::string_view text) {
    blank_line();
    for (; level != 0; --level) block_.put('#');
    block_.put(' ');
    put_markdown(block_, text);
    block_.put('\n');
  }
  /// The headings that changed; the last one again for tasks that follow its sub-sections.
  void open_section(std::span<const std::string_view> headings) {
    const auto same =
        static_cast<std::size_t>(std::ranges::mismatch(headings, headings_).in1 - headings.begin());
    if (headings.empty() && table_open_) block_.put("\n---\n");
    const std::size_t last = headings.empty() ? 0 : headings.size() - 1;
    for (std::size_t i = std::min(same, last); i < headings.size(); ++i)
      put_heading(std::min(i + 2, deepest_heading), headings[i]);
    headings_.assign(headings.begin(), headings.end());
    open_table();
  }
  void open_table() {
    blank_line();
    block_.put(table_head_);
    block_.record_done();
    table_open_ = true;
  }
  /// The names of the columns, which are plain, and the line below them.
  [[nodiscard]] std::string table_head() const {
    std::string names, line;
    for (const std::string_view c : columns) {
      names += "| " + words(c) + ' ';
      line += "| --- ";
    }
    return names + "|\n" + line + "|\n";
  }
  void blank_line() {
    if (begun_) block_.put('\n');
    begun_ = true;
  }

  // Rows: one cell for each of `columns`.

  void task_row(const Task& t) {
    number(t);
    cell(t.text.text);
    units(t.units);
    deadline(t.deadline);
    composed([&](Bytes& out) {
      put_joined(t.leaders, out, [&](const Leader& l) {
        out.put(l.name.text);
        if (!l.name.empty() && !l.title.empty()) out.put(' ');
        out.put(l.title);
      });
    });
    cell(t.category);
    composed([&](Bytes& out) { put_remarks(t, out); });
    end_row();
  }
  void subtask_row(const SubTask& s) {
    composed([&](Bytes& out) {
      out.put(part_sign);
      if (s.number) out.put(' '), out.put(*s.number);
    });
    cell(s.text.text);
    units(s.units);
    deadline(s.deadline);
    cell({}), cell({});
    composed([&](Bytes& out) { put_line(s.units_open, "units_open", out); });
    end_row();
  }

  void number(const Task& t) {
    if (!t.number_text.empty()) return cell(t.number_text.text);
    composed([&](Bytes& out) {
      if (t.number) out.put(*t.number);
      out.put(t.mark);
    });
  }
  void units(std::span<const Unit> list) {
    for (const Role role : {Role::lead, Role::responsible, Role::support, Role::superior_lead})
      composed([&](Bytes& out) { put_units(list, role, out); });
  }
  void deadline(const Deadline* d) {
    if (d == nullptr) return cell({}), cell({});
    cell(d->text.text);
    composed([&](Bytes& out) {
      out.put(d->due);
      for (const Milestone& m : d->milestones) out.put('\n'), put_milestone(m, out);
    });
  }
  /// Everything that has no column: one line each.
  void put_remarks(const Task& t, Bytes& out) {
    out.put(t.note.text);
    put_line(t.number_inferred, "number_inferred", out);
    put_line(t.units_open, "units_open", out);
    put_line(t.units_shared, "units_shared", out);
    for (const Extra& e : t.extra) {
      if (!out.empty()) out.put('\n');
      out.put(e.header), out.put(": "), out.put(e.cell.text);
    }
  }
  void put_line(bool flag, std::string_view column, Bytes& out) {
    if (!flag) return;
    if (!out.empty()) out.put('\n');
    out.put(words(column));
  }
  /// The name of a column for people: `superior lead`.
  [[nodiscard]] std::string words(std::string_view column) const {
    std::string name(column_name(column, language_));
    std::ranges::replace(name, '_', ' ');
    return name;
  }

  void cell(std::string_view plain) {
    block_.put("| ");
    if (plain.empty()) return;
    put_markdown(block_, plain);
    block_.put(' ');
  }
  /// A cell that `put` puts together as plain text.
  template <typename Put>
  void composed(Put put) {
    plain_.clear();
    put(plain_);
    cell(plain_.view());
  }
  void end_row() {
    block_.put("|\n");
    block_.record_done();
  }

  Block block_;
  Bytes plain_;
  std::vector<std::string> headings_;
  HeaderLanguage language_;
  std::string table_head_;
  bool begun_;  ///< something stands above: a blank line goes between
  bool table_open_ = false;
};

}  // namespace

std::unique_ptr<FlushableSink> make_markdown(const WriterOptions& options, Output& output) {
  return std::make_unique<MarkdownWriter>(options, output);
}

}  // namespace fenjie::write
