#!/usr/bin/env python3
"""`1、Text。牵头单位：A；责任单位：B。` and `（一）Text。（牵头单位：A；完成时限：6月）`."""
import re

from common import HEADING, ROLES, main, value

ITEM = re.compile(r"(?:[（(]([一二三四五六七八九十]+)[）)]|(\d+)[、.])(.+)")
LABEL = re.compile(r"(牵头单位|责任单位|完成时限)[：:](.+?)(?=[；;]|。$|[）)〕]$|$)")


def tasks(lines):
    heading = None
    for line in lines:
        line = line.strip()
        if item := ITEM.match(line):
            labels = list(LABEL.finditer(item[3]))
            if not labels:
                continue
            text = item[3][:labels[0].start()].rstrip("（(〔")
            task = {"number": item[1] or item[2], "heading": heading, "text": text}
            for label in labels:
                field = ROLES[label[1]]
                task[field] = value(field, label[2])
            yield task
        elif head := HEADING.match(line):
            heading = head[1]


if __name__ == "__main__":
    main(tasks)
