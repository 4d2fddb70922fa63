#include "text/markup.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "text/table_marks.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr std::uint64_t many = 3;
constexpr std::size_t longest_reference = 10;  // &#x10FFFF;
constexpr std::size_t longest_tag = 2000;      // as word processors write them, with styles
constexpr std::size_t longest_name = 8;        // colgroup

struct Reference {
  std::string_view name;
  char32_t c;
};
// Of HTML 5's list (html.spec.whatwg.org, named character references) those that Chinese pages hold.
constexpr Reference references[] = {
    {"nbsp", 0xA0},     {"ensp", 0x2002},  {"emsp", 0x2003},  {"thinsp", 0x2009}, {"amp", '&'},
    {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},     {"ldquo", 0x201C},
    {"rdquo", 0x201D},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"mdash", 0x2014},  {"ndash", 0x2013},
    {"hellip", 0x2026}, {"middot", 0xB7},  {"bull", 0x2022},  {"times", 0xD7},    {"deg", 0xB0},
    {"permil", 0x2030}, {"le", 0x2264},    {"ge", 0x2265},    {"sup2", 0xB2},     {"yen", 0xA5}};

constexpr std::string_view breaking_tags[] = {"br", "p",     "div", "li", "tr", "td",
                                              "th", "table", "h1",  "h2", "h3", "hr"};
constexpr std::string_view inline_tags[] = {"span", "font", "strong", "b",     "i",       "u",   "em",
                                            "a",    "img",  "tbody",  "thead", "ul",      "ol",  "center",
                                            "sup",  "sub",  "o:p",    "h4",    "section", "col", "colgroup"};

template <std::size_t n>
bool among(const std::string_view (&table)[n], std::string_view name) {
  return std::find(std::begin(table), std::end(table), name) != std::end(table);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The character of `nbsp`, `#8220`, `#x201C`; 0: none.
char32_t resolve(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto r = std::find_if(std::begin(references), std::end(references),
                                [&](const Reference& reference) { return reference.name == name; });
    return r == std::end(references) ? 0 : r->c;
  }
  const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
  std::uint32_t value = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + (hex ? 2 : 1), end, value, hex ? 16 : 10);
  const bool character = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return error == std::errc() && stop == end && character ? value : 0;
}

// The length of a reference at `at`, and its character; 0: there is none.
std::size_t reference(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t end = text.substr(at, longest_reference).find(';');
  const char32_t c = end == text.npos ? 0 : resolve(text.substr(at + 1, end - 1));
  if (c == 0) return 0;
  append(out, c);
  return end + 1;
}

std::string in_lower_case(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = is_letter(c) ? static_cast<char>(c | 0x20) : c;
  return out;
}

// `rowspan="2"`, `ROWSPAN=2` among the attributes of a tag; 1 where it is not there.
unsigned span_of(std::string_view attributes, std::string_view name) {
  const std::string lower = in_lower_case(attributes);
  std::size_t at = lower.find(name);
  if (at == std::string::npos) return 1;
  at = lower.find_first_not_of(" =\"'", at + name.size());
  unsigned value = 1;
  if (at != std::string::npos) std::from_chars(lower.data() + at, lower.data() + lower.size(), value);
  return std::clamp(value, 1u, most_spanned);
}

}  // namespace

// The length of a known tag at `at`; 0: there is none.
std::size_t Markup::tag(std::string_view text, std::size_t at, std::string& out) {
  Tag tag;
  std::size_t name = at + 1;
  tag.closes = name < text.size() && text[name] == '/';
  if (tag.closes) ++name;
  std::size_t after = name;
  while (after < text.size() && after < name + longest_name &&
         (is_letter(text[after]) || text[after] == ':' || (text[after] >= '1' && text[after] <= '6')))
    ++after;
  const std::string lower = in_lower_case(text.substr(name, after - name));
  const bool breaks = among(breaking_tags, lower);
  if (!breaks && !among(inline_tags, lower)) return 0;
  if (after < text.size() && std::string_view(" />\t").find(text[after]) == std::string_view::npos) return 0;
  const std::size_t end = text.substr(at, longest_tag).find('>');
  if (end == text.npos) return 0;
  tag.name = lower;
  tag.attributes = text.substr(after, at + end - after);
  if (breaks && !table_tag(tag, out)) {
    out = in_table_ ? "\n" : " ";
    marks_ = marks_ || in_table_;
  }
  return end + 1;
}

// `<tr>`, `</table>`, `<td colspan="2">`. False: it is none of a table, and of a cell the end says nothing.
bool Markup::table_tag(const Tag& tag, std::string& out) {
  const bool table = tag.name == "table", row = tag.name == "tr", cell = tag.name == "td" || tag.name == "th";
  if (!table && !row && (!cell || !in_table_)) return false;
  in_table_ = !(table && tag.closes);
  marks_ = true;
  if (!cell) append(out, static_cast<char32_t>(table ? TableMark::table : TableMark::row));
  else if (!tag.closes) append_cell_mark(out, span_of(tag.attributes, "colspan"), span_of(tag.attributes, "rowspan"));
  return true;
}

void Markup::collect(std::string_view text) {
  found_.clear();
  for (std::size_t at = text.find_first_of("&<"); at < text.size(); at = text.find_first_of("&<", at)) {
    std::string stands;
    const std::size_t n = text[at] == '&' ? reference(text, at, stands) : tag(text, at, stands);
    if (n > 0) found_.push_back({at, at + n, std::move(stands)});
    at += std::max<std::size_t>(n, 1);
  }
}

void Markup::look(std::string_view head) {
  collect(head);
  in_head_ = found_.size();
  in_table_ = false;
}

bool Markup::remove(const Line& line, Buffer& out, Findings& findings) {
  marks_ = false;
  collect(line.text);
  in_lines_ += found_.size();
  if (found_.empty() || std::max(in_head_, in_lines_) < many) return false;
  std::string mark;
  if (marks_) append(mark, static_cast<char32_t>(TableMark::marked));
  if (marks_) out.append_as(mark, line.runs.front().raw, 0);
  std::size_t kept = 0;
  for (const Found& f : found_) {
    out.append(line, kept, f.begin);
    out.append_instead(line, f.begin, f.end, f.text);
    kept = f.end;
  }
  out.append(line, kept, line.text.size());
  const Found& first = found_.front();
  findings.add(Code::repair_width, line.number, raw_at(line, first.begin), found_.size(),
               line.text.substr(first.begin, first.end - first.begin));
  return true;
}

}  // namespace fenjie::text
