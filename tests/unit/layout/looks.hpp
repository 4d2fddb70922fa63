// Looks of a text that is one cell, and of cells within a text.
#pragma once

#include <string_view>

#include "../builtin.hpp"
#include "layout/traits.hpp"
#include "text/signs.hpp"

inline fenjie::text::Range whole_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

inline fenjie::layout::Traits look_at(std::string_view cell) {
  fenjie::field::UnitList scratch;
  return fenjie::layout::look_at(fenjie::text::Scan(cell), whole_of(cell), builtin_words(), scratch);
}
