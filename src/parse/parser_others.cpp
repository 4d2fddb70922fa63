// Parser: items with a number that are no tasks: parts of an article, texts of a site.
#include "parse/parser.hpp"

namespace fenjie::parse {

using text::Range;

// In a text that is no list.
void Parser::open_to_text(TextKind kind) {
  if (again_.draft) settle_labels_again(false);
  const Range all{0, static_cast<std::uint32_t>(open_->buffer.size())};
  plain_text(open_->buffer, all, {open_->line, open_->span}, kind, {});
  drafts_.recycle(open_.end());
}

// `第四条 …：` newline `（一）…`: parts of an article, down to the next one, which none of them heads.
bool Parser::ends_article(const layout::Mark& mark) {
  constexpr int article_rank = 30;
  const bool ends = place_.in_article && mark.article;
  place_.in_article = !mark.article && mark.value == 1;
  place_.after_article = mark.article && mark.rank == article_rank;
  return ends;
}

// `1.本站所有资源…` newline `2.压缩文件请…` below a list: the first of them tells for all.
bool Parser::is_site_remark() {
  if (open_->number.value == 1) place_.of_site = tells_of_site(open_->view(open_->text), words_);
  return place_.of_site;
}

}  // namespace fenjie::parse
