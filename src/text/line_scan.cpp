#include "text/line_scan.hpp"

#include <array>
#include <cstring>
#include <utility>

#include "text/cpu.hpp"
#include "text/decode.hpp"
#include "text/sign_table.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include "text/sign_halves.hpp"
#endif

namespace fenjie::text {
namespace {

// Puts down lines and signs, one by one.
struct Writer {
  SignAt* sign;
  ScannedLine* line;              // the last one
  std::uint32_t begin = 0;        // of the line at hand
  std::uint32_t behind_cr = ~0u;  // where an LF would belong to the CR met last
  SignSum sum;                    // of its signs

  Writer(std::string_view text, LineScan& out) {
    out.signs.clear();
    out.lines.clear();
    sign = out.signs.room(text.size());
    line = out.lines.room(text.size() + 1);
    *line = {0, 0, 0, sign, {}};
  }
  void end_write(LineScan& out) const {
    out.signs.end_write(sign);
    out.lines.end_write(line + 1);
  }

  // Always inline: the places to write to are to stay in registers. `at` counts from the line's beginning.
  [[gnu::always_inline]] void put_sign(PackedSign packed, std::uint64_t at) {
    sum.add(packed);
    put(sign++, packed + at);
  }
  // LF or CR is byte `at` of the text. The caller has to see to `begin`.
  [[gnu::always_inline]] void end_line(bool lf, std::uint32_t at) {
    if (lf && at == behind_cr) [[unlikely]] {
      line->behind = line->raw_end = at + 1;
      return;
    }
    if (!lf) behind_cr = at + 1;
    *++line = {at, at + 1, at + 1, sign, std::exchange(sum, {})};
  }
};

#if defined(__x86_64__)

// Leads that want a closer look than `Blocks` has: C0, E0, ED and others begin too much that is no character.
constexpr std::uint8_t unsure = 0x80;
constexpr unsigned unsure_from = 0xF0;
constexpr Halves sign_or_unsure = [] {
  Halves h = sign_halves;
  for (const unsigned lead : {0xC0u, 0xC1u, 0xE0u, 0xEDu}) h.add(unsure, lead);
  return h;
}();
static_assert([] {
  for (unsigned b = 0; b < 256; ++b) {
    const unsigned groups = sign_or_unsure.groups(b);
    const bool leads = b == 0xC0 || b == 0xC1 || b == 0xE0 || b == 0xED;
    if (leads && (groups & unsure) == 0) return false;
    if (groups != 0 && (groups & unsure) == 0 && !may_begin(static_cast<unsigned char>(b))) return false;
    if (groups == 0 && may_begin(static_cast<unsigned char>(b))) return false;
  }
  return true;
}());

constexpr std::size_t half = 32, block = 2 * half;  // bytes
constexpr std::size_t before = 2, behind = 3;       // those around a block are looked at, too

// Walks over blocks. All UTF-8 is seen to be UTF-8 but what begins with rare leads, of which nothing is said.
template <Bytes bytes>
class Blocks {
 public:
  explicit Blocks(Writer writer) : writer_(writer) {}

  // Whole blocks at `s`, which are the text's from byte `at` on. The first is also at `look`, with two bytes in front.
  __attribute__((target("avx2,bmi"), noinline)) void walk(const unsigned char* s, std::uint32_t at, std::size_t size,
                                                         const unsigned char* look) {
    const unsigned char* const end = s + size;
    const Tables tables;
    Found found;
    // where the text's byte 0 would be in memory, were all of the text here
    const std::uintptr_t text = reinterpret_cast<std::uintptr_t>(s) - at;
    Writer to = writer_;
    std::uintptr_t line = text + to.begin;
    for (; s != end; look = s += block) {
      const std::uint64_t low = look_at(s, look, tables, found), high = look_at(s + half, look + half, tables, found);
      put_down(s, text, low | high << half, line, to);
    }
    to.begin = static_cast<std::uint32_t>(line - text);
    writer_ = to;
    if constexpr (bytes == Bytes::any) {
      wrong_ |= _mm256_movemask_epi8(found.wrong) != 0;
      const __m256i rare = _mm256_set1_epi8(static_cast<char>(unsure_from));
      const __m256i is_rare = _mm256_cmpeq_epi8(_mm256_max_epu8(found.highest, rare), found.highest);
      unsure_ |= _mm256_movemask_epi8(_mm256_or_si256(found.groups, is_rare)) != 0;
    }
  }

  [[nodiscard]] bool wrong() const { return wrong_; }
  [[nodiscard]] bool unsure() const { return unsure_; }
  [[nodiscard]] const Writer& writer() const { return writer_; }

 private:
  struct Tables {
    __m256i high, low;
    __attribute__((target("avx2"))) Tables() {
      const auto* const halves = reinterpret_cast<const __m128i*>(bytes == Bytes::any ? &sign_or_unsure : &sign_halves);
      high = _mm256_broadcastsi128_si256(_mm_loadu_si128(halves));
      low = _mm256_broadcastsi128_si256(_mm_loadu_si128(halves + 1));
    }
  };
  // What there was in all bytes.
  struct Found {
    __m256i wrong{}, groups{}, highest{};
  };

