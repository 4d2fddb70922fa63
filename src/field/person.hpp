// One person among people: name and post in any order, in one piece or set apart.
#pragma once

#include <string_view>
#include <vector>

#include "field/leader.hpp"

namespace fenjie::field {

/// Nothing but ideographs, and · as in names of other peoples.
bool all_han(std::string_view s);

/// A family name that the grammar knows stands first.
bool begins_with_surname(std::string_view s, const grammar::Vocabulary& words);

/// Two to four characters that begin with a family name, with or without blanks inside: `梅建胜`, `顾  斌`.
bool is_spaced_name(std::string_view s, const grammar::Vocabulary& words);

/// Reads bytes `r` as one person: `张敏副区长`, `副区长张敏`, `张敏（副区长）`, a post alone. Whatever is none of
/// these comes back as a name.
LeaderDraft read_person(std::string_view all, text::Range r, const grammar::Vocabulary& words);

/// Certainly false of most texts in which `read_person` finds no post and which are no name: a few look-ups at their
/// ends tell. For texts without blanks outside brackets.
bool may_be_person(std::string_view s, const grammar::Vocabulary& words);

/// Post and name are both there, and the family name is known: `区林业局局长刘洋`.
bool is_named_post(std::string_view s, const grammar::Vocabulary& words);

/// `区委常委` of `区委常委、副区长`: a post that is held beside an office.
bool is_second_post(std::string_view s, const grammar::Vocabulary& words);

/// `同志`, `领导`: no office.
bool is_no_office(std::string_view s, const grammar::Vocabulary& words);

/// `五县县长`, `各区区长`: posts of several people.
bool is_class_of_posts(std::string_view s, const grammar::Vocabulary& words);

/// Puts together the people from `from` on whose post and name were set apart: `副区长 张 敏`. Lists in which
/// it is not clear who holds which post stay as they are.
void join_people(std::string_view all, std::size_t from, const grammar::Vocabulary& words,
                 std::vector<LeaderDraft>& people);

/// `施海波区政府党组成员`, bytes `whole` of `all`, where `stem` is 施海波区政府: a name, the body that the post is of, the post.
/// All is the post in `临江区政府副区长`; a short name may be a place's (`白云区政府`), unless several have the post.
LeaderDraft read_post_of_body(std::string_view all, text::Range whole, text::Range stem,
                              const grammar::Vocabulary& words);

}  // namespace fenjie::field
