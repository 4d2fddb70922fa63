// Lines → blocks. Head: repair, cell limit, held cells, pieces (two bytes).
#include <vector>

#include "fenjie/grammar.hpp"
#include "fuzz.hpp"
#include "layout/layout.hpp"
#include "text/line_reader.hpp"

namespace {

using namespace fenjie;
using fuzz::require;

const grammar::Vocabulary& words() {
  static const Grammar grammar = Grammar::builtin();
  return grammar.vocabulary();
}

// Looks at the blocks of one input, in their order.
class Watch final : public layout::Handler {
 public:
  explicit Watch(std::uint64_t bytes) : bytes_(bytes) {}

  void paragraph(layout::Block& block) override {
    require(!block.text.empty(), "a paragraph has text");
    take(block, 1);
  }
  void header(layout::Block& block, const layout::Table& table) override {
    require(table.columns.size() >= 2 && table.serial > serial_, "tables are counted");
    serial_ = table.serial;
    take(block, 2);
  }
  void row(layout::Block& block, const layout::Table& table) override {
    require(table.serial == serial_, "a row belongs to the table at hand");
    require(block.cells.size() == table.columns.size(), "a cell for each column");
    take(block, 3);
  }
  void page_line(layout::Block& block) override {
    require(!block.text.empty() && block.span.end <= bytes_, "a page's line lies in the input");
    sum_.add(4), sum_.add(block.text.view());
  }
  void problem(Code code, std::string_view, const layout::Block&) override {
    sum_.add(static_cast<std::uint64_t>(code));
  }
  [[nodiscard]] const fuzz::Sum& sum() const { return sum_; }

 private:
  void take(const layout::Block& block, std::uint64_t kind) {
    require(fuzz::is_utf8(block.text.view()), "a block is UTF-8");
    require(block.span.start <= block.span.end && block.span.end <= bytes_, "a block lies in the input");
    require(block.span.start >= start_, "blocks come in order");
    start_ = block.span.start;
    for (const layout::Cell& c : block.cells) {
      require(c.range.begin <= c.range.end && c.range.end <= block.text.size(), "a cell lies in its block");
      sum_.add(c.range.begin), sum_.add(c.range.end);
    }
    for (std::size_t at = 0; at < block.text.size(); at += 7) {
      const std::uint64_t raw = block.text.raw_at(at);
      require(block.span.start <= raw && raw <= block.span.end, "a character lies in its block");
    }
    sum_.add(kind), sum_.add(block.text.view()), sum_.add(block.span.end);
  }

  std::uint64_t bytes_, start_ = 0, serial_ = 0;
  fuzz::Sum sum_;
};

struct Plan {
  text::LineOptions lines;
  layout::LayoutLimits limits;

  explicit Plan(fuzz::Input& input) {
    lines.repair = input.below(2) == 0;
    const std::size_t cells[] = {1u << 20, 32, 200}, held[] = {96, 1, 12};
    limits.cell_bytes = cells[input.below(std::size(cells))];
    limits.held_cells = held[input.below(std::size(held))];
  }
};

// Blocks of a document in pieces, or as a whole where `pieces` is null.
fuzz::Sum blocks(const Plan& plan, std::string_view document, fuzz::Pieces* pieces) {
  Watch watch(document.size());
  layout::Layout layout(words(), plan.limits, watch);
  text::LineReader reader(plan.lines);
  text::Line line;
  fuzz::give(document, pieces, [&](std::string_view bytes) {
    reader.feed(bytes);
    while (reader.next(line)) layout.line(line);
  });
  reader.finish();
  while (reader.next(line)) layout.line(line);
  layout.finish();
  return watch.sum();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const Plan plan(input);
  const unsigned seed = input.byte();
  fuzz::Pieces pieces(seed, input.byte());
  require(blocks(plan, input.document(), nullptr) == blocks(plan, input.document(), &pieces),
          "blocks do not depend on the pieces");
  return 0;
}
