#!/usr/bin/env python3
"""Paragraphs, most without their number, each with `责任单位：…` behind it or on the next line."""
import re

from common import HEADING, main, units

ITEM = re.compile(r"(?:(\d+)[.．、])?\s*(.+)")
LABEL = re.compile(r"(.*)责任单位[：:](.+)")


def tasks(lines):
    heading, paragraph = None, ""
    for line in lines:
        line = line.strip()
        if not line:
            continue
        if label := LABEL.match(line):
            number, text = ITEM.match(label[1] or paragraph).groups()
            yield {"number": number, "heading": heading, "text": text, "responsible": units(label[2])}
        elif head := HEADING.match(line):
            heading = head[1]
        else:
            paragraph = line


if __name__ == "__main__":
    main(tasks)
