// The columns of CSV and TSV: one table row a column. They never depend on the input.
#pragma once

#include <span>
#include <string_view>

#include "fenjie/records.hpp"
#include "fenjie/writer.hpp"
#include "write/bytes.hpp"
#include "write/cells.hpp"

namespace fenjie::write {

/// A column over the records `Of`: its names, whether its cells are free text (and not a number or
/// one of a few fixed words), and how a cell is put together.
template <typename Of>
struct Column {
  std::string_view en;
  std::string_view zh;
  bool text;
  void (*put)(const Of&, Bytes&);

  [[nodiscard]] std::string_view name(HeaderLanguage language) const {
    return language == HeaderLanguage::zh ? zh : en;
  }
};

/// A row is: columns of the task, columns of its sub-task, the rest of the task's columns.
///
/// Items of a list are joined by `；`, which is not escaped inside an item: JSON is the exact form. A
/// unit with an alias reads `name（alias）`. `leaders` and `leader_titles` go side by side, with an
/// empty item where one of the two is missing.
std::span<const Column<Task>> columns_before();
std::span<const Column<SubTask>> columns_of_subtask();
std::span<const Column<Task>> columns_after();
/// The cells of all these columns.
void put_before(const Task& t, Cells& cells, Bytes& row);
void put_of_subtask(const SubTask& s, Cells& cells, Bytes& row);
void put_after(const Task& t, Cells& cells, Bytes& row);
/// The cell of one column.
template <typename Of>
void put_cell(const Column<Of>& column, const Of& record, Cells& cells, Bytes& row) {
  const std::size_t start = row.size();
  column.put(record, row);
  if (column.text && row.size() != start) {
    cells.end_text(row, start);
  } else {
    cells.end_plain(row);
  }
}

/// The name of the task column that is `en` in English; for other forms that use the same words.
std::string_view column_name(std::string_view en, HeaderLanguage language);
/// Between the items of a list: ；
inline constexpr std::string_view join = "\uFF1B";
/// Appends the items of a list, joined; `put(item)` appends one.
template <typename List, typename Put>
void put_joined(const List& list, Bytes& out, Put put) {
  bool more = false;
  for (const auto& item : list) {
    if (more) out.put(join);
    more = true;
    put(item);
  }
}
/// Appends the units of one role, joined.
void put_units(std::span<const Unit> units, Role role, Bytes& out);
/// Appends a milestone: `2021-08 完工`.
void put_milestone(const Milestone& m, Bytes& out);

}  // namespace fenjie::write
