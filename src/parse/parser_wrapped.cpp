// Parser: a line below the open item that goes on with the item's text, or with its last label line. Paragraphs of
// several lines come whole from `Unwrapper`.
#include <algorithm>

#include "field/names.hpp"
#include "field/phrase.hpp"
#include "layout/apart.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "parse/parts_inside.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

constexpr std::size_t shortest_wrapped = 60;   // bytes of a line that may be wrapped
constexpr std::size_t longest_item = 16'000;   // bytes of an item that a wrapped line goes on
constexpr std::size_t most_separator = 3;      // bytes

}  // namespace

// `责任单位：市教育局、市卫生健康委员` newline `会、各镇；完成时限：6月`: a label line that was cut. Its list is read again
// with the rest, and only if that makes it one of units alone.
bool Parser::label_goes_on(const Block& block, Range where, const Item& item) {
  Draft& d = *open_;
  if (open_.label_lines.empty() || open_.label_lines.back().end != d.buffer.size() || open_.subs_labelled) return false;
  Range& whole = open_.label_lines.back();
  const Range last = open_.last_label_line.end == whole.end ? open_.last_label_line : whole;
  const std::string_view line = where.of(block.text.view());
  if (!unfinished(d.view(whole)) || unwrapper_.ends_list(d.view(whole), block.text, where) ||
      !(unwrapper_.may_cut(d.view(last), block) || field::cuts_name(d.buffer.scanned(), whole, line, words_)))
    return false;
  const auto label = last_label(d.buffer.scanned(), whole, words_);
  if (!label || !names_units(label->slot)) return false;
  const Range value{label->value, whole.end};
  const bool begins_otherwise = item.parts.empty() ? text::sum_of(block.text.signs(where)).kinds().colon()
                                                   : item.parts.front().kind != Part::Kind::label;
  if (begins_otherwise) return false;
  const Range rest = item.parts.empty() ? where : Range{where.begin, where.begin + item.parts.front().whole.begin};
  std::string_view rule;  // `返回顶部`
  if (front_.is_furniture(line, rule)) return false;
  if (rest.empty() || !unwrapper_.list_goes_on(d.buffer, value, block.text, rest)) return false;
  std::erase_if(d.units.units, [&](const field::UnitDraft& u) { return u.name.begin >= value.begin; });
  open_.last_label_line = d.take(block.text, where);
  whole.end = open_.last_label_line.end;
  d.span.end = block.span.end;
  filler_.value(d, {value.begin, whole.end}, label->slot, label->label);
  return true;
}

// `…、区综合行政` / `执法局、各镇`: the line goes on with the name that ends the open item.
bool Parser::name_goes_on(std::string_view line) const {
  if (open_->units.units.empty() || open_.subs_labelled) return false;
  const field::UnitDraft& last = open_->units.units.back();
  if (last.name.end != open_->buffer.size() || !last.suffix.empty()) return false;
  const std::string_view name = open_->view(last.name);
  return text::opens(text::first_code_point(line)) == text::Bracket::none && !field::is_unit_like(name, words_) &&
         (field::continues_name(name, line, words_) || field::parts_of_name(name, line, words_));
}

// `2021年6月底前完成` on a line of its own below label lines; `一季度` alone may be a heading.
bool Parser::takes_deadline(std::string_view line) const {
  if (!open_.by_label || !open_->deadline.empty() || open_.subs_labelled) return false;
  if (text::ends_sentence(text::last_code_point(line))) line = line.substr(0, text::previous(line, line.size()));
  const auto ends = [&](grammar::Words w) { return words_.words(w).suffix(line).has_value(); };
  return (ends(grammar::Words::completion) || ends(grammar::Words::before)) && field::is_time(line, words_);
}

