// CSV (RFC 4180) and TSV: a fixed header, one row a sub-task, one row a task that has none.
// columns.cpp says what stands in a row, cells.cpp how a cell is written.
//
// A sub-task's row repeats the cells of its task, so that each row stands on its own. Where that would
// take more than `most_repeated` bytes (a task of 10 KB with 1,000 sub-tasks) the later rows have only
// `doc` and `line` of the task: output must not grow with the square of the input.
#include "write/cells.hpp"
#include "write/columns.hpp"
#include "write/make.hpp"

namespace fenjie::write {
namespace {

constexpr std::size_t most_repeated = 1u << 20;
constexpr std::size_t kept_columns = 2;  // doc, line

class TableWriter final : public FlushableSink {
 public:
  TableWriter(Form form, const WriterOptions& options, Output& output)
      : block_(output), cells_(form, options) {
    if (cells_.bom()) block_.put("\uFEFF");
    header(columns_before(), options.header);
    header(columns_of_subtask(), options.header);
    header(columns_after(), options.header);
    cells_.end_row(block_);
  }

  Flow task(const Task& t) override {
    if (t.subtasks.empty()) {
      put(columns_before(), t, block_);
      cells_.put_empty(block_, columns_of_subtask().size());
      put(columns_after(), t, block_);
      end_row();
    } else {
      rows(t);
    }
    return Flow::more;
  }
  void end() override { block_.flush(); }
  void flush() override { block_.flush(); }

 private:
  template <typename Of>
  void header(std::span<const Column<Of>> columns, HeaderLanguage language) {
    for (const Column<Of>& c : columns) {
      block_.put(c.name(language));
      cells_.end_plain(block_);
    }
  }

  template <typename Of>
  void put(std::span<const Column<Of>> columns, const Of& record, Bytes& row) {
    for (const Column<Of>& c : columns) {
      const std::size_t start = row.size();
      c.put(record, row);
      if (c.text && row.size() != start) {
        cells_.end_text(row, start);
      } else {
        cells_.end_plain(row);
      }
    }
  }

  void rows(const Task& t) {
    left_.clear();
    right_.clear();
    put(columns_before(), t, left_);
    put(columns_after(), t, right_);
    const std::size_t repeated = (left_.size() + right_.size()) * (t.subtasks.size() - 1);
    for (const SubTask& s : t.subtasks) {
      block_.put(left_.view());
      put(columns_of_subtask(), s, block_);
      block_.put(right_.view());
      end_row();
      if (&s == t.subtasks.data() && repeated > most_repeated) shorten(t);
    }
  }
  void shorten(const Task& t) {
    left_.clear();
    right_.clear();
    put(columns_before().first(kept_columns), t, left_);
    cells_.put_empty(left_, columns_before().size() - kept_columns);
    cells_.put_empty(right_, columns_after().size());
  }

  void end_row() {
    cells_.end_row(block_);
    block_.record_done();
  }

  Block block_;
  Cells cells_;
  Bytes left_;   ///< the task's cells before those of the sub-task
  Bytes right_;  ///< and after
};

}  // namespace

std::unique_ptr<FlushableSink> make_csv(const WriterOptions& options, Output& output) {
  return std::make_unique<TableWriter>(Form::csv, options, output);
}

std::unique_ptr<FlushableSink> make_tsv(const WriterOptions& options, Output& output) {
  return std::make_unique<TableWriter>(Form::tsv, options, output);
}

}  // namespace fenjie::write
