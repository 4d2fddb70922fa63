#include "text/raw_ends.hpp"

#include "text/cpu.hpp"
#include "text/scan.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

// Goes along the lines as their marks are found.
class Ends {
 public:
  Ends(LineScan& scan, Units units) : line_(scan.lines.data()), width_(units <= Units::double_byte ? 1 : 2) {}

  // CR or LF at byte `at`.
  void mark(std::size_t at) {
    if (marks_ == 0) {
      ++line_;
      marks_ = line_->behind - line_->end;
    }
    line_->raw_end = static_cast<std::uint32_t>(at) + width_;
    --marks_;
  }

 private:
  ScannedLine* line_;
  std::uint32_t width_, marks_ = 0;  // bytes of a mark; marks of the line that are still to come, CR and LF one each
};

void find_from(std::string_view bytes, std::size_t from, Units units, Ends& ends) {
  if (units <= Units::double_byte) {
    while ((from = find_line_mark(bytes, from)) < bytes.size()) ends.mark(from++);
  } else {
    const bool little = units == Units::utf16le;
    for (; (from = find_line_mark16(bytes, from, little)) + 1 < bytes.size(); from += 2) ends.mark(from);
  }
}

#if defined(__x86_64__)

constexpr std::size_t half = 32, block = 2 * half;  // bytes

// The marks among 32 bytes, a bit for each, two for a unit of two bytes.
template <Units units>
__attribute__((target("avx2"))) inline std::uint64_t marks_at(const char* s) {
  const __m256i here = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
  __m256i found;
  if constexpr (units == Units::double_byte) {
    found = _mm256_or_si256(_mm256_cmpeq_epi8(here, _mm256_set1_epi8('\n')),
                            _mm256_cmpeq_epi8(here, _mm256_set1_epi8('\r')));
  } else {
    constexpr int shift = units == Units::utf16le ? 0 : 8;
    found = _mm256_or_si256(_mm256_cmpeq_epi16(here, _mm256_set1_epi16('\n' << shift)),
                            _mm256_cmpeq_epi16(here, _mm256_set1_epi16('\r' << shift)));
  }
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(found));
}

template <Units units>
__attribute__((target("avx2,bmi"))) void find_in_blocks(std::string_view bytes, Ends ends) {
  constexpr std::uint64_t firsts = units == Units::double_byte ? ~std::uint64_t{0} : 0x5555555555555555;
  std::size_t at = 0;
  for (; at + block <= bytes.size(); at += block) {
    const char* const s = bytes.data() + at;
    std::uint64_t marks = (marks_at<units>(s) | marks_at<units>(s + half) << half) & firsts;
    for (; marks != 0; marks = _blsr_u64(marks)) ends.mark(at + _tzcnt_u64(marks));
  }
  find_from(bytes, at, units, ends);
}

#endif

}  // namespace

void find_raw_ends_plainly(std::string_view bytes, Units units, LineScan& scan) {
  Ends ends(scan, units);
  find_from(bytes, 0, units, ends);
}

void find_raw_ends(std::string_view bytes, Units units, LineScan& scan) {
#if defined(__x86_64__)
  if (has_avx2()) {
    const Ends ends(scan, units);
    if (units == Units::utf16le) return find_in_blocks<Units::utf16le>(bytes, ends);
    if (units == Units::utf16be) return find_in_blocks<Units::utf16be>(bytes, ends);
    return find_in_blocks<Units::double_byte>(bytes, ends);
  }
#endif
  find_raw_ends_plainly(bytes, units, scan);
}

}  // namespace fenjie::text
