// A task in the making: its text and where each field stands in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "field/leader.hpp"
#include "field/units.hpp"
#include "grammar/vocabulary.hpp"
#include "layout/block.hpp"
#include "layout/number.hpp"
#include "text/buffer.hpp"
#include "text/punctuation.hpp"

namespace fenjie::parse {

/// A heading with those above it. Shared by the tasks below it, never changed.
struct HeadingPath {
  struct Leader {
    std::string name, title;
  };
  std::shared_ptr<const HeadingPath> above;  ///< null for the outermost
  std::string text;              ///< the heading
  std::string original;          ///< the same in the characters of the document, where they are others
  std::vector<Leader> leaders;   ///< whom it names
  std::optional<int> year;       ///< of the innermost heading that names one
  std::uint64_t hash = 0;        ///< of all these headings

  [[nodiscard]] std::string_view in_document() const { return original.empty() ? text : original; }
  /// Those of the innermost heading that names people.
  [[nodiscard]] std::span<const Leader> people() const {
    return leaders.empty() && above ? above->people() : std::span<const Leader>(leaders);
  }
};

/// A number as an item writes it.
struct DraftNumber {
  std::optional<std::int64_t> value;
  text::Range text;  ///< `（十二）`, `1*`
  text::Range mark;  ///< `*`
};

/// A sub-task in the making. Its units are a slice of the draft's `sub_units`.
struct SubDraft {
  std::uint64_t line = 0;  ///< where it begins, where it stands in a paragraph of its own
  int rank = 0;            ///< of its number
  DraftNumber number;
  text::Range text;
  std::uint32_t units_begin = 0, units_end = 0;
  bool open = false;
  text::Range deadline;
};

struct ExtraDraft {
  text::Range header, cell;
};

/// Where the label lines below an item begin: `责任单位：甲`.
struct LabelLines {
  std::uint64_t line = 0;  ///< 0: there are none
  std::uint64_t start = 0, above_end = 0;  ///< their first byte; the last one of what stands above them
  grammar::Slot first = grammar::Slot::none;  ///< of the first of them
};

/// A task in the making. All ranges are of `buffer`. Reused through `clear`.
struct Draft {
  text::Buffer buffer;
  DraftNumber number;
  bool number_inferred = false;
  text::Range category, text, note, deadline;
  text::Range head;  ///< number and first paragraph in one piece: the heading, if it turns out to be one
  field::UnitList units;
  std::vector<field::LeaderDraft> leaders;
  std::vector<SubDraft> subs;
  std::vector<field::UnitDraft> sub_units;
  std::vector<ExtraDraft> extras;
  bool units_shared = false;
  bool deadline_labelled = false;  ///< a label names the deadline
  LabelLines labels;
  bool broken = true;            ///< a cell may hold line ends
  std::vector<text::Range> stale;  ///< text that a field holds anew, further on in the buffer
  std::uint64_t line = 0;
  std::vector<layout::LineStart> lines;  ///< of a paragraph that was cut: where its other lines begin
  Span span;        ///< original bytes of the task with all that belongs to it
  int rank = 0;     ///< of its number; 0 where it has none
  // What is set when it is closed and settled. `clear` leaves it as it is: no task is given without.
  std::shared_ptr<const HeadingPath> path;  ///< of the heading it stands below; may be null
  std::optional<int> year;  ///< by which its dates are read
  std::shared_ptr<const std::string> common_deadline;  ///< of all tasks of the document; may be null

  /// What stands below its title, in `goal`, becomes its text, which begins on `line`; the title none of it.
  void be_goal(text::Range goal, std::uint64_t line);
  /// Empties it for another task, except for what is set when that one is closed or settled.
  void clear();
  /// Units, a deadline or leaders of its own: what makes an item a task.
  [[nodiscard]] bool carries() const {
    return !units.units.empty() || !deadline.empty() || !leaders.empty() || !sub_units.empty();
  }

  /// Of these nothing but a deadline.
  [[nodiscard]] bool carries_time_alone() const {
    return !deadline.empty() && units.units.empty() && leaders.empty() && sub_units.empty();
  }

  [[nodiscard]] std::string_view view(text::Range r) const { return r.of(buffer.view()); }
  /// Appends bytes of a block's text, or of a line; gives its place in `buffer`.
  text::Range take(const text::Buffer& from, text::Range where);
  text::Range take(const text::Line& from, text::Range where);
  /// The same; but where the draft has no text yet and takes all of the block's, the two change their memory
  /// instead of a copy.
  text::Range adopt(text::Buffer& from, text::Range where);
  /// Appends text of its own once more; gives the place of the copy.
  text::Range repeat(text::Range where);
  /// Appends text that the document does not hold.
  text::Range take_own(std::string_view text);
  /// Takes over the units of another draft, which stand once for both.
  void share_units(const Draft& from);
  /// Those of one role alone, in front of its own.
  void share_units_of_role(const Draft& from, Role role);
  /// Takes over its people, where this draft has none.
  void share_leaders(const Draft& from);
  /// The same with its deadline.
  void share_deadline(const Draft& from);
  /// What labels name beside units: people and a deadline where it has none, and what is kept as it is.
  void share_all_but_units(const Draft& from);
  /// Takes over all that stands on the label lines of another draft instead of its own.
  void take_labels(const Draft& from);
  /// Takes over what stands on more label lines, behind its own.
  void add_labels(const Draft& from);
  /// Copies its own units and deadline to one of its parts, behind those that the part has.
  void give_to(SubDraft& sub);
  /// The same with its units alone.
  void give_units_to(SubDraft& sub);
  /// Goes on with a text: appends to `text` in place where it is last, else anew; `glue` between.
  void extend(text::Range& text, const text::Buffer& from, text::Range where, std::string_view glue);
  /// The same with text of the draft's own. What lies side by side stays where it is.
  void join(text::Range& text, text::Range more);
  /// Appends `glue` to a text, which is last from then on.
  void extend_own(text::Range& text, std::string_view glue);

 private:
  void put_last(text::Range& text);
  template <typename Append>
  text::Range added(Append append);
};

/// Drafts that are done with, to be used again: their memory has grown already.
class DraftPool {
 public:
  /// An empty draft, perhaps a used one.
  std::unique_ptr<Draft> fresh();
  void recycle(std::unique_ptr<Draft> draft) {
    if (spare_ < most_spare) drafts_[spare_++] = std::move(draft);
  }

 private:
  static constexpr std::size_t most_spare = 64;
  std::array<std::unique_ptr<Draft>, most_spare> drafts_;
  std::size_t spare_ = 0;  // how many of them there are
};

/// What joins the lines of a cell.
enum class Joint : std::uint8_t {
  text,   ///< a task: lines run on; a paragraph after an unfinished one keeps a line's end
  units,  ///< names broken over lines are put together, others stay apart
  lines,  ///< every line's end stays as `\n`
  plain,  ///< lines run on
};

/// The same text with its line ends resolved: where it lies, if it reads so already, else a copy behind all else that
/// the draft has.
text::Range join_lines(Draft& draft, text::Range where, Joint joint, const grammar::Vocabulary& words);

/// A cell's text with its line ends resolved: bytes `where` of the draft's buffer, which have no blanks at their ends,
/// or, where they have line ends, a copy.
inline text::Range resolve_cell(Draft& draft, text::Range where, Joint joint, const grammar::Vocabulary& words) {
  if (!draft.broken || draft.view(where).find('\n') == std::string_view::npos) return where;
  return join_lines(draft, where, joint, words);
}

}  // namespace fenjie::parse
