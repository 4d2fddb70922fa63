#include "cli/books.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fenjie::cli {
namespace {

constexpr std::size_t most_faults = 20;

}  // namespace

void Books::fault(std::string line) {
  if (faults_.size() < most_faults) faults_.push_back(std::move(line));
}

void Books::add(const Booking& booking) {
  Sum& sum = sums_[static_cast<std::size_t>(booking.taken)];
  ++sum.entries;
  if (booking.span.end < booking.span.start) {
    return fault(
        fmt::format("an entry ends at byte {} before it begins at {}", booking.span.end, booking.span.start));
  }
  sum.bytes += booking.span.end - booking.span.start;
  if (!booking.span.empty()) cover(booking.span);
}

// Joins the span with its neighbours; what was covered before is a fault.
void Books::cover(Span span) {
  auto [start, end] = span;
  auto it = covered_.upper_bound(start);
  if (it != covered_.begin() && std::prev(it)->second >= start) --it;
  while (it != covered_.end() && it->first <= end) {
    const std::uint64_t from = std::max(it->first, span.start), to = std::min(it->second, span.end);
    if (from < to) fault(fmt::format("bytes {}-{} were taken twice", from, to));
    start = std::min(start, it->first);
    end = std::max(end, it->second);
    it = covered_.erase(it);
  }
  covered_.emplace_hint(it, start, end);
}

void Books::close(std::uint64_t size) {
  size_ = size;
  std::uint64_t at = 0;
  for (const auto& [start, end] : covered_) {
    if (start > at) fault(fmt::format("bytes {}-{} were not taken", at, std::min(start, size)));
    at = end;
  }
  if (at < size) fault(fmt::format("bytes {}-{} were not taken", at, size));
  if (at > size) fault(fmt::format("bytes {}-{} do not exist", size, at));
}

std::string Books::table(std::string_view name) const {
  std::string out =
      fmt::format("{}\n  {:<14}{:>10}{:>14}{:>9}\n", name, "taken for", "entries", "bytes", "share");
  const auto share = [this](std::uint64_t bytes) {
    return size_ == 0 ? 0.0 : 100.0 * static_cast<double>(bytes) / static_cast<double>(size_);
  };
  Sum total;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    const Sum& sum = sums_[i];
    total.entries += sum.entries;
    total.bytes += sum.bytes;
    if (sum.entries == 0) continue;
    out += fmt::format("  {:<14}{:>10}{:>14}{:>8.1f}%\n", taken_name(static_cast<Taken>(i)), sum.entries,
                       sum.bytes, share(sum.bytes));
  }
  out +=
      fmt::format("  {:<14}{:>10}{:>14}{:>8.1f}%\n", "all", total.entries, total.bytes, share(total.bytes));
  out += fmt::format("  {:<14}{:>10}{:>14}\n", "input", "", size_);
  if (balanced()) return out + "  balanced: each byte was taken once\n";
  for (const auto& line : faults_) out += fmt::format("  NOT balanced: {}\n", line);
  return out;
}

}  // namespace fenjie::cli