  __attribute__((target("avx2"))) static __m256i load(const unsigned char* s) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
  }
  // A bit for each of the 32 bytes at `s`, which may begin a sign.
  __attribute__((target("avx2"))) static std::uint32_t look_at(const unsigned char* s, const unsigned char* look,
                                                               const Tables& tables, Found& found) {
    const __m256i here = load(s), low_bits = _mm256_set1_epi8(15);
    const __m256i high = _mm256_shuffle_epi8(tables.high, _mm256_and_si256(_mm256_srli_epi16(here, 4), low_bits));
    const __m256i both = _mm256_and_si256(high, _mm256_shuffle_epi8(tables.low, _mm256_and_si256(here, low_bits)));
    if constexpr (bytes == Bytes::any) {
      found.wrong = _mm256_or_si256(found.wrong, errors(here, load(look - 1), load(look - 2)));
      found.groups = _mm256_or_si256(found.groups, both);
      found.highest = _mm256_max_epu8(found.highest, here);
    }
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpgt_epi8(both, _mm256_setzero_si256())));
  }
  // Highest bits: a trail stands behind each lead, a second one behind E0 and above, and nowhere else. The mean with
  // 0x3F has that bit from 0xC0 on, that with 0x1F from 0xE0 on.
  __attribute__((target("avx2"))) static __m256i errors(__m256i here, __m256i last, __m256i last_but_one) {
    const __m256i trails = _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(0xC0)), here);
    const __m256i second = _mm256_avg_epu8(last, _mm256_set1_epi8(0x3F));
    const __m256i third = _mm256_avg_epu8(last_but_one, _mm256_set1_epi8(0x1F));
    return _mm256_xor_si256(trails, _mm256_or_si256(second, third));
  }
  // What begins at the bits of `hits`; `line`: where the line at hand begins.
  __attribute__((target("avx2,bmi"), always_inline)) static void put_down(const unsigned char* s, std::uintptr_t text,
                                                                        std::uint64_t hits, std::uintptr_t& line,
                                                                        Writer& to) {
    for (; hits != 0; hits = _blsr_u64(hits)) {
      const unsigned char* const p = s + _tzcnt_u64(hits);
      const auto place = reinterpret_cast<std::uintptr_t>(p);
      const std::uint32_t key = sign_table.key_at(p);
      const std::size_t known = SignTable::place_of(key);
      PackedSign sign = sign_table.signs[known];
      if (sign_table.keys[known] != key) [[unlikely]] {
        if (key == '\n' || key == '\r') {
          to.end_line(key == '\n', static_cast<std::uint32_t>(place - text));
          line = place + 1;
          continue;
        }
        if (key == half_round) {
          sign = round_sign(false, p[1]);
        } else if (key == full_round) {
          sign = round_sign(true, p[3]);
        } else if ((sign = rare_sign(p)) == 0) {
          continue;
        }
      }
      to.put_sign(sign, place - line);
    }
  }

  Writer writer_;
  bool wrong_ = false, unsure_ = false;
};

// The first block and what does not fill one are copied, with letters around them.
template <Bytes bytes>
bool scan_in_blocks(std::string_view text, LineScan& out) {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  std::array<unsigned char, before + 2 * block + behind> edge;
  Blocks<bytes> blocks(Writer(text, out));
  const std::size_t whole = text.size() < block + behind ? 0 : (text.size() - behind) / block * block;
  edge.fill('a');
  if (whole > 0) {
    std::memcpy(edge.data() + before, s, block);
    blocks.walk(s, 0, whole, edge.data() + before);
    edge.fill('a');
  }
  const std::size_t context = whole == 0 ? 0 : before, rest = text.size() - whole;
  std::memcpy(edge.data() + before - context, s + whole - context, context + rest);
  const unsigned char* const last = edge.data() + before;
  blocks.walk(last, static_cast<std::uint32_t>(whole), (rest + block - 1) / block * block, last);
  if (blocks.unsure()) return scan_lines_plainly(text, bytes, out);
  blocks.writer().end_write(out);
  return !blocks.wrong();
}

#endif

}  // namespace

bool scan_lines_plainly(std::string_view text, Bytes bytes, LineScan& out) {
  if (bytes == Bytes::any && !valid_utf8(text)) return false;
  Writer to(text, out);
  SignList all;
  find_signs(text, 0, all);
  for (const SignAt& s : all.view()) {
    if (s.sign.line_end()) {
      to.end_line(text[s.at] == '\n', s.at);
      to.begin = s.at + 1;
    } else {
      to.put_sign(packed(s) - s.at, s.at - to.begin);
    }
  }
  to.end_write(out);
  return true;
}

bool scan_lines(std::string_view text, Bytes bytes, LineScan& out) {
#if defined(__x86_64__)
  if (has_avx2()) {
    return bytes == Bytes::any ? scan_in_blocks<Bytes::any>(text, out) : scan_in_blocks<Bytes::utf8>(text, out);
  }
#endif
  return scan_lines_plainly(text, bytes, out);
}

}  // namespace fenjie::text
