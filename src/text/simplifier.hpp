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
  /// Puts `line.text` into simplified script and notes the characters that it changed. The new views
  /// are valid until the next call; a line in which nothing changes stays as it is.
  void simplify(Line& line);

 private:
  bool convert_even(Line& line);
  void convert_uneven(Line& line);
  void convert_plainly(Line& line);

  const SimplifyTable* table_ = SimplifyTable::get();
  std::vector<char> text_;
  std::vector<Swap> swaps_;
  Buffer buffer_;
};

}  // namespace fenjie::text
