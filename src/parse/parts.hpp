// A paragraph's number, and the parts of it that name units: labels and brackets.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "field/units.hpp"
#include "grammar/vocabulary.hpp"
#include "layout/number.hpp"
#include "text/line.hpp"
#include "text/punctuation.hpp"
#include "text/signs.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

constexpr std::size_t longest_label = 60;  ///< bytes, of one in front of a colon

/// A part of a paragraph that is not the task's own text.
struct Part {
  enum class Kind : std::uint8_t {
    label,    ///< from a label to the end: `牵头单位：甲；责任单位：乙。`
    bracket,  ///< `（甲牵头，乙、丙配合）`
  };
  Kind kind = Kind::label;
  text::Range whole;    ///< with its brackets
  text::Range content;  ///< without them; what stands behind the label
  grammar::Slot slot = grammar::Slot::none;  ///< of the label
  text::Range label;    ///< in front of its colon; empty where `content` begins with it, or it is `bare`
  bool bare = false;    ///< it is one in brackets: `【责任单位】甲、乙`
  bool leads = false;   ///< units in front of the task's text: `【甲】新建…`, `甲：新建…`
  /// Clauses of the task's text, which they stay: `由甲牵头，乙配合，新建…`; `whole` is empty then. `slot` may say what
  /// they hold: `请甲会同乙于6月底前…`
  bool stays = false;

  /// What a draft takes of it.
  [[nodiscard]] text::Range kept() const {
    return label.empty() || stays ? content : text::Range{label.begin, whole.end};
  }
};

/// A paragraph taken apart. Ranges are of the paragraph's text.
struct Item {
  std::optional<layout::Mark> mark;
  text::Range body;         ///< without the number
  std::vector<Part> parts;  ///< in order, not overlapping; a label part is the last
  field::UnitList probe;    ///< memory for the question whether a part holds units; a draft may take what it holds
  text::Range probed;       ///< the part's content that `probe` was read from, as responsible; empty: none
  bool dropped = false;     ///< a part that was found in it is none here
  std::uint32_t begin = 0;  ///< byte of the whole text where it begins; ranges in `probe` count from that text's start

  /// The paragraph has no text of its own: a label line, or a bracket alone.
  [[nodiscard]] bool only_parts() const {
    return !parts.empty() && parts.front().whole.begin == body.begin && !parts.front().leads;
  }
  /// `市教育局：新建学校3所。` in `text`, the item's own
  [[nodiscard]] bool leads_with_colon(std::string_view text) const {
    if (parts.empty() || !parts.front().leads || parts.front().stays) return false;
    return text::is_colon(text::last_code_point(parts.front().whole.of(text)));
  }
  /// `新建学校3所（6月底前）`: nothing but a time stands behind the text
  [[nodiscard]] bool tells_time_alone() const {
    return parts.size() == 1 && parts[0].kind == Part::Kind::bracket && parts[0].slot == grammar::Slot::deadline;
  }
  [[nodiscard]] bool first_part_stays() const { return !parts.empty() && parts.front().stays; }
  /// What a paragraph is that holds nothing but text.
  void be_text(const std::optional<layout::Mark>& number, text::Range text) {
    mark = number;
    body = text;
    parts.clear();
    probed = {};
    dropped = false;
  }
  void drop_first_part() {
    parts.erase(parts.begin());
    dropped = true;
  }
  void drop_parts() {
    parts.clear();
    dropped = true;
  }
};

/// Takes a paragraph apart, or bytes `where` of it; all ranges count from `where.begin`. Linear in its length.
/// `mark`: its number, and `kinds`: what its signs are together, where that is known already.
void read_item(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words, Item& item);
void read_item(const text::Scanned& text, const std::optional<layout::Mark>& mark, text::Sign kinds,
               const grammar::Vocabulary& words, Item& item);

/// The last sentence of `text`, from byte `begin` on, may name units (`…。由市教育局承办。`). For a short look only.
bool may_name_units_at_end(std::string_view text, std::size_t begin, const grammar::Vocabulary& words);

/// A label in front of byte `colon` (where a colon stands) of `text`: the clause that begins at
/// `clause` (letters may be spaced: `责 任 人`), or the word that begins at `word`, or its end.
struct LabelHit {
  text::Range label;
  grammar::Slot slot = grammar::Slot::none;
  std::uint32_t value = 0;  ///< where its value begins, of `last_label` alone
};
std::optional<LabelHit> label_before(std::string_view text, std::size_t clause, std::size_t word, std::size_t colon,
                                     const grammar::Vocabulary& words);

/// The last label in bytes `where` of `text`: `牵头单位：甲；责任单位：乙`.
std::optional<LabelHit> last_label(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words);

/// Of a paragraph without blanks and a number, bytes `whole` of `line`, whose first sign is `colon`: the slot of the
/// label in front of it, where that label is known and the paragraph is certainly one label line as a whole; else none.
grammar::Slot slot_of_plain_label(const text::Line& line, text::Range whole, const text::SignAt& colon,
                                  const grammar::Vocabulary& words);

/// Bytes `line` of `text`, a paragraph without a number, begin with a label that no rule knows (`督导单位：县委督查室`):
/// the line as one part, or nothing. `value_below`: what a column may be called will do without a value.
std::optional<Part> unknown_label_line(const text::Scanned& text, text::Range line, const grammar::Vocabulary& words,
                                       bool value_below = false);

/// The same of a whole text whose label ends at byte `colon`, whatever its words, unless it asks for a task.
std::optional<Part> label_up_to(std::string_view text, std::uint32_t colon, const grammar::Vocabulary& words);

/// Bytes `value` of `text` are what a label of this slot asks for: a time, people, or a list of units and nothing else.
/// `list` is memory.
bool answers_label(const text::Scanned& text, text::Range value, grammar::Slot slot, const grammar::Vocabulary& words,
                   field::UnitList& list);

/// Bytes `where` of `text` are a list of organs and nothing else, the first of a known level (`县教育局、团县委`) unless
/// `any_level`. `list` takes them.
bool names_organs(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words, field::UnitList& list,
                  bool any_level = false);

/// `煤矿整治，由县煤炭局负责，县公安局配合。要打击非法开采。`, bytes `where` of `text`: the clauses inside it that say whose it
/// is, of `several` roles at least where so is asked; empty: there are none. `list` is memory.
text::Range clauses_inside(const text::Scanned& text, text::Range where, bool several, const grammar::Vocabulary& words,
                           field::UnitList& list);

/// `责任单位为市审计局。`, `3项任务的责任单位均为市审计局。` at the end of bytes `where` of `text`, or all of it: the label, in
/// a sentence, whose value is organs and nothing else. `list` is memory.
std::optional<LabelHit> told_label(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words,
                                   field::UnitList& list);

/// `请各单位抓好落实。`, `由县直各部门组织实施。`: `sentence` of `text` asks all who read it.
bool asks_all(const text::Scanned& text, text::Range sentence, const grammar::Vocabulary& words);

/// `以下任务由县住建局牵头` in `text`: units of the items below.
bool names_units_below(std::string_view text, const grammar::Vocabulary& words);

/// A colon with a label for units, people or a time before it stands in bytes `where` of `text`, outside brackets.
bool holds_label(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words);

}  // namespace fenjie::parse
