// Blocks → records: which paragraph is a heading, a task, a label line, or none of them.
#pragma once

#include <memory>
#include <string>

#include "layout/apart.hpp"
#include "layout/block.hpp"
#include "parse/emit.hpp"
#include "parse/fill.hpp"
#include "parse/front.hpp"
#include "parse/outline.hpp"
#include "parse/parts.hpp"
#include "parse/queue.hpp"
#include "parse/rows.hpp"
#include "parse/survey.hpp"
#include "parse/unwrap.hpp"
#include "text/line_reader.hpp"

namespace fenjie::parse {

/// Reads the blocks of one document. One item is open at a time; what it is (heading, task, neither)
/// follows from what comes next.
class Parser final : public layout::Handler {
 public:
  /// `lines` tells the encoding and what was mended; all three must outlive the parser.
  Parser(const ReaderOptions& options, Sink& sink, text::LineReader& lines);

  void paragraph(layout::Block& block) override;
  void numbered_paragraph(layout::Block& block, const layout::Mark& mark) override;
  bool labelled_line(const text::Line& line, text::Range whole, const text::SignAt& colon) override;
  void header(layout::Block& block, const layout::Table& table) override;
  void row(layout::Block& block, const layout::Table& table) override;
  void page_line(layout::Block& block) override;
  void problem(Code code, std::string_view message, const layout::Block& block) override;
  void finish();

  [[nodiscard]] Emitter& emitter() { return emitter_; }
  [[nodiscard]] const Front& front() const { return front_; }

 private:
  // A paragraph without a number that the next block decides on.
  struct Candidate {
    /// It and nothing else, to be read in another way.
    [[nodiscard]] layout::Block block() const {
      layout::Block own;
      own.text.append(text, 0, text.size());
      own.line = line;
      own.span = span;
      return own;
    }
    text::Buffer text;
    std::uint64_t line = 0;
    Span span;
    bool used = false;
    bool person = false;  // names one, as headings do
    bool organs = false;  // is a list of them, which may be the units of the open item
    bool more = false;    // organs right below a label line for units, which may be more of them
    bool title = false;   // may be that of a list
    bool below_letter = false;  // the letter had begun when it came
    bool number = false;  // is one and nothing else: `1.`, whose text stands on the next line
    bool foot = false;    // a label line, which may be of the site
    bool plain = false;   // nothing but text, no number and no part, is in it: `body`
    bool dashed = false;  // `——加快建设健康城市` below a task: one of its parts, or the heading of the next ones
    text::Range body;
  };

  // A label line in the buffer of a draft.
  struct LabelLine {
    text::Range where;
    Source source;
  };

  // What follows a candidate: an item of some rank, or nothing that could stand below a heading.
  struct Follows {
    int rank = 0;         // of the item, 0 for none
    bool first = false;   // it is number 1
    bool unnumbered = false;
    std::int64_t value = 0;  // its number
  };

  // `壹、` or `第一部分` stands above `一、` in documents that have both, `任务一：` above `1.`: so much further out.
  static constexpr int upper_by = 2;
  [[nodiscard]] int rank_of(const layout::Mark& mark) const {
    return mark.upper && mark.rank == upper_rank_ ? mark.rank - upper_by : mark.rank;
  }
  [[nodiscard]] bool open_by_number() const { return open_ && !open_unnumbered_; }
  [[nodiscard]] int open_rank() const { return open_unnumbered_ ? queue_.usual_rank() : open_->rank; }

  // A task or the header of a table was met.
  [[nodiscard]] bool in_list() const { return list_begun_ || queue_.any_task(); }
  // Not even what may become one.
  [[nodiscard]] bool before_tasks() const { return !open_ && !in_list(); }

  // parser: paragraphs, and what becomes of each
  void whole_paragraph(layout::Block& block, const Survey& survey);
  // `关于印发…的通知`
  [[nodiscard]] bool is_notice_title(std::string_view text) const {
    constexpr std::size_t longest = 640;  // bytes
    return text.size() <= longest && words_.match_pattern(grammar::Patterns::notice_title, text) != nullptr;
  }
  [[nodiscard]] bool is_keyed_title(std::string_view text) const;
  bool read_single_item(const text::Scanned& text, const layout::Mark& mark);
  void give_pending();
  void piece(layout::Block& block, text::Range where);
  void parts_alone(layout::Block& block, text::Range where);
  [[nodiscard]] bool may_be_of_letter(const Item& item) const;
  void begin_boundary(bool below_letter);
  void end_letter();
  void leave_letter();
  [[nodiscard]] bool is_foot_of_page(const text::Buffer& from, text::Range where);
  bool glued_table(const layout::Block& block, text::Range where);
  void new_notice();
  void plain_text(const text::Buffer& from, text::Range where, Source source, TextKind kind, std::string_view rule);
  void describe(Document& d) const;
  void report_findings();

