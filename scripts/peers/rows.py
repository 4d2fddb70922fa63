#!/usr/bin/env python3
"""Tables with a row a line: `a | b |`, `| a | b |`, TABs between cells, or columns set apart by blanks.
The header row says which."""
import re

from common import ROLES, main, value

FIELDS = {**ROLES, "序号": "number", "重点工作": "text"}
BAR = re.compile(r"\s*\|\s*")
BLANKS = re.compile(r"\s{2,}")


def cells_of(line, separator):
    if separator is None:
        return line.rstrip("\n").split("\t")
    return [cell for cell in separator.split(line.strip()) if cell]


def tasks(lines):
    separator, fields = None, []
    for line in lines:
        if "序号" in line:
            separator = BAR if "|" in line else None if "\t" in line else BLANKS
            fields = [FIELDS[cell] for cell in cells_of(line, separator)]
            continue
        if not fields:
            continue
        cells = cells_of(line, separator)
        if len(cells) == len(fields) and cells[0].isdigit():
            yield {field: cell if field in ("number", "text") else value(field, cell)
                   for field, cell in zip(fields, cells)}


if __name__ == "__main__":
    main(tasks)
