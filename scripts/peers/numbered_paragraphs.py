#!/usr/bin/env python3
"""`5.Text` with label lines below it (`责任单位：…`), under headings `一、…`. A task without label lines
takes those of the next; a second copy of the list in a notice is left out."""
import re

from common import HEADING, ROLES, main, value

ITEM = re.compile(r"\s*(\d+)[.．、]\s*(.+)")
LABEL = re.compile(r"\s*(\w+)[：:](.+)")
TITLE = re.compile(r".*关于印发.*通知$")


def tasks(lines):
    heading, waiting, labelled, seen = None, [], False, set()
    for line in lines:
        if line.isspace():
            continue
        if item := ITEM.match(line):
            if labelled:
                yield from waiting
                waiting, labelled = [], False
            number, text = item.groups()
            if text not in seen:
                seen.add(text)
                waiting.append({"number": number, "heading": heading, "text": text})
        elif (label := LABEL.match(line)) and label[1] in ROLES:
            field = ROLES[label[1]]
            for task in waiting:
                task[field] = value(field, label[2])
            labelled = True
        elif head := HEADING.match(line):
            heading = head[1]
        elif TITLE.match(line):
            seen.clear()
    yield from waiting


if __name__ == "__main__":
    main(tasks)
