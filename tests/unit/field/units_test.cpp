#include "unit_cases.hpp"

TEST_CASE("one unit") {
  check_all({
      {"", ""},
      {"  ", ""},
      {"市教育局", "responsible 市教育局"},
      {" 市教育局　", "responsible 市教育局"},
      {"市教育局。", "responsible 市教育局"},
      {"县人民法院", "responsible 县人民法院"},
      {"临江经济技术开发区管委会", "responsible 临江经济技术开发区管委会"},
      {"市轨道交通集团", "responsible 市轨道交通集团"},
      {"团市委", "responsible 团市委"},
      {"国网临江供电公司", "responsible 国网临江供电公司"},
      {"青石镇", "responsible 青石镇"},
  });
}

TEST_CASE("separators outside brackets and quotes") {
  check_all({
      {"市教育局、市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局，市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局,市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局；市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局;市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局 市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局　　市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局\n市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、 市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局 、市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、、市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局、", "responsible 市教育局 | responsible 市财政局"},
      {"、市教育局", "responsible 市教育局"},
      {"市商务局（市粮食局、市口岸办）、市财政局",
       "responsible 市商务局 = 市粮食局、市口岸办 | responsible 市财政局"},
      {"市发改局（6月底前完成）、市财政局", "responsible 市发改局 | responsible 市财政局 | @6月底前完成"},
      {"“放管服，改革”领导小组、市编办", "responsible “放管服，改革”领导小组 | responsible 市编办"},
  });
}

