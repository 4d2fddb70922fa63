// Blocks → records: which paragraph is a heading, a task, a label line, or none of them.
#pragma once

#include <memory>
#include <string>

#include "layout/apart.hpp"
#include "layout/block.hpp"
#include "parse/candidate.hpp"
#include "parse/decimals.hpp"
#include "parse/emit.hpp"
#include "parse/fill.hpp"
#include "parse/front.hpp"
#include "parse/notice_state.hpp"
#include "parse/open_item.hpp"
#include "parse/outline.hpp"
#include "parse/parts.hpp"
#include "parse/queue.hpp"
#include "parse/rows.hpp"
#include "parse/survey.hpp"
#include "parse/table_head.hpp"
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
  // A label line in the buffer of a draft.
  struct LabelLine {
    text::Range where;
    Source source;
  };

  // Label lines that may be of an item that was lost.
  struct LabelsAgain {
    std::unique_ptr<Draft> draft;  // what stands on them
    std::vector<LabelLine> lines;
  };

  // What the lines below a label go on with.
  struct Awaited {
    grammar::Slot slot = grammar::Slot::none;  // of the label at the end of the line before
    bool more = false;  // a value of it was there already
    text::Range extra;  // the label itself, in the open item, where that is all that is known of it
  };

  // `壹、` or `第一部分` stands above `一、` in documents that have both, `任务一：` above `1.`: so much further out.
  static constexpr int upper_by = 2;
  [[nodiscard]] int rank_of(const layout::Mark& mark) const {
    return mark.upper && mark.rank == habits_.upper_rank ? mark.rank - upper_by : mark.rank;
  }
  [[nodiscard]] int open_rank() const { return open_.unnumbered ? queue_.usual_rank() : open_->rank; }

  // A task or the header of a table was met.
  [[nodiscard]] bool in_list() const { return place_.list_begun || queue_.any_task(); }
  // Not even what may become one.
  [[nodiscard]] bool before_tasks() const { return !open_ && !in_list(); }

  // parser: paragraphs, and what becomes of each
  void whole_paragraph(layout::Block& block, const Survey& survey);
  void split_paragraph(const layout::Block& block, const Survey& survey);
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
  [[nodiscard]] bool asks_readers(const text::Buffer& from, text::Range where) const;
  [[nodiscard]] bool is_title_of_preamble(std::string_view text) const;
  // Below the first task only what opens a section, or stands right below its title.
  [[nodiscard]] bool may_have_false_parts() const {
    if (item_.parts.empty()) return false;
    if (!place_.list_begun || outline_.in_preamble()) return true;
    if (item_.mark && item_.mark->rank <= layout::rank_of_sections) return true;
    return open_ && open_->rank < layout::rank_of_items && open_.may_head();
  }
  void drop_false_parts(const text::Buffer& from, text::Range where);
  void begin_boundary(bool below_letter);
  void end_letter();
  void leave_letter();
  [[nodiscard]] bool is_letter_alone() const;
  [[nodiscard]] bool is_foot_of_page(const text::Buffer& from, text::Range where);
  bool glued_table(const layout::Block& block, text::Range where);
  void new_notice();
  void plain_text(const text::Buffer& from, text::Range where, Source source, TextKind kind, std::string_view rule);
  void describe(Document& d) const;
  void report_findings();

  // parser_items: items with a number, the open one
  void numbered(layout::Block& block, text::Range where, Item& item);
  void keep_lines(const layout::Block& block, text::Range where, text::Range own);
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
  bool takes_told_label(layout::Block& block, text::Range where, Item& item);
  void take_told_label();
  void take_clauses_inside();
  [[nodiscard]] bool below_list_section() const;
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
    return !habits_.tasks_use_foot && layout::may_be_foot(line, words_);
  }
  bool keep_foot(const layout::Block& block, text::Range where);
  void settle_foot(Follows follows);
  void foot_to_label();
  [[nodiscard]] bool is_link(std::string_view line) const;
  bool names_file(const layout::Block& block, text::Range where, const Item& item);

  // parser_others: items that are no tasks
  bool stands_beside_counted(std::string_view text, const layout::Mark& mark);
  void open_to_text(TextKind kind = TextKind::preamble);
  bool ends_article(const layout::Mark& mark);
  bool is_site_remark();

  // parser_tables: headers, rows and group rows of tables
  void group_row(layout::Block& block);
  void open_list_title();
  void begin_table();
  [[nodiscard]] bool is_named_first() const;
  void hold_name();
  void find_rules_in(const layout::Table& table);
  [[nodiscard]] bool titled_as_tasks() const;

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
  Unwrapper unwrapper_;
  OpenItem open_;
  std::unique_ptr<Draft> above_;  // label lines that no item is open for: the next one may be theirs
  LabelsAgain again_;
  Awaited awaited_;
  Candidate candidate_;
  Candidate above_candidate_;  // the line above it, which heads it where label lines make it a task
  Decimals decimals_;
  TableHead table_;
  Habits habits_;
  Place place_;
  ListTitles lists_;
  bool blocks_ = false;  // the input holds anything at all
  Survey survey_;
  Item item_, other_item_;
  std::vector<text::Range> pieces_;
};

}  // namespace fenjie::parse
