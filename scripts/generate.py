#!/usr/bin/env python3
"""Writes invented task-breakdown notices to standard output, one after the other.

    generate.py --size 100M                     every layout in turn
    generate.py --size 1G --layout tab-dump     one layout; --list names them
    generate.py --size 20M --seed 7 --script hant --readings --encoding gb18030

The same seed gives the same bytes. No two tasks have the same text. What was written (notices,
tasks, sub-tasks, bytes) stands on standard error at the end; --count-only prints that alone.
Places, organs, persons and works are put together from word lists and mean nothing.
"""
import argparse
import itertools
import os
import random
import signal
import subprocess
import sys

BLOCK = 1 << 20           # characters gathered before a write
FEWEST, MOST = 20, 200    # tasks of a notice
LEADS, TAILS = 3001, 4001  # sizes of the pools whose pairs make the texts: primes, see Words.text

FIRST = "云澜溪苍白青临梧泽鹭沧槐枫岚淮霁桐芷漳澄"
SECOND = "泽山口河鹭溪江州桥坪湾浦原川岭塘"
FAMILY = "陆温祝蒋何许龚沈陶韩叶周马邵丁孟秦林石江顾罗彭汤贺"
GIVEN = "承远 以宁 清和 南舟 以安 知行 未然 知远 书宁 伯衡 若兰 闻笛 千里 一川 牧之 听雨 知夏 景行 怀瑾 子昂 望舒 云帆".split()
POSTS = "市长 常务副市长 副市长".split()
ORGANS = ("发改委 经信局 教育局 科技局 公安局 民政局 司法局 财政局 人力社保局 规划和自然资源局 生态环境局 建委 "
          "交通运输局 水务局 农业农村局 商务局 文化广电旅游局 卫生健康委员会 应急管理局 审计局 国资委 市场监管局 "
          "体育局 统计局 医疗保障局 数据局 城管局 林业局 信访局 投资促进局").split()
ALIASES = {"商务局": "粮食和物资储备局", "建委": "人防办", "民政局": "老龄办", "数据局": "大数据中心"}
VERBS = "推进 加快 实施 深化 完成 启动 开展 落实 优化 提升 建设 打造 改造 培育 推广 强化".split()
THINGS = ("老旧小区改造 污水管网建设 标准厂房建设 高标准农田建设 农村公路提升 社区养老服务 职业技能培训 水库除险加固 "
          "公共文化服务 全民健身设施 产业园区配套 数字政府平台 信用体系 招商引资 科技企业孵化 河道综合治理 绿道网络 "
          "城市更新片区 学前教育扩容 医疗联合体 粮食仓储设施 消防救援站点 林业生态修复 普惠金融服务 物流枢纽 会展经济 "
          "民宿集群 人才公寓 智能工厂 特色小镇 口袋公园 农贸市场 充电设施 停车泊位 节水型社会 无障碍环境").split()
WAYS = "三年行动 攻坚计划 示范工程 试点 专项行动 提质工程 年度计划 重点项目".split()
GAINS = "新增 完成 建成 改造 培育 整治 引进 覆盖".split()
SHARES = "办结率 覆盖率 达标率 完成率 利用率 满意度 合格率 处置率".split()
COUNTED = ("点位{}个 项目{}个 企业{}家 面积{}万平方米 管网{}公里 床位{}张 学位{}个 设备{}台 "
           "示范村{}个 绿地{}公顷 农户{}户 场馆{}座").split()
THEMES = "壮大现代产业 推进城乡融合 增进民生福祉 守护绿水青山 深化改革开放 建设法治政府 提升城市能级 防范重大风险".split()
DEADLINES = "12月 6月 9月 10月底前 6月30日前 2024年 上半年 年底前 全年 每季度 持续推进 7月、11月 8月完工，12月投入运行".split()
READINGS = dict(zip("區發鎮業經創產規環鄉優數態農質監現據網續執內調協轉聯統節醫貿衛穩戰養",
                    "qū fā zhèn yè jīng chuàng chǎn guī huán xiāng yōu shù tài nóng zhì jiān xiàn jù wǎng xù zhí "
                    "nèi diào xié zhuǎn lián tǒng jié yī mào wèi wěn zhàn yǎng".split()))