TEST_CASE("blanks at the ends of a list and around a bracket that is left open") {
  check_all({
      {"　市教育局 、　市财政局　", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局（市国资委 ", "responsible 市教育局 | responsible 市财政局（市国资委"},
      {"市教育局、 （市国资委）", "responsible 市教育局 | responsible （市国资委）"},
      {"市教育局 　（市委教育工委）、市财政局", "responsible 市教育局 = 市委教育工委 | responsible 市财政局"},
  });
}

TEST_CASE("names of any length, in every list anew") {
  for (int round = 0; round < 2; ++round) {
    check_all({
        {"东湖西塘南屏北渚青山云泽联合事务中心、市教育局",
         "responsible 东湖西塘南屏北渚青山云泽联合事务中心 | responsible 市教育局"},
        {"东湖西塘南屏北渚青山云泽临江高新联合事务中心（市事务局）、市教育局",
         "responsible 东湖西塘南屏北渚青山云泽临江高新联合事务中心 = 市事务局 | responsible 市教育局"},
        {"东湖西塘南屏北渚青山云泽临江高新联合事务中心牵头、市教育局配合",
         "lead 东湖西塘南屏北渚青山云泽临江高新联合事务中心 | support 市教育局"},
    });
  }
}

TEST_CASE("a word between two organs") {
  check_all({
      {"国家林草局会同财政部、水利部等部门负责", "responsible 国家林草局 | responsible 财政部 | responsible 水利部 | 等"},
      {"水利部商财政部负责", "responsible 水利部 | responsible 财政部"},
      {"自然资源部会同国家林草局", "responsible 自然资源部 | responsible 国家林草局"},
      {"财政部会同水利部商审计署牵头", "lead 财政部 | lead 水利部 | lead 审计署"},
      {"县政府会同有关部门", "responsible 县政府 | responsible 有关部门 *"},
      {"市商务局、县工商联、会同县政府", "responsible 市商务局 | responsible 县工商联 | responsible 县政府"},
      {"县政府办商务科", "responsible 县政府办商务科"},
      {"市教育局等商务局", "responsible 市教育局等商务局"},
  });
}

TEST_CASE("people behind a blank") {
  check_all({
      {"镇村建中心 周明远", "responsible 镇村建中心 | +周明远"},
      {"市教育局 市财政局", "responsible 市教育局 | responsible 市财政局"},
  });
}

TEST_CASE("zones share a suffix with zones") {
  check_all({
      {"高新区、经开区管委会", "responsible 高新区管委会 < 高新区 | responsible 经开区管委会"},
      {"青山新区、高新区、经开区管委会", "responsible 青山新区管委会 < 青山新区 | responsible 高新区管委会 < 高新区 | responsible 经开区管委会"},
      {"东湖区、高新区管委会", "responsible 东湖区 | responsible 高新区管委会"},
      {"青石镇、经开区管委会", "responsible 青石镇 | responsible 经开区管委会"},
  });
}

TEST_CASE("a sentence on the first of each list") {
  check_all({
      {"市教育局、市财政局，列第一位的为牵头单位，下同", "responsible 市教育局 | responsible 市财政局 | first leads"},
      {"市教育局、市财政局等按职责分工负责，排在第一位的为牵头单位", "responsible 市教育局 | responsible 市财政局 | 等 | first leads"},
      {"市教育局、市财政局，列在首位的为牵头单位", "responsible 市教育局 | responsible 市财政局 | first leads"},
      {"市教育局、市财政局（首位为牵头单位，下同）", "responsible 市教育局 | responsible 市财政局 | first leads"},
  });
}

TEST_CASE("the label gives the role") {
  check_all({{"市教育局、市财政局", "lead 市教育局 | lead 市财政局"}}, Role::lead);
  check_all({{"市教育局、市财政局", "support 市教育局 | support 市财政局"}}, Role::support);
  check_all({{"省教育厅", "superior_lead 省教育厅"}}, Role::superior_lead);
}

TEST_CASE("a verb gives the role") {
  check_all({
      {"市教育局牵头", "lead 市教育局"},
      {"市教育局主办", "lead 市教育局"},
      {"市教育局主责", "lead 市教育局"},
      {"市教育局总负责", "lead 市教育局"},
      {"市教育局负责", "responsible 市教育局"},
      {"市教育局承办", "responsible 市教育局"},
      {"市教育局落实", "responsible 市教育局"},
      {"市教育局负责落实", "responsible 市教育局"},
      {"市教育局配合", "support 市教育局"},
      {"市教育局协办", "support 市教育局"},
      {"市教育局协同", "support 市教育局"},
      {"市教育局协作", "support 市教育局"},
      {"市教育局参与", "support 市教育局"},
      {"市教育局牵头负责", "lead 市教育局"},
      {"市教育局牵头，市财政局、市审计局配合",
       "lead 市教育局 | support 市财政局 | support 市审计局"},
      {"市教育局牵头,市财政局配合。", "lead 市教育局 | support 市财政局"},
      {"市教育局牵头、市财政局配合", "lead 市教育局 | support 市财政局"},
      {"市教育局牵头；市财政局配合", "lead 市教育局 | support 市财政局"},
      {"市教育局、市财政局共同负责", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局按照职责分工负责", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局主办，市财政局协办", "lead 市教育局 | support 市财政局"},
      {"市教育局、市财政局牵头，市审计局参与",
       "lead 市教育局 | lead 市财政局 | support 市审计局"},
      {"市教育局牵头，市财政局、市审计局按职责分工负责",
       "lead 市教育局 | responsible 市财政局 | responsible 市审计局"},
      {"市教育局、市财政局按职责分工负责", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局分别负责", "responsible 市教育局 | responsible 市财政局"},
      {"由市教育局牵头，市财政局配合", "lead 市教育局 | support 市财政局"},
      {"由市教育局承办，市财政局配合。", "responsible 市教育局 | support 市财政局"},
      {"市教育局（牵头）、市财政局", "lead 市教育局 | responsible 市财政局"},
      {"市教育局(牵头)、市财政局（配合）", "lead 市教育局 | support 市财政局"},
  });
}

TEST_CASE("a list without a lead that ends in 配合 supports as a whole") {
  check_all({
      {"市教育局、市财政局配合", "support 市教育局 | support 市财政局"},
      {"市教育局、市财政局配合落实", "support 市教育局 | support 市财政局"},
      {"市教育局、市财政局等部门配合", "support 市教育局 | support 市财政局 | 等"},
  });
}

TEST_CASE("等 is no part of a name, and a new item begins after it") {
  check_all({
      {"市教育局、市财政局等", "responsible 市教育局 | responsible 市财政局 | 等"},
      {"市教育局、市财政局等。", "responsible 市教育局 | responsible 市财政局 | 等"},
      {"市教育局等部门", "responsible 市教育局 | 等"},
      {"市教育局等单位", "responsible 市教育局 | 等"},
      {"市教育局等相关部门", "responsible 市教育局 | 等"},
      {"市教育局等有关部门和单位", "responsible 市教育局 | 等"},
      {"市教育局等按职责分工负责", "responsible 市教育局 | 等"},
      {"市教育局等负责", "responsible 市教育局 | 等"},
      {"市教育局、市财政局等按职责分工负责", "responsible 市教育局 | responsible 市财政局 | 等"},
      {"市教育局牵头，市财政局等配合", "lead 市教育局 | support 市财政局 | 等"},
      {"国家医保局、国家药监局等和地方人民政府",
       "responsible 国家医保局 | responsible 国家药监局 | responsible 地方人民政府 * | 等"},
      {"市教育局等，各县（市、区）政府", "responsible 市教育局 | responsible 各县（市、区）政府 * | 等"},
      {"市教育局等，各区、县（市）政府", "responsible 市教育局 | responsible 各区、县（市）政府 * | 等"},
      {"市教育局牵头，市财政局等部门和各区政府配合",
       "lead 市教育局 | support 市财政局 | support 各区政府 * | 等"},
      {"市教育局等有关部门，各区政府", "responsible 市教育局 | responsible 各区政府 * | 等"},
      {"市教育局等、各区政府", "responsible 市教育局 | responsible 各区政府 * | 等"},
  });
}

TEST_CASE("a trailing bracket is an alias, one inside a name stays") {
  check_all({
      {"市商务局（市粮食和物资储备局）", "responsible 市商务局 = 市粮食和物资储备局"},
      {"市商务局(市粮食和物资储备局)", "responsible 市商务局 = 市粮食和物资储备局"},
      {"市商务局（市粮食局)、市住建局", "responsible 市商务局 = 市粮食局 | responsible 市住建局"},
      {"县发改局（县粮食局）、县住建局（县人防办）",
       "responsible 县发改局 = 县粮食局 | responsible 县住建局 = 县人防办"},
      {"临江新区（云泽高新技术开发区）管委会", "responsible 临江新区（云泽高新技术开发区）管委会"},
      {"市财政局（市国资委）等", "responsible 市财政局 = 市国资委 | 等"},
      {"市发改委（市“双碳”办）", "responsible 市发改委 = 市“双碳”办"},
      {"东湖区政府（东湖高新区管委会）", "responsible 东湖区政府 = 东湖高新区管委会"},
      {"市委办公室（市档案局）牵头", "lead 市委办公室 = 市档案局"},
      {"市委办公室（市档案局）、市财政局配合",
       "support 市委办公室 = 市档案局 | support 市财政局"},
  });
}

TEST_CASE("words that make an authority lead without a verb, numbers of tasks in a bracket") {
  check_all({
      {"市教育局为主，市住建局配合", "lead 市教育局 | support 市住建局"},
      {"市教育局统筹，市住建局具体负责", "lead 市教育局 | responsible 市住建局"},
      {"市教育局统筹负责", "responsible 市教育局"},
      {"市体育局（牵头），市文旅局、市公安局（配合）", "lead 市体育局 | support 市文旅局 | support 市公安局"},
      {"市体育局、市公安局（配合）", "responsible 市体育局 | support 市公安局"},
      {"各镇街为主，市水利局配合", "lead 各镇街 * | support 市水利局"},
      {"市公积金中心安丰管理部（以上8—10项）", "responsible 市公积金中心安丰管理部"},
      {"市政务中心（12345热线）", "responsible 市政务中心 = 12345热线"},
  });
}

TEST_CASE("a shared suffix is handed out") {
  check_all({
      {"东湖区、西塘区、南屏区政府",
       "responsible 东湖区政府 < 东湖区 | responsible 西塘区政府 < 西塘区 | responsible 南屏区政府"},
      {"东湖区、青山县人民政府", "responsible 东湖区人民政府 < 东湖区 | responsible 青山县人民政府"},
      {"临江高新区、云泽经开区管委会", "responsible 临江高新区管委会 < 临江高新区 | responsible 云泽经开区管委会"},
      {"市水利局、东湖区、西塘区政府",
       "responsible 市水利局 | responsible 东湖区政府 < 东湖区 | responsible 西塘区政府"},
      {"东湖区、西塘区政府，市水利局",
       "responsible 东湖区政府 < 东湖区 | responsible 西塘区政府 | responsible 市水利局"},
      {"东湖区，西塘区政府", "responsible 东湖区 | responsible 西塘区政府"},
      {"东湖区、西塘区", "responsible 东湖区 | responsible 西塘区"},
      {"东湖区、市水利局、西塘区政府",
       "responsible 东湖区 | responsible 市水利局 | responsible 西塘区政府"},
      {"东湖区、西塘区政府配合", "support 东湖区政府 < 东湖区 | support 西塘区政府"},
      {"青石镇、白云街道办事处", "responsible 青石镇 | responsible 白云街道办事处"},
      {"沿江街道、白云街道办事处", "responsible 沿江街道办事处 < 沿江街道 | responsible 白云街道办事处"},
      {"青石镇、沿江街道、云泽乡人民政府",
       "responsible 青石镇人民政府 < 青石镇 | responsible 沿江街道 | responsible 云泽乡人民政府"},
      {"沿江街道、白云街道", "responsible 沿江街道 | responsible 白云街道"},
  });
}
