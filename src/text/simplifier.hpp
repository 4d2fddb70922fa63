// Lines in simplified script.
#pragma once

#include <string>
#include <vector>

#include "text/buffer.hpp"
#include "text/line.hpp"
#include "text/simplify_table.hpp"

namespace fenjie::text {

/// Converts lines as `opencc -c t2s` does; keeps its memory from one to the next.
class Simplifier {
 public:
  /// `originals`: notes what stood in place of each character that it changes.
  explicit Simplifier(bool originals) : originals_(originals) {}

  /// Puts `line.text` into simplified script, which changes no sign. The new views are until the next call. `slack`:
  /// so many bytes behind it may be read (see SimplifyTable).
  void simplify(Line& line, std::size_t slack = 0);
  /// Writes a whole text to `out`, which has room for four bytes more. False: it cannot be done without a change
  /// of length or the notes of originals.
  bool convert_even(std::string_view text, char* out) const {
    return table_ != nullptr && !originals_ && table_->convert_even(text, out, nullptr) != SimplifyTable::uneven;
  }

 private:
  bool convert_even(Line& line, std::size_t slack);
  void convert_uneven(Line& line);
  void convert_plainly(Line& line);

  bool originals_;
  const SimplifyTable* table_ = SimplifyTable::get();
  std::vector<char> text_;
  std::vector<Swap> swaps_;
  Buffer buffer_;
};

}  // namespace fenjie::text