def chinese(number):
    """1 to 99 as a heading writes them: 一, 十二, 二十."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones or not tens else "")


class Words:
    """Pools of finished pieces, drawn once from the seed, so that a task costs a few look-ups."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.places = self.pool(400, lambda r: r.choice(FIRST) + r.choice(SECOND), distinct=False)
        self.leads = self.pool(LEADS, self.draw_lead)
        self.tails = self.pool(TAILS, self.draw_tail)
        self.persons = self.pool(300, lambda r: r.choice(FAMILY) + r.choice(GIVEN))
        self.organs = self.pool(30, lambda r: "市" + r.choice(ORGANS))
        self.units = self.pool(1500, self.draw_units)
        self.items = 0

    def pool(self, size, draw, distinct=True):
        found = {}
        for turn in itertools.count():
            if len(found) == size or (not distinct and turn == size):
                return list(found)
            found[draw(self.random)] = None

    @staticmethod
    def count(r):
        return r.choice(COUNTED).format(r.randint(2, 990))

    def draw_lead(self, r):
        return f"{r.choice(VERBS)}{r.choice(self.places)}{r.choice(THINGS)}{r.choice(WAYS)}，{r.choice(GAINS)}{self.count(r)}"

    def draw_tail(self, r):
        if r.random() < 0.2:
            return f"，{r.randint(3, 11)}月底前{r.choice(VERBS)}{r.choice(THINGS)}，涉及{self.count(r)}。"
        return f"，{r.choice(THINGS)}{r.choice(SHARES)}达到{r.randint(60, 99)}%，{r.choice(GAINS)}{self.count(r)}。"

    def draw_units(self, r):
        names = ["市" + o + (f"（市{ALIASES[o]}）" if o in ALIASES else "") for o in r.sample(ORGANS, r.randint(1, 5))]
        last = r.random()
        if last < 0.1:
            return "、".join(names) + "，各区、县（市）政府（管委会）"
        if last < 0.2:
            return "、".join(names) + "，" + "、".join(p + "区" for p in r.sample(self.places, 3)) + "政府"
        return "、".join(names)

    def text(self):
        """The next text. The pair of pool members is new for LEADS * TAILS calls: both are primes and
        LEADS + 1 is no multiple of TAILS, so equal leads meet a tail further on each time."""
        k = self.items
        self.items = k + 1
        return self.leads[k % LEADS] + self.tails[(k + k // LEADS) % TAILS]

    def list(self):
        return self.units[self.items * 7 % 1500]

    def organ(self, step=0):
        return self.organs[(self.items * 11 + step) % 30]

    def person(self, step=0):
        return self.persons[(self.items // 9 * 13 + step) % 300]

    def deadline(self):
        return DEADLINES[self.items * 5 % len(DEADLINES)]


class Notice:
    """A notice in the making: its lines, and how many tasks and sub-tasks it holds."""

    def __init__(self, words, number):
        self.words, self.lines, self.tasks, self.subtasks = words, [], 0, 0
        r = words.random
        self.size = r.randint(FEWEST, MOST)
        self.place, self.year, self.number = r.choice(words.places), r.randint(2008, 2024), number
        self.name = f"{self.year}年{self.place}市政府工作报告重点工作责任分解"

    def add(self, *lines):
        self.lines.extend(lines)

    def letter(self, between="", rule=""):
        """Title, recipients, text, issuer, date, and the title of the list."""
        issuer = f"{self.place}市人民政府办公室"
        lines = [f"{issuer}关于印发{self.name}的通知", f"{self.place}政办发〔{self.year}〕{self.number}号",
                 "各区、县（市）人民政府，市政府各部门、各直属单位：",
                 f"《{self.name}》已经市政府同意，现印发给你们，请认真组织实施。{rule}"]
        if self.number % 3 == 0:
            lines += ["一、加强组织领导。各责任单位要细化措施，按时报送进展情况。",
                      "二、强化督促检查。每季度末对落实情况进行通报。"]
        lines += [issuer, f"{self.year}年{self.number % 4 + 1}月{self.number % 27 + 1}日", "（此件公开发布）", self.name]
        for line in lines:
            self.add(line, *([between] if between is not None else []))

    def groups(self, most=12):
        """The tasks of the notice in groups: yields (group from 1, numbers of its tasks)."""
        number = 1
        for group in itertools.count(1):
            end = min(number + self.words.random.randint(2, most), self.size + 1)
            yield group, range(number, end)
            if end > self.size:
                return
            number = end

    def task(self):
        self.tasks += 1
        return self.words.text()


def person_heading(notice, mark, group):
    title = POSTS[min(group - 1, 2)]
    return f"{mark.format(chinese(group))}{notice.words.person(group)}{title}牵头重点工作"


def theme_heading(mark, group):
    return f"{mark.format(chinese(group))}{THEMES[(group - 1) % len(THEMES)]}"


def bars_on_lines(n):
    n.letter(None)
    for cell in ("序号", "重点工作任务", "责任单位"):
        n.add(cell, "|")
    for group, numbers in n.groups():
        n.add(person_heading(n, "（{}）", group), "|")
        for number in numbers:
            n.add(str(number), "|", n.task(), "|", n.words.list(), "|")


def tab_rows(n, group, numbers):
    n.add("", "\t" + person_heading(n, "（{}）", group), "")
    for number in numbers:
        text, units = n.task(), n.words.list()
        if number % 3 == 0:
            units += "\n省牵头单位:省" + n.words.organ()[1:]
        parts = number % 4 or 1
        n.subtasks += parts
        for part in range(1, parts + 1):
            mark = f"{part}." if parts > 1 else ""
            cells = (f"{number}{'*' if number % 17 == 0 else ''}", text, units) if part == 1 else ("", "", "")
            n.add(f"\t{cells[0]}\n\t{cells[1]}\n\t{mark}{n.words.text()}\n\t{n.words.deadline()}\n\t{cells[2]}", "")


def tab_dump(n):
    n.letter()
    first = True
    for group, numbers in n.groups():
        if group % 4 == 1:
            n.add("" if first else "备注：以上指标以上级下达为准。",
                  f"    {chinese(group // 4 + 1)}、{n.year}年{THEMES[group // 4 % len(THEMES)]}责任分解具体项目清单",
                  "\t序号\n\t重点工作任务\n\t细化具体项目任务\n\t项目任务\n完成时间\n\t责任单位")
            first, start = False, numbers[0]
            group_start = group
        tab_rows(n, group - group_start + 1, range(numbers[0] - start + 1, numbers[-1] - start + 2))


def paragraph_cells(n):
    n.letter()
    for cell in "序号 项目 重点工作 牵头领导 牵头单位 主要参与单位".split():
        n.add(cell, "")
    for group, numbers in n.groups():
        n.add(theme_heading("{}、在", group) + "上求突破", "")
        for number in numbers:
            w = n.words
            cells = [str(number)]
            if number == numbers[0] or number % 5 == 0:
                cells.append(VERBS[number % 16] + THINGS[number % 36])
            cells.append(n.task())
            cells += [w.person(step) for step in range(1 + number % 2)]
            cells += [w.organ(step) for step in range(1 + number % 3)]
            cells.append(w.organ(7) + "、" + w.organ(8) + "，各平台、镇街" if number % 4 else "各平台、镇街")
            for cell in cells:
                n.add(cell, "")


def label_lines(n):
    """Every fourth notice holds its body twice; the copy's tasks are not counted."""
    n.letter()
    start = len(n.lines)
    for group, numbers in n.groups():
        n.add(person_heading(n, "{}、", group), "")
        for number in numbers:
            n.add(f"{number}.{n.task()}", "")
            if number % 8 or number == numbers[-1]:
                rule = "（列第一位的为牵头或汇总单位，下同）" if group == 1 and number == numbers[-1] else ""
                n.add("牵头单位：" + n.words.list() + rule, "")
    if n.number % 4 == 0:
        n.lines += n.lines[start:]


def numbers_lost(n):
    n.letter(rule="责任分解中，列第一位的责任单位为牵头单位或汇总单位。")
    for group, numbers in n.groups():
        n.add(person_heading(n, "{}、", group), "")
        for number in numbers:
            lost = number % 3 and number not in (numbers[0], numbers[-1])
            text = ("" if lost else f"{number}.") + n.task()
            if number % 10 == 9:
                n.add(text + "责任单位：" + n.words.list(), "")
            else:
                n.add(text, "", "责任单位：" + n.words.list(), "")


def bracket_verbs(n):
    forms = ("（{0}牵头，{1}、{2}配合）", "（{0}、{1}等按职责分工负责）", "（{0}负责）", "〔{0}主办，{1}、{2}协办〕",
             "（{0}牵头，各区、县（市）人民政府参与）", "（{0}、{1}分别负责，持续推进）")
    n.letter()
    for group, numbers in n.groups():
        n.add(theme_heading("{}、", group), "")
        for number in numbers:
            text, w = n.task(), n.words
            n.add(f"{number}.{text}" + forms[number % 6].format(w.organ(), w.organ(3), w.organ(9)), "")


def bracket_labels(n):
    n.letter()
    for group, numbers in n.groups():
        n.add(theme_heading("{}、", group), "")
        for number, own in enumerate(numbers, 1):
            text, w = n.task(), n.words
            due = f"；完成时限：{w.deadline()}" if own % 3 == 0 else ""
            units = f"牵头单位：{w.organ()}；责任单位：{w.organ(3)}、{w.organ(9)}{due}"
            n.add(f"（{chinese(number)}）{text}" + (f"〔{units}〕" if own % 2 else f"（{units}）"), "")


def inline_labels(n):
    n.letter()
    for group, numbers in n.groups():
        n.add(theme_heading("{}、", group), "")
        for number in numbers:
            n.add(f"{number}、{n.task()}牵头单位：{n.words.organ()}；责任单位：{n.words.list()}。", "")


def leader_labels(n):
    n.letter()
    for group, numbers in n.groups():
        n.add("    " + theme_heading("{}、", group), "")
        for number in numbers:
            text, w = n.task(), n.words
            n.add(f"    {number}. {text}", "", f"    牵头负责领导：{w.person()}。", "",
                  f"    牵头责任单位：{w.organ()}。", "", f"    协同责任单位：{w.list()}。", "")


def numberless(n):
    n.letter()
    for group, numbers in n.groups():
        n.add(theme_heading("{}、", group), "")
        for _ in numbers:
            text, w = n.task(), n.words
            n.add(f"{text}（{w.organ()}牵头，{w.organ(3)}、{w.organ(9)}配合）", "")


def several_brackets(n):
    n.letter()
    for group, numbers in n.groups():
        n.add(theme_heading("{}、", group), "")
        for number in numbers:
            text, w = n.task(), n.words
            if number % 4:
                n.add(f"{number}.{text}（{w.organ()}负责）", "")
                continue
            n.subtasks += 2
            n.add(f"{number}.{text}{w.text()}（{w.organ()}负责）{w.text()}（{w.organ(3)}牵头，{w.organ(9)}配合）", "")


TABLE = "序号 重点工作 责任领导 牵头单位 配合单位 完成时限".split()


def table_rows(n):
    """Rows of the plain tables: number, text, leader, lead, support, deadline."""
    for number in range(1, n.size + 1):
        text, w = n.task(), n.words
        yield (str(number), text, w.person(), w.organ(), w.list(), w.deadline())


def bars_at_line_end(n):
    n.letter(None)
    for row in [TABLE, *table_rows(n)]:
        n.add(" |\n".join(row) + " |")


def bars_per_row(n):
    n.letter(None)
    for row in [TABLE, *table_rows(n)]:
        n.add(" | ".join(row) + " |")


def tab_separated(n):
    n.letter(None)
    for row in [TABLE, *table_rows(n)]:
        n.add("\t".join(row))


def markdown_table(n):
    n.letter()
    n.add("| " + " | ".join(TABLE) + " |", "|" + "---|" * len(TABLE))
    for row in table_rows(n):
        n.add("| " + " | ".join(row) + " |")
    n.add("")


def spaced_columns(n):
    """Columns aligned by blanks, a wide character counted as two."""
    n.letter(None)
    for row in [TABLE, *table_rows(n)]:
        line = "".join(cell + " " * max(2, width - 2 * len(cell)) for cell, width in zip(row, (6, 130, 12, 26, 110, 0)))
        n.add(line.rstrip(" "))


LAYOUTS = {f.__name__.replace("_", "-"): f for f in (
    bars_on_lines, tab_dump, paragraph_cells, label_lines, numbers_lost, bracket_verbs, bracket_labels,
    inline_labels, leader_labels, numberless, several_brackets, bars_at_line_end, bars_per_row,
    tab_separated, markdown_table, spaced_columns)}


def traditional(readings):
    """A table for str.translate, made by asking opencc about every character of this file."""
    characters = sorted({c for c in open(__file__, encoding="utf-8").read() if "㐀" <= c <= "鿿"})
    text = subprocess.run(["opencc", "-c", "s2t"], input="\n".join(characters), text=True,
                          capture_output=True, check=True).stdout
    table = dict(zip(characters, text.split("\n")))
    if readings:
        for simple, full in {**{v: v for v in table.values()}, **table}.items():
            if full in READINGS:
                table[simple] = f"{full}({READINGS[full]})"
    return str.maketrans(table)


def size_in_bytes(text):
    """5000, 64K, 20M, 1G."""
    units = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
    return int(float(text[:-1]) * units[text[-1].upper()]) if text[-1].upper() in units else int(text)


def blocks(words, makers, totals):
    """Notices without end, gathered into blocks of text; totals is brought up to date with each."""
    lines, length = [], 0
    for number in itertools.count(1):
        notice = Notice(words, number)
        makers[number % len(makers)](notice)
        text = "\n".join(notice.lines) + "\n\n"
        totals["notices"] += 1
        totals["tasks"] += notice.tasks
        totals["subtasks"] += notice.subtasks
        lines.append(text)
        length += len(text)
        if length >= BLOCK or totals["bytes"] + 3 * length >= totals["limit"]:
            yield "".join(lines)
            lines, length = [], 0


def write_all(data):
    view = memoryview(data)
    while view:
        view = view[os.write(1, view):]


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=size_in_bytes, default=size_in_bytes("1M"), help="5000, 64K, 20M, 1G")
    parser.add_argument("--layout", default="all", choices=["all", *LAYOUTS])
    parser.add_argument("--script", default="hans", choices=["hans", "hant"])
    parser.add_argument("--readings", action="store_true", help="with hant: readings after characters")
    parser.add_argument("--encoding", default="utf-8", help="utf-8, gb18030, big5, utf-16-le ...")
    parser.add_argument("--count-only", action="store_true", help="print the totals, write no notice")
    parser.add_argument("--list", action="store_true", help="print the names of the layouts")
    return parser.parse_args()


def main():
    args = options()
    if args.list:
        print("\n".join(LAYOUTS))
        return
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    makers = list(LAYOUTS.values()) if args.layout == "all" else [LAYOUTS[args.layout]]
    table = traditional(args.readings) if args.script == "hant" else None
    totals = {"notices": 0, "tasks": 0, "subtasks": 0, "bytes": 0, "limit": args.size}
    for text in blocks(Words(args.seed), makers, totals):
        data = (text.translate(table) if table else text).encode(args.encoding, "replace")
        totals["bytes"] += len(data)
        if not args.count_only:
            write_all(data)
        if totals["bytes"] >= args.size:
            break
    del totals["limit"]
    summary = " ".join(f"{name} {value}" for name, value in totals.items())
    print(summary, file=sys.stdout if args.count_only else sys.stderr)


if __name__ == "__main__":
    main()
