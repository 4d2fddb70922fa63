// Pieces put into a buffer in one go: it must be what comes of them one by one.
#include "text/pieces.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support.hpp"
#include "text/chunk.hpp"
#include "text/punctuation.hpp"

using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

struct Piece {
  LinesAhead line;
  Range where;
};

// The filled lines of a chunk, without the white space around them.
std::vector<Piece> pieces_of(Chunk& chunk) {
  std::vector<Piece> out;
  Line line;
  REQUIRE(chunk.next(line));
  LinesAhead ahead = chunk.ahead();
  do {
    const Range where = trimmed(ahead.text(), 0, ahead.text().size());
    if (!where.empty()) out.push_back({ahead, where});
  } while (ahead.next());
  return out;
}

std::string_view joint(std::size_t i) { return i % 3 == 0 ? "" : i % 3 == 1 ? "\n" : "\n\n"; }

void check_same(const Buffer& together, const Buffer& singly) {
  CHECK(together.view() == singly.view());
  REQUIRE(together.signs().size() == singly.signs().size());
  for (std::size_t i = 0; i < singly.signs().size(); ++i) {
    CHECK(packed(together.signs()[i]) == packed(singly.signs()[i]));
  }
  REQUIRE(together.runs().size() == singly.runs().size());
  for (std::size_t i = 0; i < singly.runs().size(); ++i) {
    const Run& a = together.runs()[i];
    const Run& b = singly.runs()[i];
    CHECK((a.raw == b.raw && a.text == b.text && a.text_step == b.text_step && a.raw_step == b.raw_step));
  }
}

}  // namespace

TEST_CASE("pieces put together in one go") {
  const std::string notice = "序号\n\n12\n\n 加快建设（一期），改造医院。 \n\n市教育局、市财政局\n\n　李明　\n\n二、abc|（\n\n王\n";
  for (const char* const encoding : {"UTF-8", "GB18030", "UTF-16LE"}) {
    CAPTURE(encoding);
    const std::string bytes = encode(notice, encoding);
    ChunkSteps steps;
    Decoder decoder("GB18030");
    if (encoding[0] == 'G') steps.units = Units::double_byte, steps.decoder = &decoder;
    if (encoding[3] == '-' && encoding[4] == '1') steps.units = Units::utf16le;
    Chunk chunk;
    REQUIRE(chunk.open(bytes, 1000, 7, steps));
    const std::vector<Piece> all = pieces_of(chunk);
    REQUIRE(all.size() == 7);
    for (std::size_t first = 0; first < all.size(); ++first) {
      for (std::size_t last = first; last < all.size(); ++last) {
        Buffer together, singly;
        singly.append_own("what was there");
        together.append_own("what was there");
        singly.clear();
        Pieces pieces(together, all[first].line, all[last].line, last - first + 1);
        for (std::size_t i = first; i <= last; ++i) {
          if (i > first && !joint(i).empty()) pieces.join(joint(i)), singly.append_own(joint(i));
          pieces.add(all[i].line, all[i].where);
          all[i].line.append_to(singly, all[i].where);
        }
        CHECK(pieces.size() == singly.size());
        pieces.end();
        check_same(together, singly);
      }
    }
  }
}
