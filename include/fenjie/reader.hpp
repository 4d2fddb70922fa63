// The reader: bytes of one document in, records out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "fenjie/grammar.hpp"
#include "fenjie/sink.hpp"

namespace fenjie {

/// In which script the records come out. Names as OpenCC has them.
enum class Script : std::uint8_t {
  auto_,        ///< simplified for a traditional document, unaltered for a simplified one
  keep,         ///< the characters of the document
  simplified,   ///< as `auto_`
  traditional,  ///< OpenCC s2t of the simplified form
  taiwan,       ///< OpenCC s2tw
  hongkong,     ///< OpenCC s2hk
};

/// Bounds on what is kept back. Over a bound the reader gives what it has, plus a diagnostic.
struct Limits {
  std::size_t line_bytes = 16u << 20;   ///< a longer line is cut
  std::size_t cell_bytes = 1u << 20;    ///< a longer cell is closed
  std::size_t held_tasks = 256;         ///< tasks waiting for a later line
  std::size_t nesting = 32;             ///< open brackets
};

struct ReaderOptions {
  std::string name = "-";              ///< the `doc` of the records
  Grammar grammar = Grammar::builtin();
  std::string encoding;                ///< an encoding name that ICU knows; empty: detect
  bool strict_encoding = false;        ///< undecodable bytes are of severity error
  Script script = Script::auto_;
  std::optional<int> year;             ///< beats every year that the document names
  bool keep_duplicates = false;        ///< give the second copy of a body too
  bool repair = true;                  ///< mend damaged text
  bool value_spans = true;             ///< find the place of every value; without, only records and dates have one
  bool bookings = false;               ///< give Sink::booked for every byte of the input
  Limits limits;
};

/// An option that cannot be used: an unknown encoding name.
class OptionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads one document. Feed it in pieces of any size, also in the middle of a character.
///
/// Memory is bounded by `Limits` and does not grow with the input. Not safe for use by several
/// threads at once; several readers may run side by side.
class Reader {
 public:
  /// `sink` must outlive the reader. Throws OptionError.
  Reader(ReaderOptions options, Sink& sink);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Takes the next bytes; copies what it must keep. After `Flow::stop` further bytes are ignored.
  Flow feed(std::string_view bytes);
  /// The input is over: gives what was held back. Does not call `Sink::end`.
  Flow finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fenjie
