// The item that is open: what the paragraphs so far told of it.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "parse/draft.hpp"

namespace fenjie::parse {

/// Of the item at hand, beside what its draft holds; each item begins with nothing of it. Ranges are of the draft.
struct OpenFacts {
  bool unnumbered = false;
  bool upper = false;     ///< its number is one like `壹、`
  bool article = false;   ///< no task unless it carries units
  bool by_label = false;  ///< what it carries stands on label lines
  bool labels_above = false;        ///< it has those above it
  bool labels_astray = false;       ///< those behind it may be of an item that was lost
  bool first_sub_labelled = false;  ///< label lines came behind its first part
  bool subs_labelled = false;       ///< each of its parts has its own
  int candidates = 0;           ///< paragraphs without a number that came behind it
  text::Range asked;            ///< of its text: whether that names people as headings do was asked
  text::Range last_label_line;  ///< what the last of its label lines went on with, if it was cut
  struct Goal {
    text::Range text;
    std::uint64_t line = 0;
  } goal;                       ///< the paragraphs below its title, which may be a task of their own
};

/// The open item, or none. Used like a pointer to its draft.
struct OpenItem : OpenFacts {
  std::unique_ptr<Draft> draft;
  std::vector<text::Range> label_lines;

  explicit operator bool() const { return draft != nullptr; }
  Draft* operator->() const { return draft.get(); }
  Draft& operator*() const { return *draft; }

  /// The next item, of which nothing is known.
  Draft& begin(std::unique_ptr<Draft> fresh) {
    static_cast<OpenFacts&>(*this) = {};
    label_lines.clear();
    draft = std::move(fresh);
    return *draft;
  }
  /// None is open behind it.
  std::unique_ptr<Draft> end() { return std::move(draft); }

  [[nodiscard]] bool numbered() const { return draft && !unnumbered; }
  /// A number and a text so far, which may as well be a heading.
  [[nodiscard]] bool may_head() const { return numbered() && !draft->carries(); }
};

}  // namespace fenjie::parse
