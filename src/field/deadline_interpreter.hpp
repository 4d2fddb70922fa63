// The clauses of a deadline, from left to right.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "field/date_reader.hpp"
#include "field/deadline.hpp"

namespace fenjie::field {

/// `（6月底前）`: one bracket around the whole text.
[[nodiscard]] bool is_bracketed(std::string_view s);

/// One deadline, clause by clause; deadline.hpp says how they work together. What is remembered of deadlines stays
/// outside.
class DeadlineInterpreter {
 public:
  /// `buffer` is emptied and filled; all must outlive the reader.
  DeadlineInterpreter(std::string_view text, const DateContext& context, const grammar::Vocabulary& vocabulary,
                      DeadlineBuffer& buffer);
  /// Once.
  DeadlineReading read();

 private:
  [[nodiscard]] const grammar::WordMap& words(grammar::Words w) const { return vocabulary_.words(w); }
  void note(DeadlineKind kind) {
    if (!kind_) kind_ = kind;
  }

  [[nodiscard]] std::size_t skip_separators(std::size_t at) const;
  [[nodiscard]] std::size_t clause_end(std::size_t at) const;
  [[nodiscard]] std::size_t after_leads(std::size_t at, bool& planned) const;
  std::size_t clause(std::size_t at);
  std::size_t dated_clause(std::size_t end, bool planned);
  std::size_t rest_end(std::size_t begin, std::size_t end);
  void other_clause(std::string_view clause);
  bool dates_within(std::string_view clause);
  [[nodiscard]] bool conditional(std::string_view clause) const;
  [[nodiscard]] bool lost_sign(std::string_view words) const;
  [[nodiscard]] bool lost_all_signs(std::string_view clause) const;
  // How a date stands in its clause.
  struct Place {
    bool planned = false;  // after 预计 and such
    bool subject = false;  // with words before it
  };
  void add(const DateExpression& e, std::string_view what, std::string_view rest, Place place);
  DeadlineReading dated();
  [[nodiscard]] DeadlineReading undated() const;

  std::string_view text_;
  DateContext context_;
  const grammar::Vocabulary& vocabulary_;
  DeadlineBuffer& buffer_;
  DateReader reader_;
  std::size_t clause_end_ = 0;  // of the clause last looked at
  std::optional<DeadlineKind> kind_;
  bool unsettled_ = false;  // 待定 stands somewhere
  bool tentative_ = false;  // a date is not settled or not exact
  bool damaged_ = false, invalid_ = false;
  bool year_missing_ = false;
  bool all_alone_ = true;  // all dates are in `alone`
  bool all_weak_ = true;   // all dates are whole years without words
};

}  // namespace fenjie::field