// A line that was wrapped: what stands before it is not finished.
bool Parser::goes_on(Block& block, Range where, Item& item) {
  if (!open_ || open_->text.empty() || candidate_.used || open_->buffer.size() > longest_item) return false;
  if (open_->carries()) return open_.by_label && below_labels_goes_on(block, where, item);
  const std::string_view s = where.of(block.text.view());
  const char32_t first = text::first_code_point(s);
  const bool leads_on = text::is_separator(first) || text::closes(first) != text::Bracket::none;
  const std::string_view before = open_->view(open_->text);
  const bool comma = text::is_separator(text::last_code_point(before));
  if (!leads_on && layout::is_attachment(s, words_)) return false;
  if (!leads_on && (!unfinished(before) || (before.size() < shortest_wrapped && !comma) || block.blanks > 1)) {
    return false;
  }
  if (!leads_on && open_->rank < 30 && !comma && before.find("\u3002") == std::string_view::npos &&
      reads_like_heading(before)) {
    return false;  // a heading has no stop either
  }
  take_parts(*open_, open_->take(block.text, where), item);
  open_->span.end = block.span.end;
  return true;
}

// `（一）组织管理。1、落实责任。` newline `2、健全组织。`: the list began inside the open item, where it goes on.
bool Parser::list_goes_on_inside(const Block& block, Range where, const Item& item) {
  constexpr std::size_t longest = 4'000;  // bytes of an item that is looked through
  if (!open_ || open_->rank >= layout::rank_of_items || item.mark->rank != layout::rank_of_items) return false;
  if (!open_.may_head() || open_->buffer.size() > longest) return false;
  if (item.mark->value < 2 || !item.parts.empty() || candidate_.used) return false;
  const auto inside = items_inside(*open_, open_->text, words_);
  if (static_cast<std::int64_t>(inside.size()) + 1 != item.mark->value) return false;
  open_->extend(open_->text, block.text, where, "");
  open_->span.end = block.span.end;
  return true;
}

// `进展情况：已完成招标，` newline `正在办理施工许可`
bool Parser::extra_goes_on() const {
  const Draft& d = *open_;
  if (d.extras.empty() || open_.label_lines.empty() || open_.subs_labelled) return false;
  const std::uint32_t end = d.extras.back().cell.end;
  return end >= open_.label_lines.back().begin && end + most_separator >= d.buffer.size();
}

// Below the label lines of the open item: the rest of the last one, or its deadline on a line of its own.
bool Parser::below_labels_goes_on(const Block& block, Range where, const Item& item) {
  if (label_goes_on(block, where, item)) return true;
  if (!item.parts.empty()) return false;
  const std::string_view s = where.of(block.text.view());
  Draft& d = *open_;
  if (takes_deadline(s)) {
    filler_.value(d, d.take(block.text, where), Slot::deadline, {});
  } else if (block.blanks == 0 && name_goes_on(s)) {
    const Range name = d.units.units.back().name;
    d.take(block.text, where);
    read_list_anew({name.begin, static_cast<std::uint32_t>(d.buffer.size())}, 1);
    front_.find_rules(s);  // `（列第一位的` newline `为牵头单位，下同）`
  } else if (!text::is_separator(text::last_code_point(d.buffer.view()))) {
    return false;
  } else if (extra_goes_on()) {
    d.extras.back().cell.end = d.take(block.text, where).end;
  } else if (block.blanks == 0 && d.deadline.end + most_separator >= d.buffer.size() && field::is_time(s, words_)) {
    d.deadline.end = d.take(block.text, where).end;
  } else {
    // a unit list that was wrapped behind its comma
    if (d.units.units.empty()) return false;
    field::UnitList& probe = other_item_.probe;
    probe.clear();
    field::read_units(block.text.scanned(), where, Role::responsible, words_, probe);
    if (probe.odd > 0 || probe.units.empty()) return false;
    read_list_anew(d.take(block.text, where), 0);
  }
  d.span.end = block.span.end;
  return true;
}

// Reads bytes `list` of the open item's buffer in the place of its last `count` units, in the role that their label
// gives, or that of the last one.
void Parser::read_list_anew(Range list, std::size_t count) {
  std::vector<field::UnitDraft>& units = open_->units.units;
  const Slot slot = count > 0 || open_.label_lines.empty() ? Slot::none : slot_of_last_label();
  const Role role = names_units(slot) ? role_of(slot) : units.back().role;
  units.resize(units.size() - count);
  field::read_units(open_->buffer.scanned(), list, role, words_, open_->units);
}

}  // namespace fenjie::parse
