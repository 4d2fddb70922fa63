#include "field/names.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "../builtin.hpp"

namespace {

struct Case {
  std::string_view before, after;
};

}  // namespace

TEST_CASE("a name goes on in the next line") {
  const Case cases[] = {
      {"区综合行政", "执法局"},
      {"市住建局、市综合行政", "执法局、市财政局"},
      {"市规划和自然", "资源局"},
      {"市财政局、区乡村", "振兴局"},
      {"市市场", "监管局"},
      {"各区", "政府、开发区管委会"},
      {"东湖区", "政府"},
      {"市商务局", "（市粮食局）"},
      {"市商务局（市粮食和", "物资储备局）"},
      {"市商务局（市粮食和物资储备局", "）、市财政局"},
      {"市教育局、", "市财政局"},
      {"市教育局", "、市财政局"},
      {"市规划和自然资源局", "东湖分局"},
      {"市教育局，", "各区政府"},
      {"县经开区管委会、县", "工信局"},
      {"区城投公司、区水", "务局"},
      {"区财政局、区融媒体中", "心"},
      {"区城管局、南华燃", "气公司"},
      {"市交通局、国家税务", "总局西山分局"},
      {"东城", "街道"},
      {"区财政局、区水投集", "团"},
      {"市税务局、国家外汇", "管理局西山分局等"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.before);
    CAPTURE(c.after);
    CHECK(fenjie::field::continues_name(c.before, c.after, builtin_words()));
  }
}

TEST_CASE("a whole name is followed by another one") {
  const Case cases[] = {
      {"市教育局", "市财政局"},
      {"区住建局", "区城管局"},
      {"市教育局、市科技局", "市财政局、市审计局"},
      {"各区、县（市）政府", "市财政局"},
      {"市教育局等", "市财政局"},
      {"区政府", "财政局"},
      {"花园社区增设车棚2处、充电桩20个", "花园社区"},
      {"镇街", "财政局"},
      {"市综合行政执法局", "各镇街"},
      {"市商务局（市粮食局）", "市财政局"},
      {"县发改局", "县税务局"},
      {"各有关部门", "各区政府"},
      {"发改、卫健", "教育局"},
      {"市教育局", "一中"},
      {"市教育局、市审计局", "街道"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.before);
    CAPTURE(c.after);
    CHECK_FALSE(fenjie::field::continues_name(c.before, c.after, builtin_words()));
  }
}
