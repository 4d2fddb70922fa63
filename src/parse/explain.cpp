#include "fenjie/explain.hpp"

#include <algorithm>

#include "field/date_reader.hpp"
#include "field/date_year.hpp"
#include "field/leader.hpp"
#include "field/numeral.hpp"
#include "grammar/keys.hpp"
#include "layout/header.hpp"
#include "parse/front.hpp"
#include "parse/parts.hpp"

namespace fenjie {
namespace {

using grammar::Numbering;
using grammar::Numeral;
using grammar::Patterns;
using grammar::Slot;

constexpr std::size_t most_named = 16;      // labels or cells of a line
constexpr std::size_t most_marks = 4;       // of a style of numbering
constexpr std::size_t longest_quoted = 16;  // code points

template <typename Choice>
std::string name_in(std::span<const grammar::Choice> table, Choice c) {
  return std::string(table[static_cast<std::size_t>(c)].name);
}
std::string name_of(Slot slot) { return name_in(grammar::slot_table(), slot); }
std::string name_of(Patterns p) { return name_in(grammar::pattern_class_table(), p); }

// The last characters of `s`: of the text before a colon those count.
std::string quoted(std::string_view s) {
  std::size_t at = s.size();
  for (std::size_t n = 0; at > 0 && n < longest_quoted; ++n) at = text::previous(s, at);
  return "`" + std::string(at > 0 ? "..." : "") + std::string(s.substr(at)) + "`";
}

// `、`, `．`, `。` or 2 others
std::string any_of(const std::vector<std::string>& words) {
  const std::size_t named = words.size() > most_marks ? most_marks - 1 : words.size();
  std::string out;
  for (std::size_t i = 0; i < named; ++i) {
    out += i == 0 ? "" : i + 1 < words.size() ? ", " : " or ";
    out += "`" + words[i] + "`";
  }
  return named == words.size() ? out : out + " or " + std::to_string(words.size() - named) + " others";
}

// The longest of `words` at byte `at`, or npos.
std::size_t length_at(std::string_view s, std::size_t at, const std::vector<std::string>& words) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t length = none;
  for (const std::string& w : words) {
    if (s.substr(at).starts_with(w) && (length == none || w.size() > length)) length = w.size();
  }
  return length;
}

// They are told of cells, where a table is read, or of what stands around items that name nobody.
bool is_of_others(Patterns p) { return p >= Patterns::other_column && p <= Patterns::doubtful_item; }

class Trials {
 public:
  Trials(const grammar::Vocabulary& words, std::string_view line)
      : words_(words), line_(line), body_(text::trimmed(line, 0, line.size())) {
    if (body_.empty()) return;
    numbers();
    parts();
    labels();
    columns();
    front();
    for (int p = 0; p < static_cast<int>(Patterns::count_); ++p) {
      if (!is_of_others(static_cast<Patterns>(p))) patterns(static_cast<Patterns>(p));
    }
    people();
    date();
  }

  std::vector<Trial> out;

 private:
  void add(std::string rule, bool taken, std::size_t byte, std::string reason) {
    const std::size_t column = 1 + text::count_code_points(line_.substr(0, byte));
    out.push_back({std::move(rule), taken, column, std::move(reason)});
  }
  [[nodiscard]] std::string_view whole() const { return body_.of(line_); }

  // `（一）`: which styles fit, and what the others miss
  void numbers() {
    const auto mark = layout::read_mark(line_, words_);
    const auto all = words_.numberings();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (mark && mark->style == i) {
        add("numbering:" + all[i].name, true, mark->mark_end,
            quoted(line_.substr(body_.begin, mark->mark_end - body_.begin)));
      } else {
        number_missed(all[i], mark.has_value());
      }
    }
  }

