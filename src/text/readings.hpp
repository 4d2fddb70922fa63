// Readings that a converter left behind characters, taken out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/known_readings.hpp"
#include "text/line.hpp"
#include "text/plain_list.hpp"

namespace fenjie::text {

/// Takes readings out of lines: 發(fā)展, 一(yī)、, 優(yōu)化(huà). What goes is a bracket behind a
/// character that holds one syllable of pinyin in lower case and at most a blank:
/// - with exactly one tone mark: always;
/// - without: where the syllable is a reading of the character, and the document, as far as it was
///   seen, has at least three such brackets; `第(di)二條` then loses it, `局(di)` and `(MCN)` do not.
class Readings {
 public:
  /// Counts the brackets of the document's head before its first line is given.
  void look(std::string_view head);
  /// Appends the line without readings to `out` and books repair_readings; false: there are none, and
  /// `out` is as it was.
  bool remove(const Line& line, Buffer& out, Findings& findings);
  /// The pairs of character and toned reading seen so far.
  [[nodiscard]] const KnownReadings& known() const { return known_; }

 private:
  // A bracket that may hold a reading, brackets included; `base` is the byte of the character that it reads.
  struct Found {
    Range where;
    std::uint32_t base;
    bool toned;
  };
  // A toned reading and the character that it reads: `known_` has the pair.
  struct Met {
    std::uint64_t reading = 0;   // its bytes as a number; 0: there is none
    std::uint32_t character = 0;  // four bytes: it, and what else of `一(yī)` they take in
  };
  static constexpr unsigned met_bits = 10;
  void collect(Scanned line);
  Met& place_of(const Met& pair);
  static Met pair_of(std::string_view text, Range inside, std::uint32_t base);
  bool was_met(std::string_view text, Range inside, std::uint32_t base);
  bool is_reading_of(std::string_view text, Range inside, Found& found);
  static int several(Scanned line, const SignAt* open, const SignAt* end, Found* to);
  void keep_real_ones(std::string_view text);
  static bool fits(std::string_view text, const Found& found);

  KnownReadings known_;
  std::vector<Met> met_;       // by their hash; empty until a bracket may hold a reading
  PlainList<Found> found_;     // of the line at hand
  bool toneless_ = false;      // some of them
  PlainList<Range> gaps_;      // where they stood
  std::uint64_t in_head_ = 0;  // brackets seen: evidence for toneless ones
  std::uint64_t in_lines_ = 0;
};

}  // namespace fenjie::text
