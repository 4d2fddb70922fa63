#!/usr/bin/env python3
"""A line a cell: `cell` and `|` in turn (number, task, units), or `cell |` (six columns)."""
import re

from common import main, units

GROUP = re.compile(r"[（(][一二三四五六七八九十]+[）)](.+)")


def bars_on_lines(lines):
    heading, row, cell = None, [], ""
    for line in lines:
        line = line.strip()
        if line != "|":
            cell = line
            continue
        if cell.isdigit():
            row = [cell]
        elif group := GROUP.match(cell):
            heading = group[1]
        elif row:
            row.append(cell)
            if len(row) == 3:
                yield {"number": row[0], "heading": heading, "text": row[1], "responsible": units(row[2])}
                row = []


def bars_at_line_end(lines):
    row = []
    for line in lines:
        if not line.endswith(" |\n"):
            continue
        row.append(line[:-3])
        if len(row) == 6:
            number, text, leader, lead, support, deadline = row
            if number.isdigit():
                yield {"number": number, "text": text, "leaders": [leader], "lead": units(lead),
                       "support": units(support), "deadline": deadline}
            row = []


def tasks(lines):
    """Which of the two it is shows the first bar."""
    lines = iter(lines)
    for line in lines:
        if line == "|\n":
            return bars_on_lines(lines)
        if line.endswith(" |\n"):
            for _ in range(5):  # the rest of the header row
                next(lines)
            return bars_at_line_end(lines)
    return iter(())


if __name__ == "__main__":
    main(tasks)