  void number_missed(const Numbering& n, bool other) {
    const std::string rule = "numbering:" + n.name;
    std::size_t at = body_.begin;
    if (!n.before.empty()) {
      const std::size_t length = length_at(line_, at, n.before);
      if (length == std::string_view::npos) return add(rule, false, at, "expected " + any_of(n.before));
      at += length;
      while (at < line_.size() && line_[at] == ' ') ++at;
    }
    const std::size_t end = n.numeral == Numeral::bullet ? at : numeral_end(at, n.numeral);
    if (end == std::string_view::npos) return add(rule, false, at, "no numeral of this style");
    if (!n.after.empty() && length_at(line_, end, n.after) == std::string_view::npos) {
      return add(rule, false, end, "expected " + any_of(n.after));
    }
    add(rule, false, end, other ? "another style takes more" : "what follows makes it no mark");
  }

  [[nodiscard]] std::size_t numeral_end(std::size_t at, Numeral numeral) const {
    if (at >= line_.size()) return std::string_view::npos;
    const bool digit = text::is_digit(text::code_point(line_, at));
    if (numeral != Numeral::arabic && numeral != Numeral::han) return std::string_view::npos;
    if (digit != (numeral == Numeral::arabic)) return std::string_view::npos;
    const auto run = field::read_run(line_, at, words_);
    const bool sign = run && run->form == field::NumeralForm::sign;
    return run && !sign ? run->end : std::string_view::npos;
  }

  // `（甲牵头，乙、丙配合）`, `【责任单位】甲`
  void parts() {
    parse::read_item(text::Scan(line_), {0, static_cast<std::uint32_t>(line_.size())}, words_, item_);
    bool found = false;
    for (const parse::Part& p : item_.parts) {
      if (p.bare) add("label:" + name_of(p.slot), true, p.content.begin, "a label in brackets");
      if (p.kind != parse::Part::Kind::bracket) continue;
      add("units", true, p.whole.end, quoted(p.whole.of(line_)));
      found = true;
    }
    if (!found) add("units", false, body_.end, "no bracket and no last sentence that names units");
  }

  // The text before each colon, as read_item and the readers of brackets cut it.
  void labels() {
    std::size_t clause = item_.body.begin, word = clause, before_bracket = clause, colons = 0;
    text::Depth depth;
    for (std::size_t at = clause; at < body_.end; at = text::next(line_, at)) {
      const char32_t c = text::code_point(line_, at);
      const std::size_t behind = text::next(line_, at);
      const bool was_outside = depth.none_open(), outside = depth.outside(c);
      if (text::is_colon(c)) {
        if (++colons > most_named) return add("label", false, at, "and more colons behind");
        label(clause, word, at);
      }
      const bool stop = text::ends_sentence(c) || c == 0xFF1B || c == ';';
      const bool opened = was_outside && !depth.none_open(), closed = !was_outside && depth.none_open();
      if (opened) before_bracket = clause;
      if (opened || stop || (!outside && text::is_separator(c))) clause = word = behind;
      if (closed) clause = word = ends_part(behind) ? behind : before_bracket;
      if (text::is_space(c)) word = behind;
    }
    if (colons == 0) add("label", false, body_.end, "no colon");
  }

  [[nodiscard]] bool ends_part(std::size_t at) const {
    return std::ranges::any_of(item_.parts, [at](const parse::Part& p) { return p.whole.end == at; });
  }

  void label(std::size_t clause, std::size_t word, std::size_t colon) {
    if (const auto hit = parse::label_before(line_, clause, word, colon, words_)) {
      return add("label:" + name_of(hit->slot), true, colon, quoted(hit->label.of(line_)));
    }
    const text::Range before = text::trimmed(line_, clause, colon);
    add("label", false, colon,
        before.empty() ? "nothing before the colon" : quoted(before.of(line_)) + " is no label");
  }

