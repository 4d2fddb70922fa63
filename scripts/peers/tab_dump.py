#!/usr/bin/env python3
"""Rows of five cells, each cell behind a TAB on a line of its own, rows set apart by a blank line:
number, task, sub-task, deadline, units. A row without a number has a further sub-task."""
import re

from common import main, units

NUMBER = re.compile(r"(\d+)\*?$")
GROUP = re.compile(r"[（(][一二三四五六七八九十]+[）)](.+)")
PART = re.compile(r"\d+\.")


def rows(lines):
    """The cells of each block of lines."""
    cells = []
    for line in lines:
        if line == "\n":
            if cells:
                yield cells
                cells = []
        elif line[0] == "\t":
            cells.append(line[1:].strip())
        elif cells:
            cells[-1] += "\n" + line.strip()
    if cells:
        yield cells


def tasks(lines):
    heading, task = None, None
    for cells in rows(lines):
        if len(cells) == 1 and (group := GROUP.match(cells[0])):
            heading = group[1]
        if len(cells) != 5:
            continue
        if number := NUMBER.match(cells[0]):
            if task:
                yield task
            own, *superior = cells[4].split("\n")
            task = {"number": number[1], "heading": heading, "text": cells[1], "subtasks": [],
                    "units": units(own)}
            if superior:
                task["superior"] = superior[0].partition(":")[2]
        elif cells[0] or task is None:
            continue
        task["subtasks"].append({"text": PART.sub("", cells[2], 1), "deadline": cells[3]})
    if task:
        yield task


if __name__ == "__main__":
    main(tasks)
