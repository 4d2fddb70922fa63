// The parts of a notice around its list: title, number, date, recipients, the letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/records.hpp"
#include "grammar/vocabulary.hpp"
#include "layout/number.hpp"
#include "parse/above_list.hpp"
#include "parse/emit.hpp"
#include "parse/fill.hpp"
#include "parse/index_block.hpp"

namespace fenjie::parse {

/// What a line outside the list turned out to be.
enum class FrontLine : std::uint8_t {
  none,       ///< nothing special
  metadata,   ///< index block, title, number, date, issuer, recipients
  boundary,   ///< the letter ends here: date, 附件, release note
  furniture,  ///< navigation, page number
  title,      ///< a title, perhaps of a list
  note,       ///< 备注：…, 抄送：…
};

/// Collects what is known of the document as a whole.
class Front {
 public:
  Front(const grammar::Vocabulary& words, DocumentRules& rules, Years& years)
      : words_(words), rules_(rules), years_(years) {}

  /// Tasks stand above what is looked at next.
  void list_begun(bool begun) { list_begun_ = begun; }
  /// Items with a number stand above it, so that titles of something else are behind.
  void items_begun(bool begun) { items_begun_ = begun; }
  /// Looks at a paragraph without a number. `rule` takes the name of the furniture rule.
  FrontLine look(std::string_view text, bool before_list, std::string_view& rule);
  /// Looks at what stands before the first item of a document on one line: title, number and date, with blanks between.
  void look_along(std::string_view text);
  /// Rules for the whole document may stand in any paragraph before the list.
  void find_rules(std::string_view text);

  /// A line of the page around the document.
  bool is_furniture(std::string_view text, std::string_view& rule) const;
  /// Another notice begins in the same input.
  void restart();

  /// A covering letter has begun: recipients or its usual words were met.
  [[nodiscard]] bool in_letter() const { return letter_; }
  /// A paragraph that brings a list, as no task does: `现印发给你们`, `现分解如下`.
  [[nodiscard]] bool is_of_letter(std::string_view text) const;
  /// A line of recipients was met.
  [[nodiscard]] bool addressed() const { return !recipients_.empty(); }
  /// The text says that it is something else (a report to an assembly).
  [[nodiscard]] bool negative() const { return negative_; }
  /// What it says where no item names anybody.
  [[nodiscard]] AboveList::Told told() const {
    AboveList::Told told = above_list_.read(words_);
    told.other = (told.other || negative_) && !told.counted;  // `…第二次会议公告`
    told.announced = told.announced || words_.find_pattern(grammar::Patterns::list_title, title_) != nullptr;
    told.doubtful = told.doubtful || doubtful_;
    return told;
  }
  /// What stands above the first table may be the title of the document, too.
  void take_table_name(std::string_view name) {
    if (title_.empty()) take_title(name);
  }
  /// An item above the first task, for the same end.
  void keep_item(std::string_view text) { above_list_.keep(AboveList::Line::text, text); }
  /// Its title is that of a text in which nobody is given a task: …招聘公告.
  [[nodiscard]] bool never_a_list() const { return never_; }
  /// A title of a list or notice was met.
  [[nodiscard]] bool titled() const { return !title_.empty(); }
  [[nodiscard]] std::string_view title() const { return title_; }
  /// Number of the attachment that the last boundary named, 0 for none.
  [[nodiscard]] int attachment() const { return attachment_; }
  /// The byte of its line where its title begins, 0 for none: `附件2 2022年重点项目清单`.
  [[nodiscard]] std::size_t attachment_title() const { return title_at_; }
  /// `2.进展情况报表` below `附件：1.重点项目清单`: the next name in a list of attachments.
  bool lists_attachment(const layout::Mark& mark, std::string_view text) {
    return listed_ >= 0 && goes_on_listing(mark, text);
  }
  /// `2.完成时限均为12月底前。` below `注：1.…`: the next of several notes
  bool lists_note(const layout::Mark& mark) { return noted_ >= 0 && goes_on_noting(mark); }
  /// A line of the name that stands in the title of the notice, `…关于印发《…实事》的通知`: the list begins below it.
  [[nodiscard]] bool repeats_name(std::string_view line) const;
  /// The letter says that this list comes with others.
  [[nodiscard]] bool is_one_of_lists(std::string_view title) const;
  /// How many tasks the document says that it has.
  [[nodiscard]] std::optional<std::int64_t> declared() const { return declared_; }