  // The cells at the first mark of a shape that the line has; else at its blanks; else the line.
  [[nodiscard]] std::vector<std::string_view> cells() const {
    for (const grammar::Shape& shape : words_.shapes()) {
      if (shape.mark.empty() || line_.find(shape.mark) == std::string_view::npos) continue;
      std::vector<std::string_view> found;
      for (std::size_t at = 0; at <= line_.size();) {
        const std::size_t end = std::min(line_.find(shape.mark, at), line_.size());
        const text::Range cell = text::trimmed(line_, at, end);
        if (!cell.empty()) found.push_back(cell.of(line_));
        at = end + shape.mark.size();
      }
      return found;
    }
    const auto spaced = layout::split_spaced_header(whole(), words_);
    return spaced.empty() ? std::vector{whole()} : spaced;
  }

  void columns() {
    const std::vector<std::string_view> all = cells();
    std::size_t known = 0, named = 0;
    for (const std::string_view cell : all) {
      if (++named > most_named) break;
      if (!layout::is_heading_cell(cell, words_)) continue;
      ++known;
      add("column:" + name_of(words_.column(cell)), true, end_of(cell), quoted(cell));
    }
    if (known == 0) return add("column", false, body_.begin, "no cell is a column heading");
    if (all.size() < 2) return;
    const bool table = layout::read_header(all, words_).has_value();
    add("columns", table, body_.end,
        table ? "they make a table" : "no table without a task and its units or times");
  }

  [[nodiscard]] std::size_t end_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - line_.data()) + part.size();
  }

  // Title, recipients, `附件1`, `抄送：…`, were the line to stand before the list.
  void front() {
    constexpr std::string_view names[] = {"", "metadata", "boundary", "furniture", "title", "note"};
    parse::DocumentRules rules;
    parse::Years years;
    std::string_view rule;
    parse::Front around(words_, rules, years);
    front_ = around.look(whole(), true, rule);
    const std::string name(names[static_cast<std::size_t>(front_)]);
    if (name.empty()) return add("front", false, body_.begin, "no line of the letter around a list");
    add("front:" + name, true, body_.end, "if the list has not begun yet");
  }

  void patterns(Patterns p) {
    const bool takes_line = grammar::takes_whole(p);
    std::string_view part = whole();
    const grammar::Pattern* found =
        takes_line ? words_.match_pattern(p, part) : words_.find_pattern(p, whole(), &part);
    if (found == nullptr) {
      const std::string count = std::to_string(words_.patterns(p).size());
      return add(name_of(p), false, body_.begin,
                 "rules: " + count + (takes_line ? ", none takes the line" : ", none found in it"));
    }
    if (p == Patterns::title && front_ != parse::FrontLine::title) {
      return add(found->rule(), false, end_of(part), quoted(part) + ", but the line is no title");
    }
    add(found->rule(), true, end_of(part), quoted(part));
  }

  // `戴建平常务副市长牵头重点工作`
  void people() {
    const auto mark = layout::read_mark(line_, words_);
    const text::Range body = text::trimmed(line_, mark ? mark->end : 0, line_.size());
    std::vector<field::LeaderDraft> found;
    if (!field::read_heading_leaders(text::Scan(line_), body, words_, found)) {
      return add("people", false, body.begin, "no heading with a person before a verb");
    }
    for (const field::LeaderDraft& person : found) {
      const text::Range range = person.name.empty() ? person.title : person.name;
      add("people", true, range.end, quoted(range.of(line_)));
    }
  }

  void date() {
    const field::DateContext context{};
    const std::string value = field::full_date(whole(), context, words_);
    if (!value.empty()) return add("date", true, body_.end, value);
    field::DateReader reader(line_, context, words_);
    field::DateExpression e;
    const bool begins = reader.read(body_.begin, e);
    const bool ends = begins && e.end >= body_.end;
    add("date", false, begins ? e.end : body_.begin,
        ends ? "no whole date" : begins ? "the line goes on behind the date" : "no date");
  }

  const grammar::Vocabulary& words_;
  std::string_view line_;
  text::Range body_;  // without blanks at its ends
  parse::Item item_;
  parse::FrontLine front_ = parse::FrontLine::none;
};

}  // namespace

std::vector<Trial> try_rules(const Grammar& grammar, std::string_view line) {
  return std::move(Trials(grammar.vocabulary(), line).out);
}

}  // namespace fenjie
