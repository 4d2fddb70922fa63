#include "text/window.hpp"

#include <algorithm>
#include <bit>
#include <functional>

#include "text/decode.hpp"
#include "text/scan.hpp"

namespace fenjie::text {
namespace {

constexpr std::size_t width = 32 << 10;

void find_hits(std::string_view s, std::vector<std::uint32_t>& hits) {
  hits.clear();
  std::size_t at = 0;
#if defined(__SSE2__)
  for (; at + 17 <= s.size(); at += 16) {
    for (unsigned mask = SuspectPairs(s.data() + at).any(); mask != 0; mask &= mask - 1) {
      hits.push_back(static_cast<std::uint32_t>(at + static_cast<unsigned>(std::countr_zero(mask))));
    }
  }
#endif
  for (; at + 1 < s.size(); ++at) {
    const Suspicion found =
        suspect_pair(static_cast<unsigned char>(s[at]), static_cast<unsigned char>(s[at + 1]));
    if (found != Suspicion::none) hits.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace

Window::Verdict Window::look(std::string_view line) {
  const std::less<const char*> before;
  const char* const block_end = block_.data() + block_.size();
  const bool inside = !before(line.data(), block_.data()) && !before(block_end, line.data() + line.size());
  if (!inside || block_.empty()) return {valid_utf8(line), suspect(line) != Suspicion::none};
  const auto begin = static_cast<std::size_t>(line.data() - block_.data()), end = begin + line.size();
  if (end > end_ || begin < begin_) advance(begin, end);
  return {valid_ || valid_utf8(line), hit_in(begin, end)};
}

// The window ends at the last line end within its width, or with the line where that is longer.
void Window::advance(std::size_t at, std::size_t line_end) {
  const std::size_t last = block_.substr(0, at + width).rfind('\n');
  begin_ = at;
  end_ = last == block_.npos ? line_end : std::max(last + 1, line_end);
  const std::string_view window = block_.substr(begin_, end_ - begin_);
  valid_ = valid_utf8(window);
  find_hits(window, hits_);
  next_hit_ = 0;
}

bool Window::hit_in(std::size_t begin, std::size_t end) {
  while (next_hit_ < hits_.size() && begin_ + hits_[next_hit_] < begin) ++next_hit_;
  return next_hit_ < hits_.size() && begin_ + hits_[next_hit_] < end;
}

}  // namespace fenjie::text
