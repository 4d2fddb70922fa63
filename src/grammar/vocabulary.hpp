// The compiled grammars: what the rest of the library asks. Everything Chinese comes from here.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/classes.hpp"
#include "grammar/edge_index.hpp"
#include "grammar/match_edges.hpp"
#include "grammar/mark_starts.hpp"
#include "grammar/words.hpp"

namespace fenjie::grammar {

/// What a label or a table column holds. The order is that of a grammar's `slot` names.
enum class Slot : std::uint8_t {
  none,
  number,         ///< 序号
  category,       ///< 类别, 领域: a merged cell counts for the rows below
  project,        ///< 项目: a category beside a task; the task where there is no other column for it
  task,           ///< 重点工作, 任务名称
  detail,         ///< 指标要求 beside a task: kept in `extra`; the task where there is no other
  problem,        ///< 存在问题: kept in `extra` beside a task; the task where there is no other
  subtask,        ///< 细化具体项目任务
  lead,           ///< 牵头单位
  responsible,    ///< 责任单位
  support,        ///< 配合单位
  superior_lead,  ///< 省牵头单位
  leader,         ///< 牵头领导, 责任人
  deadline,       ///< 完成时限
  schedule,       ///< 进度安排: kept in `extra` beside a deadline; the deadline where there is no other
  clause,         ///< 部门分工: units with verbs
  measure,        ///< 单位 alone: organs or a unit of measure, as the cells tell
  extra,          ///< known, but no field of a task: 数据提供单位, 进展情况
  count_
};

/// Word lists by purpose. One row each in `word_class_table`, which names them for TOML.
enum class Words : std::uint8_t {
  // numbers
  han_digit,        ///< 〇 一 … 九, 零, 壹 …: value is the digit
  han_count,        ///< 两: a digit in amounts and never in dates
  han_legal,        ///< 壹 贰 叁: digits that head the outermost level where 一 heads the next
  han_unit,         ///< 十 百 千 廿 卅: value is the factor (廿 is 20)
  han_myriad,       ///< 万 亿
  // dates
  year_sign,        ///< 年 年度
  month_sign,       ///< 月 月份
  day_sign,         ///< 日 号
  roc_era,          ///< 民国
  relative_year,    ///< 今年 明年: value is the number of years from the year in force
  plan_period,      ///< 十四五: value is the last of the five years
  year_end,         ///< 年底: value 0 where it is the end of the year only before 前 (年终)
  whole_year,       ///< 全年 年内
  half,             ///< 上半年 下半年: value 1 or 2
  ordinal,          ///< 第
  quarter,          ///< 季度: value 1; 季: value 0, only after 第 or a year
  quarter_word,     ///< 首季度: value is the quarter
  month_part,       ///< 上旬 10, 中旬 20, 下旬 底 0: value is the last day, or 0 for the month
  month_vague,      ///< 初: counts only at the end or before 前
  end_of,           ///< 底 after a year, a half, a quarter
  before,           ///< 前 内: the date just named is the last
  after,            ///< 后: not before the date or event just named
  since,            ///< 起
  about,            ///< 左右
  clock,            ///< 下午 时 点, after a day
  range_sign,       ///< 至 -
  date_joiner,      ///< 和: between two dates
  date_lead,        ///< 到 计划: before a date, adds nothing
  recurring,        ///< 每年; value 1: with its end within the period, 每月底
  ongoing,          ///< 长期坚持
  tentative,        ///< 待定; value 1: only before a date, 预计
  condition_open,   ///< 根据 … 安排
  condition_close,  ///< the end of such a clause
  completion,       ///< 完成: alone after a date it is no milestone
  achievement,      ///< 建成: a bare year before it is a date
  not_deadline,     ///< 截至: the date after it says how things stand
  // people
  surname, post, leader_verb, heading_tail,
  // organs
  organ_suffix, organ_end, organ_word, collective_prefix, collective_class, collective_word, shared_suffix,
  open_tail, duty_tail, unit_joiner, unit_lead_in, place_suffix, branch_suffix, level_prefix,
  // clauses: value is a role (see Role): 牵头 → lead
  role_verb,
  // structure
  issuing_line, attachment, addressee_tail, letter_word, negative_word, preamble_title, copy_to, note_word,
  metadata_key,
  count_
};

/// Patterns by purpose (RE2 syntax). One row each in `pattern_class_table`.
enum class Patterns : std::uint8_t {
  furniture,        ///< a whole line that belongs to the web page: 打印 分享到
  page,             ///< a whole line that belongs to the printed page, also in the midst of a table: — 12 —
  document_number,  ///< 拱政办发〔2024〕2号
  first_is_lead,    ///< 列第一位的责任单位为牵头单位
  not_repeated,     ///< 以下均需地方人民政府负责，不再列出
  notice_title,     ///< the title of a whole notice: …关于印发…的通知
  negative_title,   ///< the title of something else: …工作总结
  title,            ///< a line that can be a document's or a table's title
  list_section,     ///< the title of a section that holds a list, also in a letter: 工作分工
  told_label,       ///< a label in a sentence: 3项任务的责任单位均为
  declared_count,   ///< 确定的146项
  other_column,     ///< a column that tables of tasks do not have: 设定依据, 同比增长
  doubtful_column,  ///< one that they may have, beside others: 预算金额, 活动地点
  duty_column,      ///< such another one: 责任单位, 建设内容
  duty_title,       ///< the title of a list of tasks, or their column: 任务分解表, 重点工作
  place_column,     ///< where something takes place: 地点
  list_title,       ///< the title of tasks whose items may name nobody: …工作要点
  list_text,        ///< what such a list says above its items: 制定本方案
  other_text,       ///< what rules say there: 制定本制度
  doubtful_text,    ///< what makes items none unless tasks are announced: 主要职责：
  site_remark,      ///< what a site says of a file in a list of its own: 本站不保证下载资源的准确性
  other_item,       ///< an item that is no task: …取得了新突破
  other_title,      ///< a line above items that nobody is named in, the title of something else: …制度
  doubtful_item,    ///< a whole one that is none unless tasks are announced: 完成交办的其他工作
  // from here on all take whole lines, cells or labels
  nothing,          ///< what stands in a cell for nothing: —, 无
  unknown_label,    ///< what a line begins with, in front of its colon, that no label is, but reads like one: 督导单位
  head_line,        ///< a line of what stands above a letter or minutes: 时间：…, 地址：…
  spanning,         ///< a heading that may stand above others of its own: 推进计划
  stage,            ///< the heading of a part of the year, or of the work: 上半年, 第一阶段
  group_title,      ///< the title of a group of rows, by its form: 【产业】, 产业（3项）
  step_column,      ///< the heading of what is done for the task that the column before names: 具体措施
  post_body,        ///< the body that a post is of, without the name of a place: 区政府, 管委会
  count_
};

/// Patterns of this class match whole lines only (`match_pattern`).
constexpr bool takes_whole(Patterns p) {
  return p == Patterns::furniture || p == Patterns::page || p == Patterns::notice_title ||
         p == Patterns::negative_title || p == Patterns::other_title ||
         p == Patterns::doubtful_item || p >= Patterns::nothing;
}

/// For each class, and for `count_`, how many of those before it take whole lines.
inline constexpr auto whole_before = [] {
  std::array<std::uint8_t, static_cast<std::size_t>(Patterns::count_) + 1> count{};
  for (std::size_t i = 0; i + 1 < count.size(); ++i) {
    count[i + 1] = static_cast<std::uint8_t>(count[i] + (takes_whole(static_cast<Patterns>(i)) ? 1 : 0));
  }
  return count;
}();

/// How the number of an item is spelled.
enum class Numeral : std::uint8_t { arabic, han, circled, dotted, roman, bullet };

/// A style of numbering: `（一）` is {han, "（", "）"}.
struct Numbering {
  std::string name;
  Numeral numeral = Numeral::arabic;
  std::vector<std::string> before;  ///< any of these, or nothing where empty
  std::vector<std::string> after;
  int rank = 3;          ///< 1 outermost: 一、 1 · （一） 2 · 1. 3 · （1） 4 · ① 5 (GB/T 9704-2012, 7.3.3)
  bool article = false;  ///< 第一条: items of a regulation