  // parser_decimals: numbers whose second figure nothing sets apart
  void number_behind_label(Draft& draft, text::Range own) const;
  std::optional<layout::Mark> with_decimal(std::optional<layout::Mark> mark, std::string_view text);
  [[nodiscard]] std::optional<layout::Mark> counted_label(const text::Buffer& from) const;
  [[nodiscard]] bool begins_decimals(const layout::Mark& mark, std::string_view rest) const;
  void open_to_decimal(const layout::Mark& mark);

  // parser_items: items with a number, the open one
  void numbered(layout::Block& block, text::Range where, Item& item);
  bool heads_with_people(const Item& item);
  bool heads_with_units(const Item& item);
  bool as_sub(layout::Block& block, text::Range where, const Item& item);
  void give_labels_to_first_sub(Draft& d);
  text::Range open_item(text::Buffer& from, text::Range where, Item& item, std::uint64_t line, Span span);
  void read_item_mark(Draft& draft, text::Range where, const Item& item);
  void take_parts(Draft& draft, text::Range where, Item& item);
  void take_part(Draft& draft, std::uint32_t base, const Part& part, field::UnitList* known = nullptr);
  void take_part(Draft& draft, SubDraft& sub, std::uint32_t base, const Part& part);
  void leading_units(Draft& draft, text::Range where, const Item& item);
  void several_parts(Draft& draft, text::Range where, const Item& item);
  [[nodiscard]] bool is_admonition(const Draft& draft) const;
  void open_to_heading();
  void close_open();
  void units_of_heading(Draft& draft);
  void text_of_labels(Draft& draft) const;

  // parser_labels: label lines below an item and above several
  void label_line(layout::Block& block, text::Range where, const Item& item);
  bool label_finds_item(grammar::Slot slot, bool below, bool verbs = false);
  template <typename From>
  bool take_label_line(const From& from, text::Range where, const Part& part, Source source);
  void label_without_item(const text::Buffer& from, text::Range where, const Part& part, bool below, Source source);
  [[nodiscard]] text::Range behind_task_label(const text::Buffer& from, text::Range own) const;
  void take_labels_above();
  bool takes_awaited(const layout::Block& block, text::Range where, const Item& item);
  [[nodiscard]] bool notes_list(const layout::Block& block, text::Range where, const Part& part) const;
  bool takes_awaited_extra(const layout::Block& block, text::Range where);
  void await_value(const Part& part);
  bool takes_bare_label(const layout::Block& block, text::Range where, const Item& item);
  bool takes_unknown_label(const layout::Block& block, text::Range where, const Item& item);
  [[nodiscard]] bool addresses_all(std::string_view line, const Item& item) const;
  template <typename From>
  void keep_label_again(const From& from, text::Range where, const Part& part, Source source);
  void settle_labels_again(bool runs_on);
  [[nodiscard]] bool labels_again(std::string_view text, text::Range where, const Part& part) const;
  [[nodiscard]] bool labels_head_parts(grammar::Slot next) const;
  [[nodiscard]] bool labels_head(const Item& item) const;
  [[nodiscard]] bool labels_may_stand_above() const;
  void open_to_labelled_heading(bool leads_all);
  void parts_to_items(bool leads_all);

  // parser_plain: paragraphs without a number
  void unnumbered(layout::Block& block, text::Range where, Item& item);
  void own_units(layout::Block& block, text::Range where, Item& item);
  bool takes_field(const layout::Block& block, text::Range where);
  bool takes_head_line(const layout::Block& block, text::Range where);
  void front_line(layout::Block& block, text::Range where, FrontLine line, std::string_view rule);
  [[nodiscard]] bool may_be_goal(std::string_view text) const;
  void title_line(const text::Buffer& from, text::Range where, Source source, bool below_letter);
  void list_title(const text::Buffer& from, text::Range where, text::Range title, Source source);
  bool table_title(const layout::Block& block, text::Range where);
  void begin_attachment(const layout::Block& block, text::Range where);

