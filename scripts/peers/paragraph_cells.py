#!/usr/bin/env python3
"""A paragraph a cell: number, perhaps a project, task, one or two leaders, lead units, support."""
from common import HEADING, main, units


def task_of(cells, heading):
    number, *rest = cells
    text = next(i for i, cell in enumerate(rest) if cell.endswith("。"))
    *middle, support = rest[text + 1:]
    leads = [cell for cell in middle if cell.startswith("市")]
    return {"number": number, "heading": heading, "project": rest[0] if text else None, "text": rest[text],
            "leaders": middle[:len(middle) - len(leads)], "lead": leads, "support": units(support)}


def tasks(lines):
    heading, cells = None, []
    for line in lines:
        line = line.strip()
        if not line:
            continue
        head = HEADING.match(line)
        if head or line.isdigit() or line.endswith("的通知"):
            if cells:
                yield task_of(cells, heading)
            cells = [line] if line.isdigit() else []
            heading = head[1] if head else heading
        elif cells:
            cells.append(line)
    if cells:
        yield task_of(cells, heading)


if __name__ == "__main__":
    main(tasks)
