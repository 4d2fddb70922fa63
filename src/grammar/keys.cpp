#include "grammar/keys.hpp"

#include <algorithm>
#include <array>

namespace fenjie::grammar {
namespace {

constexpr std::array slots{
    Choice{"none", "no field: the label or column is taken for one that no rule knows"},
    Choice{"number", "the task's number"},
    Choice{"category", "a grouping column; a merged cell counts for the rows below"},
    Choice{"project", "a category beside a task; the task where there is no other column for it"},
    Choice{"task", "the task itself"},
    Choice{"detail", "a target or standard beside a task; the task where there is no other column for it"},
    Choice{"problem", "what a task mends; the task where no column names that"},
    Choice{"subtask", "parts of the task above"},
    Choice{"lead", "units that lead"},
    Choice{"responsible", "units that answer for the task"},
    Choice{"support", "units that help"},
    Choice{"superior-lead", "units one level up that lead"},
    Choice{"leader", "people or posts"},
    Choice{"deadline", "when the task is due"},
    Choice{"schedule", "how a task goes on; when it is due where no column names that"},
    Choice{"clause", "units with verbs, a role each"},
    Choice{"measure", "organs or units of measure, as the cells tell"},
    Choice{"extra", "known, but no field of a task: kept as `extra`"},
};
static_assert(slots.size() == static_cast<std::size_t>(Slot::count_));

constexpr std::array pattern_classes{
    Choice{"furniture", "a whole line that belongs to the web page"},
    Choice{"page", "a whole line that belongs to the printed page, also in the midst of a table: its number"},
    Choice{"document-number", "the number under which a document was issued"},
    Choice{"first-is-lead", "the sentence that makes the first unit of each list the lead"},
    Choice{"not-repeated", "the sentence that a unit is not named again below"},
    Choice{"notice-title", "the title of a whole notice"},
    Choice{"negative-title", "the title of a text that holds no tasks, unless units stand in it"},
    Choice{"title", "a line that can be the title of a document or a table"},
    Choice{"list-section", "the title of a section whose items are tasks, also inside a letter, if they name units"},
    Choice{"told-label", "a label for units and the verb that stands for its colon, with what it is the label of"},
    Choice{"declared-count", "the sentence that says how many tasks there are"},
    Choice{"other-column", "the heading of a column that tables of tasks do not have"},
    Choice{"doubtful-column", "the heading of a column that tables of tasks do not have without a `duty-column`"},
    Choice{"duty-column", "the heading of a column that tells somebody what to do"},
    Choice{"duty-title", "the title of a table of tasks, or the heading of its tasks, whatever other columns it has"},
    Choice{"place-column", "the heading of a column for places; behind one for times it makes the table an agenda"},
    Choice{"list-title", "the title of a list of tasks that may name no unit, person or time"},
    Choice{"list-text", "what stands above such a list and announces tasks"},
    Choice{"other-text", "what stands above items that are no tasks unless they name somebody"},
    Choice{"doubtful-text", "the same unless tasks are announced"},
    Choice{"site-remark", "what a site says of a file in a numbered list of its own"},
    Choice{"other-item", "what an item says that is no task, where no item names a unit, a person or a time"},
    Choice{"other-title", "the title of a text whose items are no tasks unless they name somebody"},
    Choice{"doubtful-item", "a whole item that is no task there either, unless tasks are announced"},
    Choice{"nothing", "what stands in a cell or behind a label for nothing"},
    Choice{"unknown-label",
           "what stands before a colon at the begin of a line below an item and is a label, though no rule knows it"},
    Choice{"head-line", "a line of what stands above a letter or the minutes of a meeting; a label below it is none"},
    Choice{"spanning", "a heading of columns that may stand above the headings of stages"},
    Choice{"stage", "the heading of a column for a part of the year or of the work"},
    Choice{"group-title", "a line that is the title of a group of rows, though it has no number"},
    Choice{"step-column", "the heading of a column for what is done, one by one, for the task that another column names"},
    Choice{"post-body", "the body that a post is of, without the name of a place: a name may stand before it"},
};
static_assert(pattern_classes.size() == static_cast<std::size_t>(Patterns::count_));

constexpr std::array numerals{
    Choice{"arabic", "digits, also full-width"},
    Choice{"han", "numerals in characters"},
    Choice{"circled", "digits in a circle, a bracket or with a stop, as one character"},
    Choice{"dotted", "several numbers with dots between"},
    Choice{"roman", "Roman numerals"},
    Choice{"bullet", "no number: the mark alone"},
};
static_assert(numerals.size() == static_cast<std::size_t>(Numeral::bullet) + 1);

constexpr std::array cells{
    Choice{"line", "a line is a cell"},
    Choice{"paragraph", "a paragraph, between blank lines, is a cell"},
    Choice{"mark-line", "a line with the mark alone ends a cell"},
    Choice{"mark-end", "the mark at the end of a line ends a cell"},
    Choice{"mark-between", "a line is a row; the mark stands between its cells"},
    Choice{"tab-led", "a line that begins with a TAB is a cell"},
    Choice{"spaces", "a line is a row; several blanks stand between its cells"},
    Choice{"commas",
           "comma-separated values (RFC 4180): a row's fields stand between commas, quotes hold one together"},
};
static_assert(cells.size() == static_cast<std::size_t>(CellBy::commas) + 1);

constexpr std::array roles{
    Choice{"lead", "leads the task"},
    Choice{"responsible", "answers for the task"},
    Choice{"support", "helps"},
    Choice{"superior-lead", "leads, one level up"},
};

// clang-format off: a row of a table reads best in two or three lines.
constexpr std::array sections{
    SectionInfo{Section::file, "", false, "Keys at the top of the file, before the first table."},
    SectionInfo{Section::words, "words", false,
                "Words by class. The value of a class is a list of strings, or a table from a word to its "
                "number (or role). A word that stands twice counts once: the last value wins."},
    SectionInfo{Section::label, "label", true,
                "Words that stand before a colon and say what follows. Inner blanks in a document do not "
                "matter."},
    SectionInfo{Section::column, "column", true,
                "Headings of table columns. Inner blanks and a bracket at the end do not matter."},
    SectionInfo{Section::pattern, "pattern", true, "Lines and phrases that no list of words can tell."},
    SectionInfo{Section::numbering, "numbering", true, "Styles in which items are numbered."},
    SectionInfo{Section::shape, "shape", true, "Ways in which a table comes as text."},
    SectionInfo{Section::sample, "sample", true,
                "A piece of a notice and what must be read from it. A file with rules needs at least one."},
};
static_assert(sections.size() == static_cast<std::size_t>(Section::count_));

constexpr std::array keys{
    Key{Section::file, "name", Type::name, true, &Item::name, {},
        "the grammar's name, by which `extends` and `fenjie grammar show` know it; for a built-in file the "
        "file's name without `.toml`",
        R"("my-county")"},
    Key{Section::file, "title", Type::text, false, &Item::title, {}, "what the file is about, in one line",
        R"("Labels that our county uses")"},
    Key{Section::file, "extends", Type::name, false, &Item::extends, {},
        "the grammar to which this file adds; a file that has the name of a built-in grammar and does not "
        "extend it takes its place",
        R"("labels")"},

    Key{Section::label, "slot", Type::choice, true, &Item::choice, slots, "what the label's value is",
        R"("lead")"},
    Key{Section::label, "words", Type::words, false, &Item::words, {}, "the labels, without colon",
        R"(["WORD", "OTHER WORD"])"},
    Key{Section::label, "pattern", Type::expression, false, &Item::expression, {},
        "tried on the whole label, without blanks, where no word is equal to it", R"('\p{Han}{2,6}X')"},

    Key{Section::column, "slot", Type::choice, true, &Item::choice, slots, "what the cells hold",
        R"("task")"},
    Key{Section::column, "words", Type::words, false, &Item::words, {}, "the headings, without blanks",
        R"(["WORD", "OTHER WORD"])"},
    Key{Section::column, "pattern", Type::expression, false, &Item::expression, {},
        "tried on the whole heading, without blanks, where no word is equal to it", R"('\p{Han}{2,6}X')"},

    Key{Section::pattern, "class", Type::choice, true, &Item::choice, pattern_classes,
        "what a match means", R"("furniture")"},
    Key{Section::pattern, "name", Type::name, true, &Item::name, {},
        "the rule's name in explanations, after its class: `furniture:buttons`", R"("buttons")"},
    Key{Section::pattern, "re", Type::expression, true, &Item::expression, {},
        "a regular expression; it may match anywhere in a line unless it says ^ and $",
        R"('^- ?\d{1,3} ?-$')"},

    Key{Section::numbering, "name", Type::name, true, &Item::name, {},
        "the rule's name in explanations: `numbering:han-comma`", R"("arabic-stop")"},
    Key{Section::numbering, "numeral", Type::choice, true, &Item::choice, numerals,
        "how the number is spelled", R"("arabic")"},
    Key{Section::numbering, "before", Type::marks, false, &Item::before, {},
        "what stands before the number: one of these; an empty string, or no list, is nothing", R"(["("])"},
    Key{Section::numbering, "after", Type::marks, false, &Item::after, {},
        "what stands after the number: one of these; an empty string, or no list, is nothing",
        R"x([".", ")"])x"},
    Key{Section::numbering, "rank", Type::number, false, &Item::rank, {},
        "the usual level, 1 outermost, as GB/T 9704-2012 orders them (7.3.3); 3 where it is left out", "3"},
    Key{Section::numbering, "article", Type::truth, false, &Item::article, {},
        "whether items are articles of a regulation; false where it is left out", "false"},

    Key{Section::shape, "name", Type::name, true, &Item::name, {},
        "the rule's name in explanations: `shape:pipe-lines`", R"("pipe-lines")"},
    Key{Section::shape, "cell", Type::choice, true, &Item::choice, cells, "what makes a cell",
        R"("mark-line")"},
    Key{Section::shape, "mark", Type::word, false, &Item::mark, {},
        "the mark; `mark-line`, `mark-end` and `mark-between` need one", R"("|")"},

    Key{Section::sample, "title", Type::text, false, &Item::title, {}, "what the sample shows",
        R"("A label of its own line")"},
    Key{Section::sample, "text", Type::text, true, &Item::text, {}, "the piece of a notice",
        R"("""1. TASK""")"},
    Key{Section::sample, "records", Type::text, true, &Item::records, {},
        "the tasks that it must give, one JSON object a line, each with the fields that must be equal; "
        "empty where it must give none",
        R"('{"number": 1, "text": "TASK"}')"},
};
// clang-format on

}  // namespace

std::span<const Key> key_table() { return keys; }

std::span<const Key> keys_of(Section section) {
  const auto begin = std::ranges::find(keys, section, &Key::section);
  const auto end = std::find_if(begin, keys.end(), [&](const Key& k) { return k.section != section; });
  return {begin, end};
}

const Key* find_key(Section section, std::string_view name) {
  for (const Key& key : keys_of(section)) {
    if (key.name == name) return &key;
  }
  return nullptr;
}

const SectionInfo* find_section(std::string_view name) {
  for (const SectionInfo& s : sections) {
    if (!name.empty() && s.name == name) return &s;
  }
  return nullptr;
}

std::string_view type_name(Type type) {
  switch (type) {
    case Type::text: return "a string";
    case Type::name: return "a string of small letters, digits and hyphens";
    case Type::word: return "a short string";
    case Type::words:
    case Type::marks: return "a list of short strings";
    case Type::expression: return "a regular expression in single quotes";
    case Type::number: return "a whole number";
    case Type::truth: return "true or false";
    case Type::choice: return "one of the names that the key knows";
  }
  return {};
}

std::string_view word_value_example(WordValue value) {
  switch (value) {
    case WordValue::none: return R"(["WORD", "OTHER WORD"])";
    case WordValue::number: return R"({"WORD" = 1})";
    case WordValue::role: return R"({"WORD" = "lead"})";
  }
  return {};
}

std::span<const SectionInfo> section_table() { return sections; }
std::span<const Choice> pattern_class_table() { return pattern_classes; }
std::span<const Choice> slot_table() { return slots; }
std::span<const Choice> numeral_table() { return numerals; }
std::span<const Choice> cell_table() { return cells; }
std::span<const Choice> role_table() { return roles; }

}  // namespace fenjie::grammar
