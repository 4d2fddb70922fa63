#include "layout/apart.hpp"

#include "layout/index_key.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"
#include "text/memo.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Patterns;
using grammar::Words;

namespace {

constexpr std::size_t longest_page_line = 60, longest_line = 240;  // bytes

// `备注：…`: a word of the list and a colon
bool begins_with_label(std::string_view s, const grammar::WordMap& words, int most = 1) {
  const auto m = words.prefix(s);
  return m && m->value <= most && m->length < s.size() && text::is_colon(text::code_point(s, m->length));
}

// `索引号：1137/2022-04`; the name of a project may stand in a cell: `名称：…`
bool begins_with_key(std::string_view s, const grammar::Vocabulary& words) {
  const auto key = index_key_at(s, 0, words);
  return key && key->mark == KeyMark::colon && key->key != IndexKey::title;
}

}  // namespace

bool may_be_foot(std::string_view s, const grammar::Vocabulary& words) {
  const grammar::WordMap& copies = words.words(Words::copy_to);
  return words.classes().starts(s).has(Words::copy_to) && begins_with_label(s, copies) &&
         !begins_with_label(s, copies, 0);
}

namespace {

// `附件2`, `备注：…`, `抄送：…`, `索引号：…`
bool stands_between_tables(std::string_view s, const grammar::Vocabulary& words) {
  if (words.classes().starts(s).any({Words::attachment, Words::note_word, Words::copy_to, Words::metadata_key}) &&
      (is_attachment(s, words) || begins_with_label(s, words.words(Words::note_word)) ||
       begins_with_label(s, words.words(Words::copy_to), 0) || begins_with_key(s, words))) {
    return true;
  }
  return s.size() <= longest_line && (words.match_pattern_anew(Patterns::furniture, s) != nullptr ||
                                      words.match_pattern_anew(Patterns::notice_title, s) != nullptr);
}

}  // namespace

// `2`, `二 主要指标` from byte `at` on.
static bool is_numbered(std::string_view s, std::size_t at, const grammar::Vocabulary& words) {
  while (at < s.size() && text::is_space(text::code_point(s, at))) at = text::next(s, at);
  const std::size_t digits = at;
  while (at < s.size() && text::is_digit(text::code_point(s, at))) at = text::next(s, at);
  if (at == digits) at += words.words(Words::han_digit).prefix(s, at).value_or(grammar::Match{0, 0}).length;
  if (at == digits || text::ends_sentence(text::last_code_point(s))) return false;
  return at == s.size() || text::is_space(text::code_point(s, at)) || text::is_colon(text::code_point(s, at));
}

bool is_attachment(std::string_view s, const grammar::Vocabulary& words) {
  const auto m = words.words(Words::attachment).prefix(s);
  if (!m || s.size() > longest_line) return false;
  std::size_t at = m->length;
  if (is_numbered(s, at, words)) return true;
  while (at < s.size() && (text::is_space(text::code_point(s, at)) || text::is_digit(text::code_point(s, at)))) {
    at = text::next(s, at);
  }
  return m->value == 0 && (at == s.size() || text::is_colon(text::code_point(s, at)));
}

bool is_numbered_table(std::string_view s, const grammar::Vocabulary& words) {
  const auto m = words.words(Words::attachment).prefix(s);
  return m && m->value != 0 && s.size() <= longest_line && is_numbered(s, m->length, words);
}

bool is_page_line(std::string_view s, const grammar::Vocabulary& words) {
  return s.size() <= longest_page_line && words.match_pattern(Patterns::page, s) != nullptr;
}

Apart find_apart(std::string_view s, const grammar::Vocabulary& words) {
  if (s.size() <= longest_page_line && words.match_pattern_anew(Patterns::page, s) != nullptr) return Apart::page;
  if (stands_between_tables(s, words)) return Apart::table;
  return may_be_foot(s, words) ? Apart::foot : Apart::no;
}

Apart stands_apart(std::string_view s, const grammar::Vocabulary& words) {
  thread_local constinit text::Memo<Apart, 1024, 53> memo;
  return memo.get(s, words.serial(), [&] {
    const Apart apart = find_apart(s, words);
    return apart == Apart::foot ? Apart::no : apart;
  });
}

bool ends_tab_led_cell(std::string_view line, std::uint32_t blanks, bool last, const grammar::Vocabulary& words) {
  if (blanks == 0 && !last) return false;
  const auto mark = read_mark(line, words);
  if (mark && mark->rank < 20) return true;
  return (blanks > 0 && last && !begins_with_label(line, words)) || stands_apart(line, words) == Apart::table;
}

bool names_sum(std::string_view cell, const grammar::Vocabulary& words) {
  constexpr int of_sums = 1;             // value of a note word
  constexpr std::size_t longest = 48;    // bytes
  if (cell.size() > longest || !words.classes().starts(cell).has(Words::note_word)) return false;
  for (std::size_t at = 0; at < cell.size(); at = text::next(cell, at)) {  // `合计：5项`
    if (text::is_colon(text::code_point(cell, at))) cell = cell.substr(0, at);
  }
  if (text::closes(text::last_code_point(cell)) == text::Bracket::round)
    cell = text::trim_end(cell.substr(0, text::bracket_start(cell)));
  return words.words(grammar::Words::note_word).find(cell) == of_sums;
}

}  // namespace fenjie::layout
