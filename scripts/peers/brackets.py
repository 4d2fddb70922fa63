#!/usr/bin/env python3
"""`1.Text。（A牵头，B、C配合）`, with or without a number; several brackets make sub-tasks."""
import re

from common import HEADING, main, units

ITEM = re.compile(r"(?:(\d+)[.．、])?(.+)")
INSIDE = r"(?:[^（）()〔〕]|（市）|\(市\))"
BRACKET = re.compile(rf"[（(〔]({INSIDE}*?(?:牵头|负责|主办){INSIDE}*)[）)〕]")
CLAUSE = re.compile(r"(.+?)(?:等按职责分工|分别)?(牵头|负责|主办|配合|协办|参与)(?:[，,]|$)(?:持续推进)?")
FIELDS = {"牵头": "lead", "主办": "lead", "负责": "responsible", "配合": "support", "协办": "support",
          "参与": "support"}


def fields(bracket):
    return {FIELDS[clause[2]]: units(clause[1]) for clause in CLAUSE.finditer(bracket)}


def tasks(lines):
    heading = None
    for line in lines:
        line = line.strip()
        brackets = list(BRACKET.finditer(line))
        if brackets:
            number, _ = ITEM.match(line).groups()
            start = len(number) + 1 if number else 0
            parts = []
            for bracket in brackets:
                parts.append({"text": line[start:bracket.start()], **fields(bracket[1])})
                start = bracket.end()
            task = {"number": number, "heading": heading, **parts[0]}
            if len(parts) > 1:
                task["subtasks"] = parts
            yield task
        elif head := HEADING.match(line):
            heading = head[1]


if __name__ == "__main__":
    main(tasks)
