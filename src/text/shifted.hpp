// GBK text whose byte pairs were taken one byte too late, put back.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/known_readings.hpp"
#include "text/line.hpp"

namespace fenjie::text {

/// Some web sites put readings behind characters, and cut sentences, in GBK bytes without regard to where
/// characters begin. What was decoded then is out of step from a `?` on, up to an ASCII letter that is
/// really the second byte of a character:
/// - `釘釘?shù)软椖浚…_保` was 釘釘等項目，確保: the reading names the character that the tool thought it
///   saw (數, 94B5), `?` stands for its second byte and the bracket; with B5 put back all pairs fit again;
/// - `　（二）推進` (A1A1 A3A8 …) became `?。ǘ…┩七M`, since A1A3 in the middle is 。
/// A line is changed only where one repair is certain: all characters that it gives are common ones (see
/// Gbk), the run ends in step, and a reading, or a bracket with a Chinese number, anchors it. Otherwise
/// it stays as it is, less the reading that has no opening bracket, and repair_doubtful is booked.
class Shifted {
 public:
  /// Appends the repaired line to `out`; false: there was nothing, and `out` is as it was. `known`: what
  /// the document's own readings say; ICU is asked only where they say nothing.
  bool repair(const Line& line, const KnownReadings& known, Buffer& out, Findings& findings);

 private:
  // A character of the line: text bytes `[begin, end)`, and its two GBK bytes, or 0 and ASCII.
  struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned lead = 0;
    unsigned trail = 0;
    bool common = true;
  };
  // What stands in place of bytes `[begin, end)` of the text.
  struct Piece {
    std::size_t begin;
    std::size_t end;
    std::string text;
  };
  // What speaks for a run that was put back.
  struct Evidence {
    std::size_t characters = 0;
    bool anchored = false;  // a reading names one of them
    bool odd = false;       // as the run stands it holds characters that no notice has
    bool may_be_rare = false;  // one character may be one that hardly any notice has
    std::size_t rare = 0;
    bool forgives(char32_t c);
    [[nodiscard]] bool proves_rare() const;
  };
  enum class Outcome : std::uint8_t { untouched, repaired, doubtful };

  [[nodiscard]] Token token(std::size_t at) const;
  Outcome repair_at(std::size_t mark);
  bool after_reading(std::size_t mark);
  bool after_cut(std::size_t mark, const Token& cut);
  bool number_after_cut(std::size_t mark, const Token& cut);
  bool put_number(std::size_t mark, unsigned number, std::size_t end, bool seen);
  bool name_letter(std::size_t at);
  // The next characters of the text, as many as a number may have left; 0 behind its end.
  struct Ahead {
    static constexpr std::size_t most = 4;
    std::array<char32_t, most> characters{};
    std::array<std::size_t, most + 1> at{};  // where each begins, and what is behind them
  };
  [[nodiscard]] Ahead look_ahead(std::size_t at) const;
  static std::size_t follow_number(unsigned number, const Ahead& ahead, unsigned& seen, unsigned& dropped);
  bool put_back(std::size_t begin, std::size_t at, unsigned pending, Evidence& evidence);
  bool end_at_letter(std::size_t begin, const Token& letter, unsigned pending, Evidence& evidence);
  bool end_at_mark(std::size_t begin, const Token& mark, unsigned pending, Evidence& evidence);
  bool put(std::size_t begin, std::size_t end, char32_t c);
  void find_trails(unsigned lead, std::string_view marked);

  std::string_view text_;
  const KnownReadings* known_ = nullptr;
  std::size_t start_ = 0;  // the first byte that is no blank
  std::size_t end_ = 0;    // where the text is in step again
  std::vector<Piece> pieces_;
  std::vector<unsigned> trails_;  // what find_trails found
};

}  // namespace fenjie::text
