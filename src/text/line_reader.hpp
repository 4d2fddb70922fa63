// Bytes in any pieces → lines in their recognition form.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/diagnostic.hpp"
#include "text/line.hpp"
#include "text/lines_ahead.hpp"

namespace fenjie::text {

struct LineOptions {
  std::string encoding;               ///< an ICU name, or empty: detect
  bool repair = true;                 ///< mend readings, shifted bytes, widths
  bool convert = true;                ///< traditional → simplified
  bool originals = true;              ///< lines say what script conversion changed
  std::size_t line_bytes = 16u << 20; ///< a longer line is cut
};

/// What was found out about the input. Final once the first line has been given.
struct Origin {
  std::string_view encoding;     ///< ICU's name
  std::string_view encoding_by;  ///< `option`, `bom`, `valid`, `pattern`, `score`
  std::string_view script;       ///< `Hans`, `Hant`, `Zyyy`
  std::uint64_t bom_bytes = 0;   ///< length of the byte order mark
};

/// A problem met on the way, for the reader to report: the first place, and how often.
struct Finding {
  Code code;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::uint64_t count = 0;
  std::string excerpt;
};

/// Splits and decodes. Push bytes with `feed`, then pull lines until `next` says there is none;
/// after `finish` the rest comes out. Lines are the same for every way of cutting the input.
class LineReader {
 public:
  /// Throws OptionError (reader.hpp) for an unknown encoding name.
  explicit LineReader(LineOptions options);
  ~LineReader();

  /// Takes bytes. They must stay valid until `next` has answered false.
  void feed(std::string_view bytes);
  void finish();
  /// The next whole line; false: feed more.
  bool next(Line& line);
  /// For who need not see blank lines: passes those that come next and lie in memory; gives how many they are.
  std::uint32_t pass_blanks();
  /// Those of the lines behind it that lie in memory already, as far as nothing is to be done for them but to give
  /// them; then, which of them was taken last.
  [[nodiscard]] LinesAhead ahead() const;
  void skip_to(LinesAhead taken);

  [[nodiscard]] const Origin& origin() const;
  /// Problems so far, at most one per code and kind; the caller may take them at any time.
  std::vector<Finding> take_findings();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fenjie::text
