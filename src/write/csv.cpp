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
    if (options.inner) return;
    if (cells_.bom()) block_.put("\uFEFF");
    header(columns_before(), options.header);
    header(columns_of_subtask(), options.header);
    header(columns_after(), options.header);
    cells_.end_row(block_);
  }

  Flow task(const Task& t) override {
    if (t.subtasks.empty()) {
      put_before(t, cells_, block_);
      cells_.put_empty(block_, columns_of_subtask().size());
      put_after(t, cells_, block_);
      end_row();
    } else {
      rows(t);
    }
    return Flow::more;
  }
  void end() override { block_.flush(); }
  void flush() override { block_.flush(); }
  void join(std::string_view written) override { block_.take(written); }

 private:
  template <typename Of>
  void header(std::span<const Column<Of>> columns, HeaderLanguage language) {
    for (const Column<Of>& c : columns) {
      block_.put(c.name(language));
      cells_.end_plain(block_);
    }
  }

  void rows(const Task& t) {
    left_.clear();
    right_.clear();
    put_before(t, cells_, left_);
    put_after(t, cells_, right_);
    const std::size_t repeated = (left_.size() + right_.size()) * (t.subtasks.size() - 1);
    for (const SubTask& s : t.subtasks) {
      block_.put(left_.view());
      put_of_subtask(s, cells_, block_);
      block_.put(right_.view());
      end_row();
      if (&s == t.subtasks.data() && repeated > most_repeated) shorten(t);
    }
  }
  void shorten(const Task& t) {
    left_.clear();
    right_.clear();
    for (const Column<Task>& c : columns_before().first(kept_columns)) put_cell(c, t, cells_, left_);
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
