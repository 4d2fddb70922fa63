#include "parse/unwrap.hpp"

#include <algorithm>

#include "field/names.hpp"
#include "field/phrase.hpp"
#include "layout/index_key.hpp"
#include "parse/parser_text.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using layout::Block;
using text::Range;

namespace {

constexpr std::size_t longest_held = 8000;                            // bytes of a paragraph
constexpr std::size_t longest_whole = 400;                            // bytes of a line of a site
constexpr std::size_t one_letter = 3;     // bytes of an ideograph
constexpr std::size_t shortest_name = 9;  // bytes of one that is whole: of `各县、市` the last may go on
constexpr std::size_t longest_ending = 12, longest_rest = 60;  // bytes of what a name goes on with

// `牵头单位：甲、乙`, up to the paragraph's end
bool is_list(const Part& part) { return part.kind == Part::Kind::label && names_units(part.slot); }

bool parts_names(text::Sign s) { return s.separator() || s.semicolon() || s.ends_sentence(); }

// The last name of a list; empty behind a separator.
Range last_name(const text::Scanned& all, Range list) {
  const auto signs = all.in(list);
  const auto parts = [](const text::SignAt& c) { return parts_names(c.sign); };
  const auto last = std::find_if(signs.rbegin(), signs.rend(), parts);
  const std::uint32_t begin = last == signs.rend() ? list.begin : static_cast<std::uint32_t>(last->end());
  return text::trimmed(all.text, begin, list.end);
}

std::string_view first_name(const text::Scanned& all, Range list) {
  const auto signs = all.in(list);
  const auto first = std::ranges::find_if(signs, parts_names, &text::SignAt::sign);
  return Range{list.begin, first == signs.end() ? list.end : first->at}.of(all.text);
}

Range all_of(const Block& block) { return {0, static_cast<std::uint32_t>(block.text.size())}; }

std::uint32_t apart(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

}  // namespace

void LineWidth::show(std::uint32_t columns, std::uint32_t blanks) {
  if (shown_ > 0 && apart(columns, width_) <= slack) {
    ++shown_;
    width_ = std::max(width_, columns);
    blanks_ = std::max(blanks_, blanks);
  } else {
    *this = {};
    width_ = columns;
    blanks_ = blanks;
    shown_ = 1;
  }
}

std::uint32_t Unwrapper::columns_of(const Block& line) {
  if (line.text.size() > longest_held) return LineWidth::most * 2;
  return line.indent + text::count_columns(line.text.view());
}

// What is known of the line that is now the last one.
void Unwrapper::begin(const Block& line) {
  columns_ = indent_ = 0;
  joined_ = false;
  if (!width_.known() && !may_go_on(line.text.view())) return;
  columns_ = columns_of(line);
  indent_ = line.indent;
  if (width_.known() && width_.is_passed(columns_)) width_.forget();
}

// Whether the paragraph that waits may go on with the line.
bool Unwrapper::goes_on(const Block& line, std::uint32_t columns) {
  if (first_.text.size() >= longest_held || layout::read_mark(line.text.view(), words_)) return false;
  if (labelled_) return true;
  const auto is_field = [&](const Block& b) { return layout::bracketed_key_at(b.text.view(), 0, words_).has_value(); };
  if (is_field(first_) || is_field(line)) return false;  // `【时效性】 现行有效`
  if (line.text.view() == (held_ > 1 ? second_ : first_).text.view()) return false;  // a title stands there twice
  if (line.blanks > width_.blanks()) return false;
  const bool hangs = hangs_out(line);
  if (!hangs && columns > columns_ + LineWidth::slack) return false;
  const std::string_view s = line.text.view();
  const bool begins_paragraph = line.indent > indent_ && text::opens(text::first_code_point(s)) == text::Bracket::none;
  if (begins_paragraph && text::ends_sentence(text::last_code_point(first_.text.view()))) return false;
  if (!field::has_open_bracket(first_.text.scanned()) && !may_follow(line)) return false;
  sure_ = sure_ || hangs;
  if (sure_ || held_ > 1) return true;
  // by its width alone: none of the page around the text, such as `发布日期：…` below `当前位置：…`
  constexpr std::size_t longest_key = 24;  // bytes
  const auto is_key = [](const text::SignAt& c) { return c.sign.colon() && c.at <= longest_key; };
  return unfinished(s) && apart(columns, columns_) <= LineWidth::slack &&
         std::ranges::none_of(line.text.signs(), is_key) && !is_whole_line(first_.text.view());
}

// `    （五）以科普日为载体，持续` above `推进科普行动，…`: the first line of an item is set in, the others are not. Centred
// headings are set in further.
bool Unwrapper::hangs_out(const Block& line) const {
  constexpr std::uint32_t deepest = 8;  // columns
  constexpr int of_items = 20;          // the rank of `（五）`, which may as well head what stands below it
  if (held_ != 1 || line.indent >= indent_ || line.indent + deepest < indent_) return false;
  const auto mark = layout::read_mark(first_.text.view(), words_);
  return mark && !mark->bullet && mark->rank >= of_items;
}

// Outside brackets: not what an item has on a line of its own, nor anything but units behind a label for them.
bool Unwrapper::may_follow(const Block& line) {
  if (parts_label(line)) return true;
  if (is_only_parts(line) && (!width_.known() || item_.parts.front().kind == Part::Kind::label)) return false;
  const text::Scanned before = first_.text.scanned();
  read_item(before, {0, static_cast<std::uint32_t>(before.text.size())}, words_, item_);
  if (item_.parts.empty() || !is_list(item_.parts.back())) return true;
  const auto label = last_label(before, item_.parts.back().whole, words_);
  if (!label || !names_units(label->slot)) return true;
  return list_goes_on(first_.text, {label->value, static_cast<std::uint32_t>(before.text.size())}, line.text,
                      all_of(line));
}

// `牵头单位：市商务局；责任` newline `单位：市民政局`
bool Unwrapper::parts_label(const Block& line) {
  const auto signs = line.text.signs();
  if (signs.empty() || !signs.front().sign.colon()) return false;
  const Range tail = last_name(first_.text.scanned(), all_of(first_));
  if (tail.empty() || tail.end - tail.begin > longest_label) return false;
  std::string label(tail.of(first_.text.view()));
  label += line.text.view().substr(0, signs.front().at);
  return words_.label(label) != grammar::Slot::none;
}

bool Unwrapper::may_cut(std::string_view line, const Block& next) const {
  if (line.size() < LineWidth::least || next.blanks > width_.blanks()) return false;
  if (next.text.size() > line.size() * 3 / 2 + longest_ending) return false;  // wider, whatever is in it
  const std::uint32_t columns = text::count_columns(line);
  return columns >= LineWidth::least && columns <= LineWidth::most &&
         columns_of(next) <= columns + 2 * LineWidth::slack;
}

// Behind `市卫生健康委` may stand `员会`, or `按职责分工负责`.
bool Unwrapper::begins_with_ending(const text::Buffer& line, Range where) const {
  const std::string_view rest = first_name(line.scanned(), where);
  return rest.size() <= longest_ending || words_.words(grammar::Words::role_verb).suffix(rest);
}

bool Unwrapper::ends_list(std::string_view before, const text::Buffer& line, Range where) const {
  const auto suffix = words_.words(grammar::Words::organ_suffix).suffix(before);
  if (!suffix || begins_with_ending(line, where)) return false;
  if (suffix->length > one_letter || before.size() == suffix->length) return true;
  return !parts_names(text::Sign(text::last_code_point(before.substr(0, before.size() - suffix->length))));
}

bool Unwrapper::list_goes_on(const text::Buffer& before, Range list, const text::Buffer& more, Range where) {
  if (ends_list(list.of(before.view()), more, where)) return false;
  const bool short_rest = begins_with_ending(more, where);
  const Range name = last_name(before.scanned(), list);
  const std::string_view last = name.of(before.view());
  const bool whole =
      last.size() >= shortest_name && field::is_unit_like(last, words_) && !field::has_open_bracket(last);
  if (whole && !short_rest) return false;
  both_.clear();
  both_.append(before, list.begin, list.end);
  both_.append(more, where.begin, where.end);
  field::UnitList& units = item_.probe;
  units.clear();
  field::read_units(both_.scanned(), {0, static_cast<std::uint32_t>(both_.size())}, Role::responsible, words_, units);
  item_.probed = {};
  if (units.units.empty() || units.odd > 0) return false;
  const std::uint32_t border = list.end - list.begin;
  const std::size_t most = whole ? longest_ending : longest_rest;
  return name.empty() || std::ranges::none_of(units.units, [&](const field::UnitDraft& u) {
           return u.name.begin < border && u.name.end > border + most;
         });
}

// Puts the line to what waits. True: it is not sure yet that it belongs there, and both wait.
bool Unwrapper::join(Block& line, std::uint32_t columns) {
  if (labelled_ && columns_ == 0) columns = 0;  // no line was cut
  if (columns_ > 0) width_.show(columns_, line.blanks);
  if (!sure_ && !labelled_ && held_ == 1) {
    std::swap(second_, line);
    held_ = 2;
  } else {
    if (held_ > 1) append(second_);
    append(line);
    held_ = 1;
    sure_ = joined_ = true;
  }
  columns_ = columns;
  indent_ = held_ > 1 ? second_.indent : line.indent;
  return held_ > 1;
}

void Unwrapper::append(const Block& line) {
  first_.lines.push_back({static_cast<std::uint32_t>(first_.text.size()), line.line});
  first_.text.append(line.text, 0, line.text.size());
  first_.span.end = line.span.end;
}

// `all` ends with its last line. `found` is what is in it, if it is whole.
bool Unwrapper::is_whole(const Block& all, Survey& found) {
  if (is_cut(all)) {
    labelled_ = false;
    sure_ = is_sure(all);
    return false;
  }
  survey(all.text.scanned(), words_, found);
  return !(labelled_ = found.open);
}

bool Unwrapper::is_cut(const Block& all) {
  const std::string_view s = all.text.view();
  if (columns_ == 0) return false;
  if (!width_.known() && !(joined_ && width_.is_full(columns_))) {
    const bool ends = !unfinished(s) && !text::is_colon(text::last_code_point(s));
    return !ends && columns_ >= LineWidth::least && columns_ <= LineWidth::most && !is_only_parts(all);
  }
  if (!width_.is_full(columns_)) return false;
  // `…（市教育局负责）。` ends an item, wherever it stands
  if (!text::ends_sentence(text::last_code_point(s)) || field::has_open_bracket(all.text.scanned())) return true;
  return text::closes(text::last_code_point(s.substr(0, text::previous(s, s.size())))) == text::Bracket::none;
}

// `…关于印发责任分解的通知`, `当前位置：首页 > 公告`: whatever its width, nothing is missing.
bool Unwrapper::is_whole_line(std::string_view s) const {
  return s.size() <= longest_whole && (words_.match_pattern(grammar::Patterns::notice_title, s) != nullptr ||
                                       words_.match_pattern(grammar::Patterns::furniture, s) != nullptr);
}

// Whether such a paragraph is sure to go on, if the next line lets it.
bool Unwrapper::is_sure(const Block& all) {
  if (width_.known()) return true;
  const std::string_view s = all.text.view();
  if (text::is_separator(text::last_code_point(s)) || field::has_open_bracket(all.text.scanned())) return true;
  const auto mark = layout::read_mark(s, words_);
  const auto stops = [](const text::SignAt& c) { return c.sign.ends_sentence(); };
  if ((mark && mark->rank >= 30) || std::ranges::any_of(all.text.signs(), stops)) return true;
  read_item(all.text.scanned(), all_of(all), words_, item_);
  return !item_.parts.empty() && is_list(item_.parts.back());
}

// `责任单位：市教育局`, `（市教育局牵头）`
bool Unwrapper::is_only_parts(const Block& line) {
  const auto begins_part = [](const text::SignAt& c) { return c.sign.colon() || (c.at == 0 && c.sign.bracket()); };
  if (std::ranges::none_of(line.text.signs(), begins_part)) return false;
  const Range whole = all_of(line);
  read_item(line.text.scanned(), whole, words_, item_);
  if (item_.only_parts()) return true;
  auto unknown = item_.mark ? std::nullopt : unknown_label_line(line.text.scanned(), whole, words_);
  if (unknown) item_.parts.assign(1, *unknown);
  return unknown.has_value();
}

}  // namespace fenjie::parse
