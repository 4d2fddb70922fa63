#include <doctest/doctest.h>

#include "block_cases.hpp"

TEST_CASE("numbers of other forms, a line per cell") {
  check_all({
      {"brackets around a number that is a cell", R"(
序号
工作任务
责任单位
完成时限
（一）
整治背街小巷12条
区城管局
6月
（二）
建设口袋公园
区园林局
（区绿化办）
10月
)",
       R"(
H 序号 | 工作任务 | 责任单位 | 完成时限
R （一） | 整治背街小巷12条 | 区城管局 | 6月
R （二） | 建设口袋公园 | 区园林局（区绿化办） | 10月
)"},
      {"a group of rows between numbers of two parts", R"(
序号
工作任务
责任单位
配合单位
一
城市更新
1-1
改造农贸市场3个
区商务局
区财政局
二
产业发展
2-1
建设标准厂房
区经信局
区财政局
)",
       R"(
H 序号 | 工作任务 | 责任单位 | 配合单位
R 一 | 城市更新 |  |
R 1-1 | 改造农贸市场3个 | 区商务局 | 区财政局
R 二 | 产业发展 |  |
R 2-1 | 建设标准厂房 | 区经信局 | 区财政局
)"},
  });
}

TEST_CASE("numbers behind their heading, with the number of a list above") {
  check_all({
      {"a remark in brackets", R"(
问题序号 | 问题描述 | 责任单位 | 整改时限 |
序号4（省序号11） | 雨污管网混接 | 县住建局 | 2023年6月 |
序号6（省序号15） | 矿山尚未修复 | 县林业局 | 2023年9月 |
)",
       R"(
H 问题序号 | 问题描述 | 责任单位 | 整改时限
R 序号4（省序号11） | 雨污管网混接 | 县住建局 | 2023年6月
R 序号6（省序号15） | 矿山尚未修复 | 县林业局 | 2023年9月
)"},
  });
}
