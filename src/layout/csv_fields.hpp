// The fields of a line of comma- or TAB-separated values, as spreadsheets write them (RFC 4180).
#pragma once

#include <string_view>

#include "text/punctuation.hpp"

namespace fenjie::layout {

/// A field as it stands in its line, without its quotes.
struct CsvField {
  text::Range text;
  bool doubled = false;  ///< `""` stands for a quote in it
  bool open = false;     ///< its closing quote is on a later line
};

/// Walks along the fields of one line. Quotes count where they hold a whole field together; `"十四五"规划` is text that
/// begins with one.
class CsvFields {
 public:
  /// `inside`: the line goes on within a quoted field. `line` must outlive this.
  CsvFields(std::string_view line, char separator, bool inside) : line_(line), separator_(separator), inside_(inside) {}

  /// False: there are no more.
  bool next(CsvField& field) {
    if (over_) return false;
    field = {};
    const std::size_t begin = inside_ ? at_ : line_.find_first_not_of(' ', at_);
    const bool opens = !inside_ && begin < line_.size() && line_[begin] == '"';
    if (!(inside_ || opens) || !quoted(field, begin + (opens ? 1 : 0))) {
      field = {};
      end_at(field, line_.find(separator_, at_));
    }
    inside_ = false;
    return true;
  }

  /// What stands behind the last field is nothing but empty fields: rows are as wide as the sheet.
  [[nodiscard]] bool only_padding() const {
    const char padding[] = {' ', separator_};
    return line_.find_first_not_of(std::string_view(padding, 2), at_) == std::string_view::npos;
  }

 private:
  // False: a single quote stands in the midst of it, so the first one was no opening quote.
  bool quoted(CsvField& field, std::size_t begin) {
    for (std::size_t quote = line_.find('"', begin); quote != std::string_view::npos;
         quote = line_.find('"', quote + 1)) {
      const std::size_t behind = line_.find_first_not_of(' ', quote + 1);
      if (behind == std::string_view::npos || line_[behind] == separator_) {
        end_at(field, behind);
        field.text = text::trimmed(line_, begin, quote);
        return true;
      }
      if (line_[quote + 1] == '"') {
        field.doubled = true;
        ++quote;
      } else if (!inside_) {
        return false;
      }
    }
    end_at(field, std::string_view::npos);
    field.text = text::trimmed(line_, begin, line_.size());
    field.open = true;
    return true;
  }

  void end_at(CsvField& field, std::size_t separator) {
    over_ = separator == std::string_view::npos;
    const std::size_t end = over_ ? line_.size() : separator;
    field.text = text::trimmed(line_, at_, end);
    at_ = over_ ? end : end + 1;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  char separator_;
  bool inside_;
  bool over_ = false;
};

}  // namespace fenjie::layout
