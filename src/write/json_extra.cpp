#include "write/json_extra.hpp"

#include <algorithm>

#include "write/json_text.hpp"

namespace fenjie::write {
namespace {

/// From the first byte of both to the last; an empty span counts for nothing.
Span hull(const Span& a, const Span& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.start, b.start), std::max(a.end, b.end)};
}

}  // namespace

// Sorted and not compared each with each: a hostile table may have a million columns.
void JsonExtra::link(std::span<const Extra> list) {
  links_.assign(list.size(), {});
  if (list.size() < 2) return;
  order_.clear();
  for (std::uint32_t i = 0; i < list.size(); ++i) order_.push_back(i);
  std::ranges::sort(order_, [&](std::uint32_t a, std::uint32_t b) {
    const int c = list[a].header.compare(list[b].header);
    return c != 0 ? c < 0 : a < b;
  });
  for (std::size_t i = 1; i < order_.size(); ++i) {
    if (list[order_[i]].header != list[order_[i - 1]].header) continue;
    links_[order_[i - 1]].next = order_[i];
    links_[order_[i]].first = false;
  }
}

/// One key for each header; `put(i)` writes the value of the extra `i` and of those linked to it.
template <typename Put>
void JsonExtra::object(std::span<const Extra> list, Bytes& out, Put put) {
  link(list);
  out.put('{');
  bool comma = false;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (!links_[i].first) continue;
    if (comma) out.put(',');
    comma = true;
    put_json(out, list[i].header);
    out.put(':');
    put(i);
  }
  out.put('}');
}

void JsonExtra::values(std::span<const Extra> list, Bytes& out) {
  object(list, out, [&](std::uint32_t i) {
    out.put('"');
    put_json_inside(out, list[i].cell.text);
    while ((i = links_[i].next) != 0) {
      out.put("\\n");
      put_json_inside(out, list[i].cell.text);
    }
    out.put('"');
  });
}

void JsonExtra::spans(std::span<const Extra> list, Bytes& out) {
  object(list, out, [&](std::uint32_t i) {
    Span all = list[i].cell.span;
    while ((i = links_[i].next) != 0) all = hull(all, list[i].cell.span);
    put_json(out, all);
  });
}

}  // namespace fenjie::write
