// Parser: what stands below a list and looks like more of it: what a site says below an article.
#include <algorithm>

#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Words;
using layout::Block;
using text::Range;

namespace {

constexpr std::size_t longest_link = 180;  // bytes of the title of another article

}  // namespace

// `主办单位：清河县人民政府` behind tasks that told their units without such a label waits for what comes next: only with a
// further task behind it is it a label of the open one.
bool Parser::keep_foot(const Block& block, Range where) {
  const bool first_task = !in_list() && !queue_.has_bare();
  const auto is_foot = [&](Range line) { return layout::may_be_foot(open_->view(line), words_); };
  if (first_task || (open_ && std::ranges::any_of(open_.label_lines, is_foot))) {
    habits_.tasks_use_foot = static_cast<bool>(open_);
    return false;
  }
  settle_candidate({});
  keep_candidate(block.text, where, block.line, block.span, false);
  candidate_.foot = true;
  --open_.candidates;
  return true;
}

void Parser::settle_foot(Follows follows) {
  const Range whole = candidate_.whole();
  if (follows.rank > 0) return foot_to_label();
  candidate_.used = candidate_.foot = false;
  plain_text(candidate_.text, whole, candidate_.source(), TextKind::furniture, "foot");
  place_.below_article = true;
}

void Parser::foot_to_label() {
  candidate_.used = candidate_.foot = false;
  habits_.tasks_use_foot = true;
  Block line = candidate_.block();
  const Range whole{0, static_cast<std::uint32_t>(line.text.size())};
  read_item(line.text.scanned(), whole, words_, other_item_);
  label_line(line, whole, other_item_);
}

// `1.任务分解表.docx` below `附件：`
bool Parser::names_file(const Block& block, Range where, const Item& item) {
  std::string_view rule;
  if (!front_.is_furniture(shift(item.body, where).of(block.text.view()), rule)) return false;
  settle_candidate({});
  plain_text(block.text, where, {block.line, block.span}, TextKind::furniture, rule);
  return true;
}

// `一图读懂《2023年重点工作》` below `相关解读`: the title of another article, or the name of another site.
bool Parser::is_link(std::string_view s) const {
  return place_.below_article && s.size() <= longest_link && !text::ends_sentence(text::last_code_point(s)) &&
         !text::is_colon(text::last_code_point(s)) && !words_.words(Words::attachment).prefix(s);
}

}  // namespace fenjie::parse
