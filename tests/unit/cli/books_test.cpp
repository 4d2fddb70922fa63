#include "cli/books.hpp"

#include <doctest/doctest.h>

using namespace fenjie;
using cli::Books;

namespace {

Books books_of(std::initializer_list<Span> spans, std::uint64_t size) {
  Books books;
  for (const Span span : spans)
    books.add({.taken = Taken::task, .span = span, .line = 1, .rule = {}, .text = {}});
  books.close(size);
  return books;
}

}  // namespace

TEST_CASE("books that add up") {
  CHECK(books_of({}, 0).balanced());
  CHECK(books_of({{0, 10}}, 10).balanced());
  CHECK(books_of({{4, 10}, {0, 2}, {2, 4}}, 10).balanced());  // in any order
  CHECK(books_of({{0, 5}, {5, 5}, {5, 10}}, 10).balanced());  // an empty entry takes nothing
  CHECK(books_of({{0, 5}, {5, 10}}, 10).bytes(Taken::task) == 10);
  CHECK(books_of({{0, 5}, {5, 10}}, 10).bytes(Taken::blank) == 0);
}

TEST_CASE("books that do not") {
  struct Row {
    std::initializer_list<Span> spans;
    std::string_view fault;
  };
  const Row rows[] = {
      {{{0, 4}, {6, 10}}, "bytes 4-6 were not taken"},
      {{{2, 10}}, "bytes 0-2 were not taken"},
      {{{0, 8}}, "bytes 8-10 were not taken"},
      {{{0, 6}, {4, 10}}, "bytes 4-6 were taken twice"},
      {{{4, 6}, {0, 10}}, "bytes 4-6 were taken twice"},
      {{{0, 10}, {0, 10}}, "bytes 0-10 were taken twice"},
      {{{0, 5}, {5, 12}}, "bytes 10-12 do not exist"},
      {{{0, 10}, {7, 3}}, "an entry ends at byte 3 before it begins at 7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.fault);
    const Books books = books_of(row.spans, 10);
    REQUIRE(books.faults().size() == 1);
    CHECK(books.faults()[0] == row.fault);
    CHECK(books.table("x").find("NOT balanced: " + std::string(row.fault)) != std::string::npos);
  }
}