  // parser_wrapped: lines that go on with the open item
  bool goes_on(layout::Block& block, text::Range where, Item& item);
  bool list_goes_on_inside(const layout::Block& block, text::Range where, const Item& item);
  bool below_labels_goes_on(const layout::Block& block, text::Range where, const Item& item);
  [[nodiscard]] bool extra_goes_on() const;
  bool label_goes_on(const layout::Block& block, text::Range where, const Item& item);
  void read_list_anew(text::Range list, std::size_t count);
  [[nodiscard]] bool name_goes_on(std::string_view line) const;
  [[nodiscard]] bool takes_deadline(std::string_view line) const;

  // parser_candidates: those that the next block decides on
  void keep_candidate(const text::Buffer& from, text::Range where, std::uint64_t line, Span span, bool person);
  void settle_candidate(Follows follows);
  void keep_number(const layout::Block& block, text::Range where);
  void join_candidate(const layout::Block& block, text::Range where);
  [[nodiscard]] bool is_last_of_section(Follows follows) const;
  [[nodiscard]] bool is_body(Follows follows) const;
  [[nodiscard]] bool ends_heading_line(Follows follows) const;
  [[nodiscard]] bool goes_below_title(Follows follows) const;
  bool candidate_to_task(grammar::Slot slot = grammar::Slot::none, bool verbs = false);
  [[nodiscard]] bool reads_like_heading(std::string_view text) const;
  [[nodiscard]] bool heads_as_organ(std::string_view text) const;
  [[nodiscard]] bool is_subtitle(std::string_view text, Follows follows) const;
  [[nodiscard]] bool may_be_dashed_heading(std::string_view text, const Item& item) const;
  bool dashed_to_part();
  [[nodiscard]] bool reads_like_title(std::string_view text) const;

  // parser_bodies: paragraphs below the title of an item
  [[nodiscard]] std::string_view title_of_open() const;
  [[nodiscard]] bool is_body_of_open(std::string_view text) const;
  [[nodiscard]] bool candidate_is_body() const;
  void candidate_to_body();
  [[nodiscard]] bool is_among_goals() const;
  [[nodiscard]] bool may_head_goal() const;
  [[nodiscard]] bool goal_goes_on(std::string_view line) const;
  void go_on_with_goal(const text::Buffer& from, text::Range where, std::uint64_t end);
  void head_goal();
  void give_above();
  [[nodiscard]] bool may_head_goals(std::string_view title) const;
  void goal_to_task();
  void find_goals();
  bool waits_with_title(Entry& entry);

  // parser_units: units on lines of their own, without a label or below one
  [[nodiscard]] bool is_line_of_organs(const layout::Block& block, text::Range where);
  [[nodiscard]] bool is_line_of_units(Follows follows) const;
  void take_line_of_units();
  bool takes_clauses(layout::Block& block, text::Range where, Item& item);
  void take_clauses_inside();
  bool is_one_more_unit(const layout::Block& block, text::Range where);
  [[nodiscard]] bool names_level(std::string_view text) const;
  [[nodiscard]] grammar::Slot slot_of_last_label() const;
  bool may_name_more_units(const layout::Block& block, text::Range where);
  [[nodiscard]] bool names_more_units(Follows follows) const;
  void take_more_units();
  bool takes_second_unit(const layout::Block& block, text::Range where);
  void add_units(const text::Buffer& from, text::Range where, grammar::Slot slot, std::uint64_t end);

  // parser_foot: what stands below a list, of a site or of the document
  // It may be such a line, and no task of this document had one.
  [[nodiscard]] bool may_be_foot(std::string_view line) const {
    return !tasks_use_foot_ && layout::may_be_foot(line, words_);
  }
  bool keep_foot(const layout::Block& block, text::Range where);
  void settle_foot(Follows follows);
  void foot_to_label();
  [[nodiscard]] bool is_link(std::string_view line) const;
  bool names_file(const layout::Block& block, text::Range where, const Item& item);

  // parser_others: items that are no tasks
  void open_to_text(TextKind kind = TextKind::preamble);
  bool ends_article(const layout::Mark& mark);
  bool is_site_remark();

