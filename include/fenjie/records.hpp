// The records that fenjie gives. Every string is UTF-8; every view is valid only during the call that
// hands the record over (see sink.hpp): copy what must live longer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "fenjie/position.hpp"

namespace fenjie {

/// Version of the records' form, as in the JSON Schema that `fenjie schema` prints. The first number
/// changes when a field changes its meaning or goes, the second when one is added.
inline constexpr std::string_view schema_version = "1.0";

/// A value as the document writes it, and its place. For a value that stands in several pieces
/// (a cell over two lines) the span runs from the first byte of the first to the last of the last. It is empty
/// where ReaderOptions::value_spans is off (dates, headings and texts have theirs all the same).
struct Text {
  std::string_view text;
  Span span;

  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// What a unit has to do with a task.
enum class Role : std::uint8_t { lead, responsible, support, superior_lead };

/// `lead`, `responsible`, `support`, `superior_lead`.
[[nodiscard]] std::string_view role_name(Role role);

/// An organ that answers for a task, or a class of organs.
struct Unit {
  Text name;                    ///< whole name, with a shared suffix handed out
  Role role = Role::responsible;
  std::string_view alias;       ///< the name in a trailing bracket, or empty
  std::string_view as_written;  ///< what the document wrote: the short form, or blanks between the letters; or empty
  bool collective = false;      ///< a class without a name of its own (all districts, all departments)
};

/// A person who leads a task, a post, or both. An empty `name` or `title` is null in the output.
struct Leader {
  Text name;
  std::string_view title;
};

/// What kind of statement a deadline is.
enum class DeadlineKind : std::uint8_t { date, tentative, recurring, ongoing, conditional, text };

/// `date`, `tentative`, `recurring`, `ongoing`, `conditional`, `text`.
[[nodiscard]] std::string_view deadline_kind_name(DeadlineKind kind);

/// A date with what shall be done by then.
struct Milestone {
  std::string_view due;   ///< EDTF (ISO 8601-2)
  std::string_view text;
};

/// When a task is due. `due` is EDTF (ISO 8601-2), level 2 at most, or empty for null.
struct Deadline {
  Text text;
  DeadlineKind kind = DeadlineKind::text;
  std::string_view due;
  std::span<const Milestone> milestones;
};

/// A date inside a task's own sentences; it never fills the deadline.
struct Date {
  Text text;
  DeadlineKind kind = DeadlineKind::date;
  std::string_view due;
};

/// A part of a task with a number, units or a deadline of its own.
struct SubTask {
  std::optional<std::int64_t> number;
  Text number_text;
  Text text;
  std::span<const Unit> units;
  bool units_open = false;
  const Deadline* deadline = nullptr;  ///< null where it has none
};

/// A cell of a column, or the value of a label, that no rule knows. `header` keeps inner spaces.
struct Extra {
  std::string_view header;
  Text cell;
};

/// A task. Empty strings stand for null in the output; see docs for the meaning of each field.
struct Task {
  std::string_view doc;
  std::span<const std::string_view> headings;  ///< outermost first
  std::string_view category;
  std::span<const Leader> leaders;
  std::optional<std::int64_t> number;
  Text number_text;
  bool number_inferred = false;
  std::string_view mark;
  Text text;
  Text note;
  std::span<const Unit> units;
  bool units_open = false;
  bool units_shared = false;
  const Deadline* deadline = nullptr;  ///< null where it has none
  std::span<const SubTask> subtasks;
  std::span<const Date> dates;
  std::span<const Extra> extra;
  Source source;
};

/// What is known of the document as a whole, before its first task. Names after GB/T 9704-2012.
struct Document {
  std::string_view doc;              ///< name of the input
  std::string_view title;            ///< 标题
  std::string_view issuer;           ///< 发文机关
  std::string_view document_number;  ///< 发文字号
  std::string_view date;             ///< 成文日期 as EDTF, or empty
  std::string_view index_number;     ///< 索引号
  std::string_view recipients;       ///< 主送机关 as written
  std::string_view encoding;         ///< ICU's name: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`, `UTF-16BE`
  std::string_view encoding_by;      ///< how it was found: `option`, `bom`, `valid`, `pattern`, `score`
  std::string_view script;           ///< CLDR: `Hans`, `Hant`, or `Zyyy` where nothing tells
};

/// A heading above tasks, given when it is met.
struct Heading {
  std::string_view doc;
  int level = 1;  ///< 1 is outermost
  Text text;
  Source source;
};

/// Why a piece of text is not part of a task.
enum class TextKind : std::uint8_t { preamble, note, furniture, remainder };

/// `preamble`, `note`, `furniture`, `remainder`.
[[nodiscard]] std::string_view text_kind_name(TextKind kind);

/// Text outside the tasks: nothing of the input is dropped in silence.
struct TextRecord {
  std::string_view doc;
  TextKind kind = TextKind::remainder;
  std::string_view rule;  ///< the rule that took it (`page:number`), or empty
  Text text;
  Source source;
};

}  // namespace fenjie
