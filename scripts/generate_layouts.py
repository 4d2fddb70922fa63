"""The layouts of generate.py: each function writes one invented notice."""
import itertools

from generate_words import POSTS, THEMES, THINGS, VERBS

FEWEST, MOST = 20, 200    # tasks of a notice


def chinese(number):
    """1 to 99 as a heading writes them: 一, 十二, 二十."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    front = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return front + (digits[ones] if ones or not tens else "")


class Notice:
    """A notice in the making: its lines, and how many tasks and sub-tasks it holds."""

    def __init__(self, words, number, size=None):
        self.words, self.lines, self.tasks, self.subtasks = words, [], 0, 0
        r = words.random
        self.size = size or r.randint(FEWEST, MOST)
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
            first = (f"{number}{'*' if number % 17 == 0 else ''}", text, units)
            cells = first if part == 1 else ("", "", "")
            own = f"{mark}{n.words.text()}\n\t{n.words.deadline()}"
            n.add(f"\t{cells[0]}\n\t{cells[1]}\n\t{own}\n\t{cells[2]}", "")


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


def numbered_paragraphs(n):
    """Long paragraphs under persons; a task without a label line shares that of the next."""
    n.letter()
    for group, numbers in n.groups(30):
        n.add(person_heading(n, "{}、", group), "")
        for number in numbers:
            text = n.task() + "".join(n.words.text() for _ in range((0, 0, 1, 1, 2, 4)[n.words.draw(6)]))
            n.add(f"{number}.{text}", "")
            if number % 8 or number == numbers[-1]:
                n.add("责任单位：" + n.words.list(), "")


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
        widths = (6, 130, 12, 26, 110, 0)
        n.add("".join(c + " " * max(2, w - 2 * len(c)) for c, w in zip(row, widths)).rstrip(" "))


LAYOUTS = {f.__name__.replace("_", "-"): f for f in (
    bars_on_lines, tab_dump, paragraph_cells, numbered_paragraphs, label_lines, numbers_lost, bracket_verbs,
    bracket_labels, inline_labels, leader_labels, numberless, several_brackets, bars_at_line_end,
    bars_per_row, tab_separated, markdown_table, spaced_columns)}
