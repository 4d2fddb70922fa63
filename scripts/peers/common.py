"""What the scripts of this folder share. Each stands for what a capable user writes in an hour: regular
expressions, line by line, json.dumps; it knows its layout and nothing else. `script.py FILE` prints a
JSON object a task."""
import json
import re
import sys

HEADING = re.compile(r"\s*[一二三四五六七八九十]+、(.+)")
ROLES = {
    "牵头单位": "lead", "牵头责任单位": "lead", "责任单位": "responsible", "协同责任单位": "support",
    "配合单位": "support", "主要参与单位": "support", "牵头负责领导": "leaders", "责任领导": "leaders",
    "完成时限": "deadline",
}
RULE = re.compile(r"[（(]列第一位[^）)]*[）)]")
COMMA = re.compile("[、，,]")


def units(text):
    """`市教育局、市民政局，各区政府。` as a list."""
    return [unit for unit in COMMA.split(RULE.sub("", text).rstrip("。")) if unit]


def value(field, text):
    return text.strip() if field == "deadline" else units(text)


def print_tasks(tasks, path):
    """Prints what tasks(lines) yields; gives how many there were."""
    count = 0
    with open(path, encoding="utf-8") as lines:
        for count, task in enumerate(tasks(lines), 1):
            sys.stdout.write(json.dumps(task, ensure_ascii=False) + "\n")
    return count


def main(tasks):
    print_tasks(tasks, sys.argv[1])
