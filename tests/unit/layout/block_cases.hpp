// Texts with the blocks that layout must make of them.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "blocks.hpp"

struct BlockCase {
  std::string_view name;
  std::string_view text;
  std::string_view blocks;  ///< as `blocks_of` notes them, behind a line's end
};

inline void check_all(const std::vector<BlockCase>& cases) {
  for (const BlockCase& c : cases) {
    CAPTURE(c.name);
    CHECK("\n" + blocks_of(c.text) == c.blocks);
  }
}