  /// One of `after` may begin with this byte, or is empty.
  [[nodiscard]] bool may_end_before(char byte) const {
    const auto b = static_cast<unsigned char>(byte);
    return ends_empty_ || (after_starts_[b >> 6] >> (b & 63) & 1) != 0;
  }
  /// Call when `after` is there.
  void seal() {
    ends_empty_ = after.empty();
    for (const std::string& a : after) {
      const auto b = static_cast<unsigned char>(a.empty() ? 0 : a[0]);
      after_starts_[b >> 6] |= std::uint64_t{1} << (b & 63);
      ends_empty_ = ends_empty_ || a.empty();
    }
  }

 private:
  std::uint64_t after_starts_[4] = {};
  bool ends_empty_ = true;
};

/// How a dump sets the cells of a table apart.
enum class CellBy : std::uint8_t { line, paragraph, mark_line, mark_end, mark_between, tab_led, spaces, commas };

/// A table shape.
struct Shape {
  std::string name;
  CellBy cell = CellBy::line;
  std::string mark;  ///< the separator of the mark_* kinds: `|`, TAB
};

/// What is known of the texts that match an expression, to spare matches: a list of words (item.hpp) of which
/// each holds one, and what one which matches as a whole begins and ends with (see `edges_of`). Empty: unknown.
/// `ends` is worth while where matches stand within longer texts. `edges`: all but `ends` as bits, if they are made.
struct PatternHints {
  std::string needs{};
  std::string_view first{}, last{}, starts{}, ends{};
  const MatchEdges* edges = nullptr;
};

/// A regular expression, made ready when a text first needs it. Safe to use from several threads.
class Pattern {
 public:
  Pattern(std::string rule, std::string expression, PatternHints hints = {});
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  /// Matches anywhere in `text`; `found` takes the matched part. `needed`: one of `needs` is known to stand in it.
  bool search(std::string_view text, std::string_view* found = nullptr, bool needed = false) const;
  /// Matches the whole of `text`.
  [[nodiscard]] bool matches(std::string_view text, bool needed = false) const;
  /// `text` begins and ends as a match of the whole does; a bit test for each.
  [[nodiscard]] bool has_edges(std::string_view text) const { return edges_.fit(text); }
  /// What a match of the whole begins and ends with.
  [[nodiscard]] const CharacterSet& first() const { return edges_.first; }
  [[nodiscard]] const CharacterSet& last() const { return edges_.last; }
  /// No match has less bytes.
  [[nodiscard]] std::size_t shortest() const { return edges_.shortest; }
  /// It may begin with anything, but needs a word.
  [[nodiscard]] bool needy() const { return !edges_.begins && !needs_.empty(); }
  /// Where the rule stands, for explanations: `page:number`.
  [[nodiscard]] const std::string& rule() const { return rule_; }
  [[nodiscard]] const std::string& needs() const { return needs_; }
  /// `all`, which are needed by some patterns of which this is one, are needed by this one each.
  [[nodiscard]] bool needs_each(const WordMap& all) const { return all.size() == edges_.needed; }

