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

// `第一件实事：…` in a letter: what a letter asks for is never counted so, a list begins. Of an item above the first task:
// it is none of that list where it stands in another section.
bool Parser::stands_beside_counted(std::string_view s, const layout::Mark& mark) {
  constexpr std::uint32_t shortest = 16;  // bytes of `第一件实事:`
  if (!front_.in_letter() || place_.boundary || (place_.left_letter && !place_.counted)) return false;
  const std::string_view number = s.substr(0, mark.mark_end);
  const bool counted = mark.rank == layout::rank_of_items && number.size() >= shortest &&
                       words_.find_pattern(grammar::Patterns::list_section, number) != nullptr;
  if (counted) place_.counted = place_.left_letter = true;
  else if (place_.counted && mark.rank < layout::rank_of_items) place_.below_counted = true;
  return place_.below_counted && !counted;
}

}  // namespace fenjie::parse
