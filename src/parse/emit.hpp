// Drafts → records for the sink.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "fenjie/reader.hpp"
#include "field/date_search.hpp"
#include "field/deadline.hpp"
#include "parse/draft.hpp"
#include "parse/fill.hpp"
#include "parse/ledger.hpp"
#include "parse/recent.hpp"
#include "text/plain_list.hpp"

namespace fenjie::parse {

/// Memory for strings of one record; addresses stay until `clear`.
class StringPool {
 public:
  std::string_view keep(std::string_view s) {
    if (s.size() > few_.size() - few_used_) return make().assign(s);
    char* const to = few_.data() + few_used_;
    s.copy(to, s.size());
    few_used_ += s.size();
    return {to, s.size()};
  }
  /// A string to build in place, valid until `clear`.
  std::string& make();
  void clear() { used_ = few_used_ = 0; }

 private:
  std::deque<std::string> strings_;
  std::size_t used_ = 0;
  std::array<char, 512> few_;  // of the strings that are kept, as long as there is room: dates and names
  std::size_t few_used_ = 0;
};

/// Years by which deadlines without one are read, best first.
struct Years {
  std::optional<int> option, title, date, number;
  std::optional<int> letter;  ///< of the day that the letter begins with: `2024年8月10日，县长主持召开…`
  bool roc = false;  ///< the document counts years from 1911

  /// Below `path`, which may be null.
  [[nodiscard]] const std::optional<int>& in_force(const HeadingPath* path) const {
    if (option) return option;
    if (path != nullptr && path->year) return path->year;
    if (title) return title;
    return date ? date : number ? number : letter;
  }
};

/// Makes records of drafts and gives them to the sink. Leaves out second copies.
class Emitter {
 public:
  /// `describe` fills the document record; it is asked once, before the first heading or task.
  Emitter(const ReaderOptions& options, Sink& sink, DraftPool& drafts, std::function<void(Document&)> describe)
      : options_(options), sink_(sink), drafts_(drafts), describe_(std::move(describe)),
        date_finder_(options.grammar.vocabulary()) {}

  /// Gives the document record, if it was not given yet, and the texts that waited for it.
  void open();
  /// Takes a task of which nothing is open any more. It is given with the records that follow: the code of their way
  /// fits into the processor's nearest memory, that of a whole line's way does not.
  void task(std::unique_ptr<Draft>&& draft);
  /// Gives the records that were taken.
  void give_tasks() {
    if (settled_ != 0 && !giving_) give_settled();
  }
  /// Bytes in front of the first line (a byte order mark).
  void book_start(std::uint64_t bytes);
  /// Takes a record that stands around the tasks, to be given in its place among them.
  void heading(int level, const text::Buffer& from, text::Range text, Source source);
  /// `rule` is a name in the grammar, or a constant.
  void text(TextKind kind, std::string_view rule, const text::Buffer& from, text::Range text, Source source);
  void report(Code code, std::string_view message, Position place, std::uint64_t count = 1,
              std::string_view excerpt = {});
  /// The same where the code says all.
  void report(Code code, Position place) { report(code, code_info(code).meaning, place); }
  /// Books text that was taken for something.
  void book(const text::Buffer& from, text::Range where, Taken taken, std::string_view rule) {
    if (!options_.bookings) return;
    give_tasks();
    ledger_.take(from, where, taken, rule);
  }
  /// Books a line as it comes in.
  void book_line(const text::Line& line) {
    if (options_.bookings) enter_line(line);
  }
  /// Sums that are reported at the end.
  void finish();

  [[nodiscard]] bool stopped() const { return stopped_; }
  /// The tasks given so far.
  [[nodiscard]] std::uint64_t tasks() const { return tasks_; }

 private:
  static constexpr std::size_t batch = 32;  // records that are given at once
  struct DeadlineRecord {
    Deadline deadline;
    field::DeadlineBuffer buffer;
  };

  // A task that is given with the records that follow; of any other record there is no draft.
  struct Settled {
    std::unique_ptr<Draft> draft;
    std::uint64_t identity = 0;
  };
  // A record around the tasks that cannot be given at once. Its text is its own, and its memory is used again.
  struct Aside {
    enum class What : std::uint8_t { heading, text, diagnostic };
    What what = What::heading;
    TextKind kind = TextKind::preamble;
    Code code = Code::no_task;
    int level = 1;
    std::string_view rule;  // a name in the grammar, or a constant
    std::string text;
    Span span;
    Source source;
    Position place;
    std::uint64_t count = 1;
    std::string excerpt;
  };

