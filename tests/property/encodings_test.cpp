// The tasks do not depend on the encoding of the file.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "../encode.hpp"
#include "../unit/tasks.hpp"
#include "texts.hpp"

namespace {

struct Form {
  const char* encoding;
  std::string_view mark;
};

}  // namespace

TEST_CASE("tasks are the same in every encoding") {
  using namespace std::string_view_literals;
  const Form forms[] = {{"UTF-8", "\xEF\xBB\xBF"sv}, {"GB18030", ""sv},          {"UTF-16LE", ""sv},
                        {"UTF-16BE", ""sv},          {"UTF-16LE", "\xFF\xFE"sv}, {"UTF-16BE", "\xFE\xFF"sv}};
  std::size_t tried = 0;
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    if (s.bytes.starts_with("\xEF\xBB\xBF") || !encode(s.bytes, "UTF-8")) continue;
    TaskNotes expected;
    read_notes(s.bytes, expected);
    for (const Form& form : forms) {
      const std::string_view encoding = form.encoding;
      CAPTURE(encoding);
      CAPTURE(form.mark.size());
      const auto bytes = encode(s.bytes, form.encoding);
      if (!bytes) continue;
      TaskNotes notes;
      read_notes(std::string(form.mark) + *bytes, notes);
      const bool same = notes.out == expected.out;
      CHECK(same);
      ++tried;
    }
  }
  CHECK(tried > 50);
}