 private:
  struct Starts;
  struct Compiled;
  [[nodiscard]] bool may_match(std::string_view text, bool needed) const;
  [[nodiscard]] bool holds_needed(std::string_view text) const;
  [[nodiscard]] bool holds_end(std::string_view text) const;

  std::string rule_, needs_, ends_;
  MatchEdges edges_;
  std::unique_ptr<Compiled> compiled_;
};

struct SlotPattern {
  Slot slot;
  Pattern pattern;
};

/// Labels or column headings: listed words and patterns, and what each of them begins and ends with.
struct SlotRules {
  WordMap words, needs;
  std::vector<SlotPattern> patterns;

  /// Call when all words and patterns are there.
  void seal_edges();
  /// Which of them a text without blanks at its ends may be, by its edges and its size: rule 0 stands for the words,
  /// then come the patterns.
  [[nodiscard]] Candidates candidates(std::string_view text) const { return bits.candidates(may(text)); }
  [[nodiscard]] bool may_be(std::string_view text) const { return may(text) != 0; }
  /// One of them may begin as `text` does.
  [[nodiscard]] bool may_begin(std::string_view text) const { return edges.may_begin(text); }

  [[nodiscard]] std::uint32_t may(std::string_view text) const {
    return text.size() < shortest_match ? edges.at(text) & 1 : edges.at(text);
  }
  EdgeIndex<std::uint32_t> edges;
  RuleBits bits;
  std::size_t shortest_match = 0;  ///< no pattern matches less bytes: `12` needs no look at `12月完成情况`
};

/// Everything that the grammars say. Immutable after loading; shared between readers and threads.
class Vocabulary {
 public:
  [[nodiscard]] const WordMap& words(Words w) const { return words_[static_cast<std::size_t>(w)]; }
  /// A number that no other vocabulary of this process has: answers may be remembered under it.
  [[nodiscard]] std::uint64_t serial() const { return serial_; }
  /// Tells at once which lists a look-up in is worth while.
  [[nodiscard]] const ClassIndex& classes() const { return classes_; }
  [[nodiscard]] bool is(Words w, std::string_view text) const { return words(w).find(text).has_value(); }
  [[nodiscard]] std::span<const Pattern> patterns(Patterns p) const {
    return patterns_[static_cast<std::size_t>(p)];
  }
  /// The first pattern of a class found in `text`, or null.
  [[nodiscard]] const Pattern* find_pattern(Patterns p, std::string_view text,
                                            std::string_view* found = nullptr) const;
  /// The first pattern of a class that matches the whole of `text`, or null. For classes that `takes_whole`. Of most
  /// texts their ends tell that there is none.
  [[nodiscard]] const Pattern* match_pattern(Patterns p, std::string_view text) const {
    const std::uint32_t may = bits(p).in(edges_.at(text));
    return may == 0 ? nullptr : match_known(p, text, may);
  }
  /// The same for those who remember the answer themselves.
  [[nodiscard]] const Pattern* match_pattern_anew(Patterns p, std::string_view text) const {
    const std::uint32_t may = bits(p).in(edges_.at(text));
    return may == 0 ? nullptr : match_candidates(p, text, may);
  }
  /// What the patterns of a class need; patterns that need nothing are not in it.
  [[nodiscard]] const WordMap& needs(Patterns p) const { return needs_[static_cast<std::size_t>(p)]; }