  Aside& next_aside(Aside::What what, std::string_view text);
  bool waits_for_document(Aside& aside);
  void settle() {
    if (++settled_ == batch || options_.bookings) give_tasks();
  }
  void give_settled();
  void give(const Draft& draft, std::uint64_t identity);
  void give(const Aside& aside);
  void give_report(Code code, std::string_view message, Position place, std::uint64_t count, std::string_view excerpt);
  void take(Flow flow) { stopped_ = stopped_ || flow == Flow::stop; }
  std::string_view shown(const text::Buffer& from, text::Range r) {
    return as_read_ ? r.of(from.view()) : shown_otherwise(from, r);
  }
  std::string_view shown_otherwise(const text::Buffer& from, text::Range r);
  std::string_view shown(const Draft& draft, text::Range r) { return shown(draft.buffer, r); }
  std::string_view shown(std::string_view simplified, std::string_view original, StringPool& pool) {
    return as_read_ ? simplified : shown_otherwise(simplified, original, pool);
  }
  std::string_view shown_otherwise(std::string_view simplified, std::string_view original, StringPool& pool);
  std::string_view shown_name(const Draft& draft, text::Range r);
  // Fills in place: a record put together elsewhere and then copied waits for its own stores.
  void set(Text& value, const Draft& draft, text::Range r) {
    if (!bare_values_) [[unlikely]] return set_otherwise(value, draft, r);
    value.text = r.empty() ? std::string_view() : draft.view(r);  // its span is empty and stays so
  }
  void set_otherwise(Text& value, const Draft& draft, text::Range r);
  void add_units(const Draft& draft, std::span<const field::UnitDraft> from, text::PlainList<Unit>& to);
  void set_unit_otherwise(Unit& unit, const Draft& draft, const field::UnitDraft& u);
  std::span<const Leader> leaders(const Draft& draft);
  void take_path(const Draft& draft);
  static Position place_of(const Draft& draft, std::string_view text);
  const Deadline* deadline(const Draft& draft, text::Range where);
  const Deadline* common_deadline(const Draft& draft, std::string_view text);
  DeadlineRecord& next_deadline() {
    if (deadlines_used_ == deadlines_.size()) [[unlikely]] deadlines_.push_back(std::make_unique<DeadlineRecord>());
    return *deadlines_[deadlines_used_++];
  }
  void read_deadline(DeadlineRecord& of, std::string_view text, const Draft& draft);
  std::span<const SubTask> subtasks(const Draft& draft);
  std::span<const Extra> extras(const Draft& draft);
  void dates(const Draft& draft);
  static std::uint64_t identity_of(const Draft& draft);
  void enter_line(const text::Line& line);
  void book_task(const Draft& draft, bool copy);
  void settle_books(bool all);
  void check_number(const Draft& draft) {
    const std::optional<std::int64_t>& number = draft.number.value;
    if (number && last_number_ && *number != *last_number_ + 1 && *number != 1 && !draft.number_inferred) {
      report_number(draft, *number, *last_number_);
    }
    last_number_ = number;
  }
  void report_number(const Draft& draft, std::int64_t number, std::int64_t before);
  void check_units(const Draft& draft);

  const ReaderOptions& options_;
  const bool as_read_ =
      options_.script == Script::auto_ || options_.script == Script::simplified;  // nothing to convert
  const bool bare_values_ = as_read_ && !options_.value_spans;  // a value is a view of its draft and nothing else
  Ledger ledger_;
  Sink& sink_;
  DraftPool& drafts_;
  std::array<Settled, batch> settled_tasks_;
  std::array<Aside, batch> asides_;  // those of the records that are no tasks
  std::size_t settled_ = 0;          // how many records there are
  bool giving_ = false;
  std::function<void(Document&)> describe_;
  bool open_ = false;
  std::vector<Aside> waiting_;  // texts and diagnostics met before the document record can be given
  std::size_t waiting_bytes_ = 0;
  bool stopped_ = false;
  std::uint64_t tasks_ = 0, copies_ = 0, first_copy_line_ = 0, first_copy_byte_ = 0;
  std::uint64_t with_units_ = 0, unassigned_ = 0;
  Position first_unassigned_;
  bool year_reported_ = false;
  StringPool pool_;
  Task record_;
  // the last task's: most tasks stand below the headings of the one before, which the record has still
  std::shared_ptr<const HeadingPath> path_;
  StringPool path_pool_;
  std::vector<std::string_view> headings_;
  text::PlainList<Leader> path_leaders_;
  text::PlainList<Unit> units_, sub_units_;
  text::PlainList<Leader> leaders_;
  text::PlainList<SubTask> subs_;
  text::PlainList<Extra> extras_;
  text::PlainList<Date> dates_;
  std::vector<std::unique_ptr<DeadlineRecord>> deadlines_;  // of a record, to be used again
  std::size_t deadlines_used_ = 0;
  field::DateFinder date_finder_;
  RecentHashes copies_seen_;
  std::optional<std::int64_t> last_number_;
};

}  // namespace fenjie::parse
