#include "field/phrase.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "../builtin.hpp"

TEST_CASE("what reads as a time") {
  for (const std::string_view text :
       {"6月底前", "6月", "12月底前", "6 月底前", "2023年", "2023年6月", "2023年6月30日前", "6月30日前", "3-4月", "3月-4月",
        "年底前", "年内", "全年", "上半年", "下半年", "一季度", "第二季度", "四季度", "持续推进", "年内持续推进", "长期坚持",
        "每年", "每季度", "每月底", "到2025年", "9月投入使用", "时间待定", "2020年年底前", "６月底前", "2013.1.15", "2013-01-15", "2013/1/5", "102.1.15"}) {
    CAPTURE(text);
    CHECK(fenjie::field::is_time(text, builtin_words()));
  }
}

TEST_CASE("what does not read as a time") {
  for (const std::string_view text :
       {"", "市教育局", "市年鉴办公室", "各区政府", "新建公园3个", "3.5万平方米", "12", "周明远", "常务副市长", "市妇联",
        "提升水平", "100%", "2013.1.45", "1.1.15", "2013.115", "2013.1-15"}) {
    CAPTURE(text);
    CHECK_FALSE(fenjie::field::is_time(text, builtin_words()));
  }
}

TEST_CASE("what ends like an organ") {
  for (const std::string_view s : {"市教育局", "局", "高新区管委会", "县政府", "办公室", "推进改革办公室", "由市发改委"}) {
    CAPTURE(s);
    CHECK(fenjie::field::ends_organ(s, builtin_words()));
  }
  for (const std::string_view s : {"", "临江市", "青石镇", "动员会", "12月底前封关运行", "市教育局等", "推进改革"}) {
    CAPTURE(s);
    CHECK(!fenjie::field::ends_organ(s, builtin_words()));
  }
}
