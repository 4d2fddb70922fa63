// Puts the value of a label, a bracket or a cell into a draft.
#pragma once

#include <memory>
#include <string>

#include "parse/draft.hpp"

namespace fenjie::parse {

/// Of units on a label or in a column.
Role role_of(grammar::Slot slot);

/// Rules that a document states for all of its tasks.
struct DocumentRules {
  bool first_is_lead = false;  ///< 列第一位的责任单位为牵头单位
  std::shared_ptr<const std::string> deadline;  ///< one for all tasks of the document, or null
};

/// Fills drafts. Knows the document's rules and finds them where they stand among units.
class Filler {
 public:
  Filler(const grammar::Vocabulary& words, DocumentRules& rules) : words_(words), rules_(rules) {}

  /// The value in `where` of the draft's buffer: labels inside split it, what stands before the first of them is of
  /// kind `slot`. `label`: what says so, where the document does. `known`: what `field::read_units` makes of all of it
  /// as responsible, where that was asked already; the draft may take it and leave its own empty list instead.
  void value(Draft& draft, text::Range where, grammar::Slot slot, text::Range label = {},
             field::UnitList* known = nullptr);
  /// As `value` for a sub-task with units of its own; those of the last one may come in several pieces.
  void sub_value(Draft& draft, SubDraft& sub, text::Range where, grammar::Slot slot = grammar::Slot::none,
                 text::Range label = {});

 private:
  // A label in brackets among the values.
  struct BareLabel {
    grammar::Slot slot;
    text::Range label;
    std::size_t closing;  // its last sign
  };
  [[nodiscard]] std::optional<BareLabel> bare_label(const text::Scanned& all, std::size_t i) const;
  // The unknown label in front of the colon at byte `colon`, empty for none; `clause`, `word`: where these begin.
  [[nodiscard]] text::Range find_unknown_label(std::string_view s, grammar::Slot slot, std::size_t clause,
                                               std::size_t word, std::size_t colon) const;
  [[nodiscard]] text::Range take_time_behind(Draft& draft, const text::Scanned& all, text::Range where) const;
  // Each takes bytes `where` of the draft's text, whose signs `all` holds.
  void labelled(Draft& draft, const text::Scanned& all, text::Range where, grammar::Slot slot, text::Range label);
  void one(Draft& draft, std::string_view text, std::span<const text::SignAt> signs, text::Range where,
           grammar::Slot slot, text::Range label, field::UnitList* known = nullptr);
  static void deadline(Draft& draft, std::string_view all, text::Range where, text::Range label);
  static void extra(Draft& draft, std::string_view all, text::Range where, text::Range label);
  void units(Draft& draft, const text::Scanned& all, text::Range where, grammar::Slot slot, field::UnitList* known);
  void labelled_alias(Draft& draft, const text::Scanned& all, text::Range& alias);
  void people(Draft& draft, const text::Scanned& all);

  const grammar::Vocabulary& words_;
  DocumentRules& rules_;
  field::UnitList outer_;  // a task's own units, while those of a sub-task are read
};

}  // namespace fenjie::parse
