// A file that appears whole or not at all.
#pragma once

#include <string>
#include <vector>

#include "cli/fd.hpp"

namespace fenjie::cli {

/// The target of `-o`. Bytes go to a temporary file in the same folder; `commit` puts it in the place
/// of the target in one step. Without `commit` (a failure, SIGINT, SIGTERM, SIGHUP) the temporary file
/// goes and the target stays as it was. A link is followed; a target that is no regular file (a named
/// pipe, /dev/null) is written directly. One at a time in a process.
class NewFile : public Output {
 public:
  /// `inputs` are the files that the run will read: the target must not be one of them.
  /// Throws Failure.
  NewFile(const std::string& path, const std::vector<std::string>& inputs);
  ~NewFile() override;

  void write(std::string_view bytes) override;
  /// The last write, checked. Throws Failure.
  void commit();

 private:
  void create_temporary();
  void refuse_inputs(const std::vector<std::string>& inputs) const;

  std::string path_;       // what the user wrote, for messages
  std::string target_;     // after following links
  std::string temporary_;  // empty: written directly
  Fd fd_;
};

}  // namespace fenjie::cli
