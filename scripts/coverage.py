"""Sums up what gcov counted in a build.

    coverage.py BUILD SOURCES [DETAIL]
"""

import collections
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

WANTED = 90.0  # per cent; files below it are named
AT_ONCE = 64  # counts that one gcov is given


def counted_lines(build, sources):
    """File below `sources` → line → how often it ran, summed over all programs."""
    lines = collections.defaultdict(lambda: collections.defaultdict(int))
    counts = sorted(str(p.resolve()) for p in Path(build).rglob("*.gcda"))
    for start in range(0, len(counts), AT_ONCE):
        with tempfile.TemporaryDirectory() as folder:
            command = ["gcov", "--json-format", "--hash-filenames", *counts[start : start + AT_ONCE]]
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
            for report in Path(folder).glob("*.gcov.json.gz"):
                add_report(json.loads(gzip.decompress(report.read_bytes())), sources, lines)
    return lines


def add_report(report, sources, lines):
    for file in report["files"]:
        path = os.path.realpath(os.path.join(report["current_working_directory"], file["file"]))
        if not path.startswith(sources + "/"):
            continue
        for line in file["lines"]:
            lines[path[len(sources) + 1 :]][line["line_number"]] += line["count"]


def share(lines):
    """Lines that ran, lines in all, per cent."""
    ran = sum(count > 0 for count in lines)
    return ran, len(lines), 100.0 * ran / len(lines) if lines else 100.0


def print_row(name, lines):
    ran, whole, per_cent = share(lines)
    print(f"{name:<32}{ran:>7}{whole:>7}{per_cent:>8.1f}%")


def ranges(numbers):
    """[3, 4, 5, 9] → `3-5 9`"""
    out = []
    for number in numbers:
        if out and number == out[-1][1] + 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return " ".join(f"{a}-{b}" if a != b else str(a) for a, b in out)


def main():
    build, sources, detail = sys.argv[1], os.path.realpath(sys.argv[2]), sys.argv[3]
    files = {name: list(found.items()) for name, found in counted_lines(build, sources).items()}
    if not files:
        print("nothing was counted")
        return 1
    folders = collections.defaultdict(list)
    for name, found in files.items():
        folders[name.split("/")[0] if "/" in name else "."] += [count for _, count in found]
    print(f"{'':<32}{'ran':>7}{'lines':>7}{'share':>9}")
    for folder in sorted(folders):
        print_row("src/" + folder, folders[folder])
    print_row("all", [count for found in folders.values() for count in found])
    print(f"\nfiles below {WANTED:.0f}%:")
    for name, found in sorted(files.items()):
        counts = [count for _, count in found]
        if share(counts)[2] < WANTED:
            print_row("src/" + name, counts)
    for name, found in sorted(files.items()):
        missed = sorted(line for line, count in found if count == 0)
        if detail and detail in name and missed:
            print(f"\nsrc/{name} was not reached at {ranges(missed)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
