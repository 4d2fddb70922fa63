// Texts with the tasks that must be read from them.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "../tasks.hpp"

struct TaskCase {
  std::string_view name, text;
  std::string_view tasks;  ///< as TaskNotes has them, behind a line's end
};

inline void check_all(const std::vector<TaskCase>& cases) {
  for (const TaskCase& c : cases) {
    CAPTURE(c.name);
    TaskNotes notes;
    CHECK("\n" + read_notes(c.text, notes).out == c.tasks);
  }
}