  /// Label words with their slots, for search in running text.
  [[nodiscard]] const WordMap& label_words() const { return labels_.words; }
  /// Column headings with their slots.
  [[nodiscard]] const WordMap& column_words() const { return columns_.words; }
  /// What the label `text` (without its colon, inner blanks allowed: `责 任 人`) holds; `none`: unknown.
  [[nodiscard]] Slot label(std::string_view text) const;
  /// What a column under the heading `text` holds; `none`: unknown. Inner blanks, brackets
  /// (`重点工作任务(2项配合工作)`), a level and a second part (`市直责任单位及责任人`) are ignored.
  [[nodiscard]] Slot column(std::string_view text) const;
  /// The same for a text that `may_be_column`, without blanks at its ends. `blanks`: some may stand in it.
  [[nodiscard]] Slot column_of_candidate(std::string_view text, bool blanks = true) const;
  /// False: `text`, which has no blanks at its ends, does not begin and end as such a heading does, or it is a label
  /// with what it holds. A short look: `column` knows.
  [[nodiscard]] bool may_be_column(std::string_view text) const {
    return has_ends_of_column(text) && !is_labelled(text, ends_with_bracket(text));
  }
  /// The first half of that question, which is all of it where no colon stands in the text.
  [[nodiscard]] bool has_ends_of_column(std::string_view text) const {
    return ends_with_bracket(text) ? columns_.may_begin(text) : columns_.may_be(text);
  }
  /// False: no heading of a column begins as `text` does.
  [[nodiscard]] bool may_begin_column(std::string_view text) const { return columns_.may_begin(text); }

  [[nodiscard]] std::span<const Numbering> numberings() const { return numberings_; }
  /// What numbers may begin with, by index in `numberings`.
  [[nodiscard]] const MarkStarts& mark_starts() const { return mark_starts_; }
  [[nodiscard]] std::span<const Shape> shapes() const { return shapes_; }

 private:
  [[nodiscard]] const RuleBits& bits(Patterns p) const { return bits_[whole_before[static_cast<std::size_t>(p)]]; }
  // `may`: the patterns that its ends leave, which are some.
  const Pattern* match_known(Patterns p, std::string_view text, std::uint32_t may) const;
  const Pattern* match_candidates(Patterns p, std::string_view text, std::uint32_t may) const;
  static bool ends_with_bracket(std::string_view text) { return text.ends_with(')') || text.ends_with("\uFF09"); }
  static bool is_labelled(std::string_view text, bool remark);
  Slot column_anew(std::string_view text, bool remark, bool blanks) const;
  Slot core_of_column(std::string_view heading) const;
  friend class Loader;
  std::uint64_t serial_ = 0;
  std::vector<WordMap> words_;
  ClassIndex classes_;
  std::vector<std::vector<Pattern>> patterns_;
  std::vector<WordMap> needs_;
  EdgeIndex<std::uint64_t> edges_;                    // of all classes that `takes_whole`
  std::array<RuleBits, whole_before.back()> bits_;  // which of its bits are those of each, in their order
  SlotRules labels_, columns_;
  std::vector<Numbering> numberings_;
  MarkStarts mark_starts_;
  std::vector<Shape> shapes_;
};

}  // namespace fenjie::grammar
