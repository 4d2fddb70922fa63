// What the process finds around it: descriptors, terminal, environment.
#pragma once

#include "cli/fd.hpp"

namespace fenjie::cli {

/// The real console of a process. Ignores SIGPIPE and SIGXFSZ, so that a write that fails says so, and
/// fills closed standard descriptors, so that no file takes their place.
class Surroundings {
 public:
  Surroundings();
  Console& console() { return console_; }

 private:
  FdInput in_;
  FdOutput out_, err_;
  Console console_;
};

}  // namespace fenjie::cli
