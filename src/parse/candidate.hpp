// A paragraph without a number, until the next block tells what it is.
#pragma once

#include "layout/block.hpp"
#include "parse/emit.hpp"

namespace fenjie::parse {

/// What follows a candidate: an item of some rank, or nothing that could stand below a heading.
struct Follows {
  int rank = 0;         ///< of the item, 0 for none
  bool first = false;   ///< it is number 1
  bool unnumbered = false;
  std::int64_t value = 0;  ///< its number
  bool carries = false;    ///< units or people stand in its own paragraph
};

/// What a candidate looked like when it came.
struct CandidateLooks {
  bool person = false;  ///< names one, as headings do
  bool organs = false;  ///< is a list of them, which may be the units of the open item
  bool more = false;    ///< organs right below a label line for units, which may be more of them
  bool title = false;   ///< may be that of a list
  bool below_letter = false;  ///< the letter had begun when it came
  bool number = false;  ///< is one and nothing else: `1.`, whose text stands on the next line
  bool foot = false;    ///< a label line, which may be of the site
  bool plain = false;   ///< nothing but text, no number and no part, is in it: `body`
  bool dashed = false;  ///< `——加快建设健康城市` below a task: one of its parts, or the heading of the next ones
  text::Range body;
};

/// A paragraph without a number that the next block decides on.
struct Candidate : CandidateLooks {
  text::Buffer text;
  std::uint64_t line = 0;
  Span span;
  bool used = false;

  /// Takes a paragraph, of which nothing is known so far.
  void keep(const text::Buffer& from, text::Range where, std::uint64_t its_line, Span its_span) {
    static_cast<CandidateLooks&>(*this) = {};
    text.clear();
    text.append(from, where.begin, where.end);
    line = its_line;
    span = its_span;
    used = true;
  }
  [[nodiscard]] text::Range whole() const { return {0, static_cast<std::uint32_t>(text.size())}; }
  [[nodiscard]] std::string_view view() const { return text.view(); }
  [[nodiscard]] Source source() const { return {line, span}; }
  /// A block of it alone, to be read in another way.
  [[nodiscard]] layout::Block block() const {
    layout::Block own;
    own.text.append(text, 0, text.size());
    own.line = line;
    own.span = span;
    return own;
  }
};

}  // namespace fenjie::parse
