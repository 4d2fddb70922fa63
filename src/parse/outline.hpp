// The open headings.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parse/draft.hpp"

namespace fenjie::parse {

/// What the title of a section says of it: `主要任务`, `主要目标`, `总体要求`.
enum class Preamble : std::uint8_t {
  none,
  aims,   ///< its items may be tasks, where a text has nothing else
  any,    ///< what the tasks are for, or how their work is to be done
  steps,  ///< when that is done: a time makes no task of an item
};

/// The headings above the place at hand, by rank (see layout::Mark::rank). A heading without a number
/// stands between the ranks of the headings around it.
class Outline {
 public:
  explicit Outline(const grammar::Vocabulary& words) : words_(words) {}

  /// Opens a numbered heading: closes those of its rank and deeper. `text` is the whole heading,
  /// `title` the part of it behind the number; both of `from`. `people`: who is known to be over its tasks. `asked`: of
  /// the title it is known whether it names others.
  void open(int rank, const text::Buffer& from, text::Range text, text::Range title,
            std::span<const field::LeaderDraft> people = {}, bool asked = false);
  /// Opens a heading without a number. One that names a person stands beside other such headings.
  void open_unnumbered(const text::Buffer& from, text::Range text);
  /// The path below such a heading, which is not opened.
  std::shared_ptr<const HeadingPath> path_below(int rank, const text::Buffer& from, text::Range text,
                                                text::Range title) {
    return path_below(rank, from, text, title, path());
  }
  /// The same below any other path.
  std::shared_ptr<const HeadingPath> path_below(int rank, const text::Buffer& from, text::Range text,
                                                text::Range title, const std::shared_ptr<const HeadingPath>& above);
  /// Closes the headings of `rank` and deeper.
  void close(int rank);
  void clear();

  /// The path for tasks at this place: null where no heading is open. Valid until a heading is opened or closed.
  [[nodiscard]] const std::shared_ptr<const HeadingPath>& path() const {
    return levels_.empty() ? none_ : levels_.back().path;
  }
  /// Makes `path` the one for tasks at this place, which a draft that was used before may have already.
  void set_path(std::shared_ptr<const HeadingPath>& path) const {
    if (path != this->path()) path = this->path();
  }
  /// Level of the innermost heading, from 1.
  [[nodiscard]] int depth() const { return static_cast<int>(levels_.size()); }
  [[nodiscard]] bool empty() const { return levels_.empty(); }
  /// The rank of the innermost heading, 0 for none.
  [[nodiscard]] int innermost_rank() const { return levels_.empty() ? 0 : levels_.back().rank; }
  /// The innermost heading has no number and names nobody.
  [[nodiscard]] bool innermost_is_plain() const {
    return !levels_.empty() && !levels_.back().numbered && !levels_.back().names_person();
  }
  /// The innermost heading puts a person over the tasks below it.
  [[nodiscard]] bool names_person() const { return !levels_.empty() && levels_.back().names_person(); }
  /// The innermost heading as `organ_of_heading` gives it, or empty.
  [[nodiscard]] std::string_view organ() const { return levels_.empty() ? std::string_view() : levels_.back().organ; }
  /// What the headings at this place say together: `一、总体要求`.
  [[nodiscard]] Preamble preamble() const;
  [[nodiscard]] bool in_preamble() const { return has_preamble_ && preamble() != Preamble::none; }
  /// A task stands below the headings at hand: they head no preamble.
  void end_preamble() {
    if (!has_preamble_) return;
    has_preamble_ = false;
    for (Level& l : levels_) l.preamble = Preamble::none;
  }
  /// Counts the headings opened so far, from 1; changes with each.
  [[nodiscard]] std::uint64_t version() const { return version_; }

 private:
  struct Level {
    int rank = 0;
    bool numbered = true;
    std::shared_ptr<const HeadingPath> path;
    std::string organ;
    Preamble preamble = Preamble::none;

    [[nodiscard]] bool names_person() const { return !path->leaders.empty(); }
  };
  // A level that is not put below the others yet: its heading does not know them.
  struct NewLevel {
    Level level;
    HeadingPath& heading;
  };
  std::shared_ptr<HeadingPath> fresh_path();
  NewLevel make(int rank, bool numbered, const text::Buffer& from, text::Range text, text::Range title,
                std::span<const field::LeaderDraft> known = {}, bool asked = false);
  static void link(HeadingPath& heading, const std::shared_ptr<const HeadingPath>& above);
  void add(NewLevel made);

  const grammar::Vocabulary& words_;
  std::vector<Level> levels_;
  std::array<std::shared_ptr<HeadingPath>, 32> made_;  // the last headings, to be used again: their memory has grown
  std::size_t next_made_ = 0;
  const std::shared_ptr<const HeadingPath> none_;
  std::uint64_t version_ = 1;  // 0 is no section
  bool has_preamble_ = false;  // a level may be one
};

/// Of a heading that is the name of an organ, or of several: that, with the verb behind it or the label in front of it.
/// `县教育局（5项）` gives 县教育局, `由县教育局牵头的任务` 县教育局牵头, `牵头单位：县教育局` itself; empty: it names none.
std::string_view organ_of_heading(std::string_view title, const grammar::Vocabulary& words);

/// What `title` names, where it is a preamble and nothing else: `总体要求`, `指导思想和基本原则。以…`; with `verbs` also
/// `加强组织领导`.
Preamble preamble_of(std::string_view title, bool verbs, const grammar::Vocabulary& words);

}  // namespace fenjie::parse
