// What is known of the notice at hand beside its items. Another notice in the same input begins with nothing of it.
#pragma once

#include <cstdint>
#include <string>

namespace fenjie::parse {

/// What this document does, as its first items showed.
struct Habits {
  int upper_rank = 0;      ///< `壹、` stands above `一、` here: the rank of both, else 0
  int body_rank = 0;       ///< of the last item without units that a sentence below it belongs to
  int lines_of_units = 0;  ///< items so far whose units stood on a line of their own, without a label
  bool unit_a_line = false;         ///< label lines go on with a unit on each line below them
  bool units_inside = false;        ///< clauses that name units stand in the midst of items
  bool labels_repeat = false;       ///< an item may have two lines with the same label
  bool goals_below_titles = false;  ///< a paragraph below the title of an item is a task
  bool dashes_begin_parts = false;  ///< `——…` below a task was one of its parts
  bool tasks_use_foot = false;      ///< `主办单位：` and the like are labels of tasks, not of the page's foot
};

/// Where in the document the line at hand stands.
struct Place {
  bool list_begun = false;
  bool boundary = false;       ///< the letter is over, its items are none of the list
  bool ends_letter = false;    ///< and the letter had begun before it
  bool untitled_letter = false;  ///< no title stood above it: what looks like one below it is that of its list
  bool left_letter = false;    ///< items with a number stand behind it: a list, though none may have units
  bool counted = false;        ///< items of a letter are counted with a word: `第一件实事：`
  bool below_counted = false;  ///< and their section is over
  bool after_article = false;  ///< the last item was an article of a regulation
  bool in_article = false;     ///< items are parts of one, down to the next
  bool of_site = false;        ///< items say something of a file, for a site
  bool below_article = false;  ///< what follows may be links of the site
  bool below_glued = false;    ///< a table whose cells nothing sets apart may go on
  std::uint64_t head_line = 0; ///< the last line of what stands above a letter: `地址：…`
};

/// The titles of a document's lists, where it has several.
struct ListTitles {
  int number = 0;        ///< of the attachment at hand
  std::string held;      ///< of the first list: a heading, if there is another
  std::string waiting;   ///< waits for the table or list below it, which it heads
  bool of_table = false; ///< the outline holds nothing but the title of one of several tables
  bool named = false;    ///< what is held stood above the first table, and no line of it said that it is a title
  bool next = false;     ///< the next line may be one, below the number of an attachment
};

}  // namespace fenjie::parse
