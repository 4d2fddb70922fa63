// What the text room noticed on the way, summed up for the reader to report.
#pragma once

#include <utility>
#include <vector>

#include "text/line_reader.hpp"

namespace fenjie::text {

/// Sums up problems: the first place of each code and how often it was met.
class Findings {
 public:
  /// Books `count` more of `code`; place and excerpt are kept from the first. `line` from 1, `byte`
  /// from 0 in the original input.
  void add(Code code, std::uint64_t line, std::uint64_t byte, std::uint64_t count = 1,
           std::string_view excerpt = {}) {
    for (Finding& f : all_) {
      if (f.code == code) {
        f.count += count;
        return;
      }
    }
    all_.push_back({code, line, byte, count, std::string(excerpt)});
  }
  /// Gives all and starts afresh.
  std::vector<Finding> take() { return std::exchange(all_, {}); }

 private:
  std::vector<Finding> all_;
};

}  // namespace fenjie::text
