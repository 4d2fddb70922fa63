// Layout: rows of comma- or TAB-separated values, as spreadsheets write them (RFC 4180).
#include "layout/csv_fields.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {
namespace {

constexpr std::size_t longest_heading = 64;        // bytes
constexpr std::size_t longest_broken_header = 2000;  // bytes
constexpr std::size_t longest_name = 60;             // bytes of its first line in a narrow column
constexpr std::size_t longest_piece = 24;            // bytes of what a heading's line holds there

// `,` or `;`, whichever may part the headings of this line, or 0: headings are short, and no sign but a blank or a
// bracket stands in front of the first separator.
char separator_of_header(const text::Line& line) {
  if (line.text[0] == '"' && line.text.size() <= longest_heading) {
    return line.text.find("\";") != std::string_view::npos ? ';' : ',';  // `"序` newline `号",任务`
  }
  const text::SignAt* const first = first_telling(line.signs);
  if (first == nullptr || first->at > longest_heading) return '\0';
  const char sign = line.text[first->at];
  return sign == ',' || sign == ';' ? sign : '\0';
}

// `"测评` above `项目",序号,任务`: what a line of a narrow column holds of the first heading.
bool holds_piece(std::string_view line, const CsvField& first) {
  const std::string_view piece = first.text.of(line);
  return first.open && piece.size() <= longest_piece && may_be_heading_cell(piece);
}

// `13,"完成…` below `12,"新建…`: a quote was not closed.
bool begins_next_row(std::string_view line, char separator, const RowBuilder& rows) {
  if (rows.table().columns.front().slot != grammar::Slot::number) return false;
  CsvField first;
  std::int64_t number = 0;
  CsvFields(line, separator, false).next(first);
  return is_number_cell(first.text.of(line), number) && number == rows.expected_number() + 1;
}

}  // namespace

// The next line of a header in quotes. The line that ends the first heading tells what parts them.
bool Layout::csv_goes_on(const text::Line& line) {
  const std::size_t behind = broken_.names.size() == 1 ? line.text.find('"') + 1 : 0;
  const char sign = behind > 0 && behind < line.text.size() ? line.text[behind] : '\0';
  return csv_header(line, sign == ';' ? marks_.semicolon() : sign == '\t' ? marks_.tab() : *table_.mark);
}

bool Layout::comma_header(const text::Line& line) {
  const char separator = marks_.comma() != nullptr ? separator_of_header(line) : '\0';
  return separator != '\0' && csv_header(line, separator == ',' ? *marks_.comma() : marks_.semicolon());
}

// The headings of a line; `names` has those of the lines above, of which the last one goes on. False: it begins with
// none, as most lines are rows.
bool Layout::read_csv_headings(const text::Line& line, const CellMark& mark, std::vector<std::string>& names,
                               CsvField& last) {
  const bool inside = !names.empty();
  pieces_.clear();
  CsvFields fields(line.text, mark.text.front(), inside);
  while (fields.next(last)) {
    const std::string_view name = last.text.of(line.text);
    const bool first = pieces_.empty();
    if (first && !inside && !name.empty() && !is_heading_cell(name, words_) &&
        !(!table_ && holds_piece(line.text, last))) {
      return false;
    }
    if (first && inside) names.back() += name;
    else names.emplace_back(name);
    pieces_.push_back(last.text);
  }
  return true;
}

// `序号,工作任务,责任单位`, or `序号,工作任务,"责任` newline `单位"`: quotes hold headings on several lines together.
bool Layout::csv_header(const text::Line& line, const CellMark& mark) {
  const bool inside = broken_.waits;
  std::vector<std::string> names;
  if (inside) names = broken_.names;
  CsvField field;
  if (!read_csv_headings(line, mark, names, field)) return false;
  if (!inside && !field.open) return header_line(line, mark);
  const bool too_long = inside && broken_.block.text.size() > longest_broken_header;
  const bool heads = names.size() == 1 ? holds_piece(line.text, field) : may_be_heading_cell(names.front());
  const bool fits = !too_long && heads;
  auto columns = fits && !field.open ? read_whole_header(names, words_) : std::nullopt;
  if (!fits || (!field.open && !columns)) {
    if (inside) give_broken_header();
    return false;
  }
  if (!inside) {
    end_heads();
    close_row();
    rows_.finish();
    begin_broken_header(line, mark);
  } else {
    table_.mark = &mark;
  }
  broken_.add(line, pieces_);
  broken_.waits = broken_.quoted = field.open;
  broken_.names = std::move(names);
  if (field.open) return true;
  table_.expect_rows(mark, false, false);
  begin_mark_rows(std::move(*columns), broken_.block);
  return true;
}

// `"公司` newline `治理",1,完善章程,党委办`: a name in the first column of a row goes on behind a line without separators.
bool Layout::opens_quoted_row(const text::Line& line) const {
  const bool separated = table_.mark->quoted || table_.mark->text == "\t";
  if (!separated || above_.blanks > 0 || line.text[0] != '"' || line.text.size() > longest_name) return false;
  if (line.kinds.colon() || line.kinds.ends_sentence()) return false;
  CsvField field;
  CsvFields(line.text, table_.mark->text.front(), false).next(field);
  return field.open;
}

// `1,"新建校舍,改造操场",市教育局`: a quoted field may go on in the next line.
void Layout::csv_row(const text::Line& line, const CellMark& mark) {
  const char separator = mark.text.front();
  const bool too_long = open_.end - open_.begin > limits_.cell_bytes;
  if (open_.ends_row && (too_long || begins_next_row(line.text, separator, rows_))) {
    block_.clear();
    block_.line = open_.line;
    block_.span = open_.span;
    handler_.problem(Code::row_ragged, "a quote that opens a cell is not closed", block_);
    close_row();
    rows_.end_row();
  }
  const std::size_t width = rows_.table().columns.size();
  bool skip = table_.leading_mark && !open_.ends_row;
  CsvFields fields(line.text, separator, open_.ends_row);
  CsvField field;
  while (fields.next(field)) {
    if (skip && field.text.empty()) {
      skip = false;
      continue;
    }
    skip = false;
    csv_field(line, field);
    if (open_.ends_row) break;
    rows_.cell(open_);
    if (rows_.held() >= width && fields.only_padding()) break;
  }
  if (!open_.ends_row) rows_.end_row();
  above_.blanks = 0;
}

// `打造""一站式""服务` stands for 打造"一站式"服务.
void Layout::csv_field(const text::Line& line, const CsvField& field) {
  if (!open_.ends_row) {
    open_.start(desk_, line, 0, 0);
    open_.used = false;
  } else {
    open_.break_line(desk_, line);
  }
  std::size_t begin = field.text.begin;
  if (field.doubled) {
    const std::string_view s = field.text.of(line.text);
    for (std::size_t at = s.find("\"\""); at != std::string_view::npos; at = s.find("\"\"", at + 2)) {
      desk_.append(line, begin, field.text.begin + at + 1);
      begin = field.text.begin + at + 2;
    }
  }
  desk_.append(line, begin, field.text.end);
  open_.end = desk_.end();
  open_.ends_row = open_.quoted = field.open;
}

}  // namespace fenjie::layout