  // parser_tables: headers, rows and group rows of tables
  void group_row(layout::Block& block);
  void open_list_title();
  void begin_table();
  void find_rules_in(const layout::Table& table);
  void keep_unknown_columns(const layout::Block& block, const layout::Table& table);
  void report_unknown_columns();
  [[nodiscard]] bool titled_as_tasks() const;
  [[nodiscard]] std::string other_column_of(const layout::Table& table) const;
  bool takes_rows();

  const grammar::Vocabulary& words_;
  text::LineReader& lines_;
  DocumentRules rules_;
  Years years_;
  DraftPool drafts_;
  Emitter emitter_;
  Queue queue_;
  Outline outline_;
  Filler filler_;
  Front front_;
  RowReader rows_;
  std::unique_ptr<Draft> open_;
  bool open_article_ = false;   // no task unless it carries units
  bool open_upper_ = false;
  bool after_article_ = false;  // the last item was an article of a regulation
  bool in_article_ = false;     // items are parts of one, down to the next
  bool of_site_ = false;        // items say something of a file, for a site
  std::int64_t decimal_parent_ = 0, decimal_last_ = 0;  // of the last `1.2` that was read from `1.` and `2`
  int upper_rank_ = 0;          // 壹、 stands above 一、 here: the rank of both, else 0
  std::unique_ptr<Draft> above_;  // label lines that no item is open for: the next one may be theirs
  std::vector<text::Range> label_lines_;  // of the open item
  text::Range last_label_line_;           // what the last of them went on with, if it was cut
  bool labels_astray_ = false;  // those behind it may be of an item that was lost
  bool labels_repeat_ = false;  // in this document an item may have two lines with the same label
  std::unique_ptr<Draft> again_;  // what stands on the lines that may be of an item that was lost
  std::vector<LabelLine> again_lines_;
  bool labels_above_ = false;   // it has those above it
  bool open_by_label_ = false;
  int open_candidates_ = 0;     // paragraphs that came behind it
  text::Range open_asked_;      // of its text: whether that names people as headings do was asked
  struct Goal {
    text::Range text;
    std::uint64_t line = 0;
  } goal_;                      // of the open item's text: the paragraphs below its title
  bool goals_below_titles_ = false;  // in this document such a paragraph is a task
  bool units_inside_ = false;   // in this document such clauses stand in the midst of items
  int body_rank_ = 0;           // of the last item without units that a sentence below it belongs to
  bool unit_a_line_ = false;    // in this document label lines go on with a unit on each line below them
  int lines_of_units_ = 0;      // items so far whose units stood on a line of their own, without a label
  grammar::Slot awaited_ = grammar::Slot::none;  // of the label at the end of the line before
  bool awaits_more_ = false;    // a value of it was there already
  text::Range awaited_extra_;   // the label itself, in the open item, where that is all that is known of it
  bool open_unnumbered_ = false;
  bool first_sub_labelled_ = false;  // label lines came behind its first part
  bool subs_labelled_ = false;       // each of its parts has its own
  Unwrapper unwrapper_;
  bool blocks_ = false;         // the input holds anything at all
  Candidate candidate_;
  Candidate above_candidate_;   // the line above it, which heads it where label lines make it a task
  bool dashes_begin_parts_ = false;  // `——…` below a task was one of its parts
  Survey survey_;
  Item item_, other_item_;
  std::vector<text::Range> pieces_;
  std::vector<layout::Column> unknown_columns_;  // of the table at hand, not yet reported
  std::string other_column_;      // of the table at hand: it holds no tasks
  bool rows_are_tasks_ = false;   // and all that its headings are to report is told
  bool other_column_told_ = false;
  bool table_refused_ = false;    // a table so far
  Position header_place_;
  bool tasks_use_foot_ = false; // in this document `主办单位：` and the like are labels of tasks
  bool below_article_ = false;  // what follows may be links of the site
  std::uint64_t head_line_ = 0; // the last line of what stands above a letter: `地址：…`
  bool boundary_ = false;       // the letter is over, its items are none of the list
  bool ends_letter_ = false;    // and the letter had begun before it
  bool left_letter_ = false;    // items with a number stand behind it: a list, though none may have units
  bool list_begun_ = false;
  bool below_glued_ = false;    // a table whose cells nothing sets apart may go on
  bool after_attachment_ = false;  // the next line may be the title of a list
  int list_number_ = 0;         // of the attachment at hand
  std::string held_title_;
  bool table_titled_ = false;   // the outline holds nothing but the title of one of several tables
  std::string list_title_;      // waits for the table or list below it, which it heads
};

}  // namespace fenjie::parse