  /// The views live as long as this object does and nothing new is looked at.
  void describe(Document& d) const;

 private:
  static constexpr std::size_t longest_title = 240;  // bytes
  static constexpr std::size_t shortest_title = 18;  // bytes behind `附件2`
  static constexpr std::size_t longest_spaced = 24;  // bytes of `通 知`
  bool goes_on_noting(const layout::Mark& mark);
  bool goes_on_listing(const layout::Mark& mark, std::string_view text);
  void find_letter(std::string_view s);
  bool is_dateline(std::string_view s);
  bool ends_with_date(std::string_view s);
  [[nodiscard]] std::optional<int> year_of_day(std::string_view s) const;
  bool find_other_kind(std::string_view title);
  void set_title(std::string_view s);
  void take_title(std::string_view s);
  static std::string set_close(std::string_view s);
  FrontLine kind_of(std::string_view s, bool before_list, std::string_view& rule);
  [[nodiscard]] std::string whole_title(std::string_view s) const;
  [[nodiscard]] std::string_view behind_number(std::string_view s) const;
  void keep_title_line(std::string_view s);
  void find_names(std::string_view s);
  [[nodiscard]] bool is_name_of_list(std::string_view name) const;
  [[nodiscard]] bool is_title(std::string_view s) const;
  [[nodiscard]] bool names_task(std::string_view s) const;
  [[nodiscard]] bool is_issuer(std::string_view line) const;
  [[nodiscard]] bool names_year(std::string_view s) const;
  bool metadata_line(std::string_view s);
  void take_field(const IndexField& field);
  bool answers_key(std::string_view s);
  bool find_number(std::string_view s);
  void take_number(std::string_view s);
  static std::optional<int> year_of(std::string_view date);
  [[nodiscard]] std::string day_without_signs(std::string_view s) const;
  bool is_attachment(std::string_view s, bool before_list);
  [[nodiscard]] std::int64_t first_listed(std::string_view s) const;
  bool is_addressee(std::string_view s) const;
  std::string_view furniture_rule(std::string_view s) const;

  const grammar::Vocabulary& words_;
  DocumentRules& rules_;
  Years& years_;
  bool letter_ = false, negative_ = false, never_ = false;
  bool doubtful_ = false;  // a short line may be the title of something else, or of a site's menu
  AboveList above_list_;
  bool list_begun_ = false, items_begun_ = false;
  bool title_open_ = false;  // the line before was (the first part of) a title
  int attachment_ = 0;
  std::size_t title_at_ = 0;
  std::int64_t listed_ = -1;  // number of the last attachment in a list of them, 0 where the first follows
  std::int64_t noted_ = -1;  // the same of the last note
  std::optional<std::int64_t> declared_;
  std::string title_, issuer_, number_, date_, index_, recipients_;
  bool number_is_issue_ = false;            // of a gazette: a number of the notice itself is better
  std::optional<IndexKey> awaited_key_;     // the line before was the name of a field, its value may be the next one
  bool title_whole_ = false;                // it is that of a whole notice
  std::vector<std::string> title_lines_;    // the lines above that may be its beginning, the last first
  std::string index_date_, index_issuer_;  // of the index block, for want of a signature
  std::vector<IndexField> index_fields_;
  std::vector<std::string> names_;  // of lists that the letter names together
};

}  // namespace fenjie::parse
