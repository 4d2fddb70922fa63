#!/usr/bin/env python3
"""mixed.py DIR: all layouts, each by its script. No script reads a mix, so the mix lies in DIR sorted by
layout (generate.py --parts). With --counts how many tasks each layout gave stands on standard error."""
import json
import os
import sys

import bars
import brackets
import common
import labels_on_line
import numbered_paragraphs
import numbers_lost
import paragraph_cells
import rows
import tab_dump

SCRIPTS = {
    "numbered-paragraphs": numbered_paragraphs, "label-lines": numbered_paragraphs,
    "leader-labels": numbered_paragraphs, "numbers-lost": numbers_lost, "inline-labels": labels_on_line,
    "bracket-labels": labels_on_line, "bracket-verbs": brackets, "numberless": brackets,
    "several-brackets": brackets, "tab-dump": tab_dump, "bars-on-lines": bars, "bars-at-line-end": bars,
    "bars-per-row": rows, "tab-separated": rows, "markdown-table": rows, "spaced-columns": rows,
    "paragraph-cells": paragraph_cells,
}


def main():
    counts = {}
    for name in sorted(os.listdir(sys.argv[1])):
        layout, ending = os.path.splitext(name)
        if ending == ".txt":
            counts[layout] = common.print_tasks(SCRIPTS[layout].tasks, os.path.join(sys.argv[1], name))
    if "--counts" in sys.argv:
        print(json.dumps(counts), file=sys.stderr)


if __name__ == "__main__":
    main()
