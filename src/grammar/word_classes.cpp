#include <array>

#include "grammar/keys.hpp"

namespace fenjie::grammar {
namespace {

using enum WordValue;

constexpr std::array classes{
    WordClass{Words::han_digit, "han-digit", number, "a digit in characters, also in its legal form"},
    WordClass{Words::han_count, "han-count", number, "a digit that stands in amounts and never in dates"},
    WordClass{Words::han_legal, "han-legal", none, "a digit in its legal form"},
    WordClass{Words::han_unit, "han-unit", number, "ten, a hundred, a thousand, and such as stand for twenty"},
    WordClass{Words::han_myriad, "han-myriad", number, "ten thousand and a hundred million"},

    WordClass{Words::year_sign, "year-sign", none, "what stands after the number of a year"},
    WordClass{Words::month_sign, "month-sign", none, "what stands after the number of a month"},
    WordClass{Words::day_sign, "day-sign", none, "what stands after the number of a day"},
    WordClass{Words::roc_era, "roc-era", none,
              "what stands before a year of the Republic of China, 1 of which is 1912"},
    WordClass{Words::relative_year, "relative-year", number,
              "a year named by its distance from the year in force: 0 this year, 1 the next"},
    WordClass{Words::plan_period, "plan-period", number, "a five-year plan, with the last of its years"},
    WordClass{Words::year_end, "year-end", number,
              "the end of the year; 0 for a word that means it only before a word of `before`"},
    WordClass{Words::whole_year, "whole-year", none, "the whole year, or any time in it"},
    WordClass{Words::half, "half", number, "half a year: 1 or 2"},
    WordClass{Words::ordinal, "ordinal", none, "what may stand before the number of a quarter"},
    WordClass{Words::quarter, "quarter", number,
              "a quarter of a year, after its number; 0 for a word that needs an ordinal or a year before it"},
    WordClass{Words::quarter_word, "quarter-word", number, "a quarter named without a number: 1 to 4"},
    WordClass{Words::month_part, "month-part", number,
              "a part of the month just named, with its last day, or 0 for the end of the month"},
    WordClass{Words::month_vague, "month-vague", none,
              "a part of the month that counts only at the end of a phrase or before a word of `before`"},
    WordClass{Words::end_of, "end-of", none, "the end of the year, half or quarter just named"},
    WordClass{Words::before, "before", none, "the date just named is the last"},
    WordClass{Words::after, "after", none, "not before the date or event just named"},
    WordClass{Words::since, "since", none, "from the date just named on"},
    WordClass{Words::about, "about", none, "the date just named is not exact"},
    WordClass{Words::clock, "clock", none, "a time of day, after a day"},
    WordClass{Words::range_sign, "range-sign", none, "what stands between the two ends of a time"},
    WordClass{Words::date_joiner, "date-joiner", none, "what stands between two dates, beside commas"},
    WordClass{Words::date_lead, "date-lead", none, "what may stand before a date and adds nothing to it"},
    WordClass{Words::recurring, "recurring", none, "done again and again"},
    WordClass{Words::ongoing, "ongoing", none, "without end; 1 for a word that only tells a time"},
    WordClass{Words::tentative, "tentative", none,
              "the date is not settled; 1 for a word that says so only before a date"},
    WordClass{Words::condition_open, "condition-open", none,
              "what a clause begins with that makes the date depend on something; 1 for a word that needs a clear end"},
    WordClass{Words::condition_close, "condition-close", none,
              "what such a clause ends with; 1 for a bare verb, which is no clear end"},
    WordClass{Words::completion, "completion", none, "done: alone after a date it is no milestone"},
    WordClass{Words::achievement, "achievement", none, "what makes a bare year before it a date in a sentence"},
    WordClass{Words::not_deadline, "not-deadline", none, "what makes the date after it in a sentence no deadline"},

    WordClass{Words::surname, "surname", none, "family names"},
    WordClass{Words::post, "post", none,
              "posts that people hold; 1 for one held beside an office, 2 for a word that names no office"},
    WordClass{Words::leader_verb, "leader-verb", none, "what a person does with the tasks of a heading"},
    WordClass{Words::heading_tail, "heading-tail", none, "what ends a heading that names a person"},

    WordClass{Words::organ_suffix, "organ-suffix", none, "what names of organs end in"},
    WordClass{Words::organ_end, "organ-end", none,
              "the last letter of organs, never that of a name; 1 for that of an authority, -1 for a word that only "
              "ends like one"},
    WordClass{Words::organ_word, "organ-word", none, "names of organs that no suffix tells"},
    WordClass{Words::collective_prefix, "collective-prefix", none, "what a class of organs begins with"},
    WordClass{Words::collective_class, "collective-class", none, "classes of organs, in a longer name"},
    WordClass{Words::collective_word, "collective-word", none, "classes of organs, as a whole name"},
    WordClass{
        Words::shared_suffix, "shared-suffix", none,
        "an ending that counts for each name of the list before it; 1 where those may lack an ending of their own"},
    WordClass{Words::open_tail, "open-tail", none, "there are more units than the list names"},
    WordClass{Words::duty_tail, "duty-tail", none,
              "what follows a list and is no part of a name; 1 for a word by which an authority leads"},
    WordClass{Words::unit_joiner, "unit-joiner", none,
              "words that stand between two units; 1 for a word that does so without an open-tail before it, 2 for one "
              "that only begins like such a word"},
    WordClass{Words::unit_lead_in, "unit-lead-in", none,
              "words before the first unit of a clause; 1: of all tasks above it, 2: of all below, "
              "3: that ask it to do something"},
    WordClass{Words::place_suffix, "place-suffix", none,
              "what names of places end in; 1 for those of a place that has an office and no government"},
    WordClass{Words::branch_suffix, "branch-suffix", none,
              "what names of branches end in, behind the name of the whole"},
    WordClass{Words::level_prefix, "level-prefix", none,
              "the level that names of organs and headings of columns begin with, as a number: 5 the state, 1 a town, "
              "0 none alone"},

    WordClass{Words::role_verb, "role-verb", role, "what a unit does, with the role that it then has"},

    WordClass{Words::issuing_line, "issuing-line", none,
              "what the line of an issuer ends in; 1 for what ends the first line of a title that goes on below, 2 for "
              "what ends the name of a table"},
    WordClass{Words::attachment, "attachment", none, "how the line of an attachment begins; 1: of one of several tables"},
    WordClass{Words::addressee_tail, "addressee-tail", none, "how the line of the recipients ends"},
    WordClass{Words::letter_word, "letter-word", none,
              "what only the letter around a list says; 1 for a word of its end, below which the list stands, 2 for "
              "what no task says"},
    WordClass{Words::negative_word, "negative-word", none, "what makes a list one without tasks"},
    WordClass{Words::preamble_title, "preamble-title", none,
              "the title of a section whose items are no tasks unless they carry units; 1 for aims, 2 for a word in "
              "front of such a title, 3 for steps, whose times make no tasks of them"},
    WordClass{Words::copy_to, "copy-to", none,
              "how the line of those who get a copy begins; 1 for what a site says below an article, and a task may "
              "say as well"},
    WordClass{Words::note_word, "note-word", none,
              "how a remark begins; 1 for a word that alone makes a row of a table one of sums, 2 for a sentence that "
              "ends a notice"},
    WordClass{Words::metadata_key, "metadata-key", none,
              "the names of the fields of an index block: 1 the index number, 2 the number of the document, 3 its "
              "title, 4 its "
              "date, 5 its issuer, 0 any other"},
};
static_assert(classes.size() == static_cast<std::size_t>(Words::count_));

constexpr bool in_order() {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].words != static_cast<Words>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "one row per class, in the order of the enumeration");

}  // namespace

std::span<const WordClass> word_class_table() { return classes; }

}  // namespace fenjie::grammar
