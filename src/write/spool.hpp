// Bytes that must wait: in memory up to a bound, then in a temporary file.
#pragma once

#include <cstdio>
#include <memory>

#include "fenjie/writer.hpp"
#include "write/bytes.hpp"

namespace fenjie::write {

/// Keeps what is written to it until `move_to`. Throws std::system_error when the temporary file
/// cannot be made, written or read. The file (std::tmpfile) has no name and goes with the process.
class Spool final : public Output {
 public:
  /// So much stays in memory.
  static constexpr std::size_t memory_bytes = 256u << 10;

  void write(std::string_view bytes) override;
  [[nodiscard]] bool empty() const { return memory_.empty() && file_bytes_ == 0; }
  /// Hands everything on, in the order in which it came, and is empty then.
  void move_to(Block& block);

 private:
  void to_file();
  void from_file(Block& block);

  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  Bytes memory_;  ///< what came after the bytes in the file
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t file_bytes_ = 0;  ///< how much of the file counts; it is written over, never cut
};

}  // namespace fenjie::write
