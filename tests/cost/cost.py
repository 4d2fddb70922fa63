#!/usr/bin/env python3
"""How many instructions fenjie needs, against the record in counts.txt. scripts/cost.sh runs this.

    cost.py check FENJIE                    more than 10 % over the record is a failure
    cost.py accept FENJIE                   rewrites the record
    cost.py functions FENJIE [LAYOUT...]    where the instructions go
"""
import os
import platform
import re
import shutil
import signal
import sys
import tempfile

import callgrind
import inputs
import rooms

RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counts.txt")
SLACK = 0.10
SKIPPED = 77
STARTS = {"label-lines": "start-up", "traditional": "start-up with t2s"}
ADVICE = "If that is the price of something: scripts/cost.sh --accept, and say what for in the commit."


def build_of(fenjie):
    """Compiler and processor: counts of another build say nothing."""
    with open(fenjie, "rb") as file:
        data = file.read()
    # A program by clang names g++ too: parts of the C library are linked in.
    found = re.search(rb"clang version [0-9.]+", data) or re.search(rb"GCC: \([^)]*\) [0-9.]+", data)
    return f"{found[0].decode() if found else 'unknown'}, {platform.machine()}"


def count(fenjie, folder):
    """Instructions by input: of a start with one small notice, then for each further byte."""
    counts = {}
    for name, kind in inputs.kinds().items():
        small = inputs.make(folder, "small", kind, inputs.SMALL)
        large = inputs.make(folder, "large", kind, inputs.LARGE)
        first, all_ = (callgrind.instructions([fenjie, "-q", path], folder) for path in (small, large))
        if name in STARTS:
            counts[STARTS[name]] = first
        counts[name] = round((all_ - first) / (os.path.getsize(large) - os.path.getsize(small)), 2)
    return counts


def write_record(counts, build):
    with open(RECORD, "w", encoding="utf-8") as file:
        file.write("# Instructions (callgrind): of a start with a small notice, then of a byte of each input.\n"
                   f"# Written by scripts/cost.sh --accept. build: {build}\n")
        file.writelines(f"{name}: {number}\n" for name, number in counts.items())


def read_record():
    """The counts and the build that they belong to."""
    with open(RECORD, encoding="utf-8") as file:
        text = file.read()
    rows = (line.rsplit(": ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: float(number) for name, number in rows}, re.search(r"build: (.+)", text)[1]


def compare(counts, record):
    """Prints both; gives the names of what costs more than it may, or has no record."""
    wrong = []
    print(f"{'':<44} {'record':>12} {'now':>12} {'change':>8}")
    for name, now in counts.items():
        before = record.get(name)
        change = now / before - 1 if before else None
        bad = change is None or change > SLACK
        shown = ("no record", "") if change is None else (f"{before:.10g}", f"{change:+.1%}")
        print(f"{name:<44} {shown[0]:>12} {now:>12} {shown[1]:>8}{' MORE' if bad else ''}")
        wrong += [name] if bad else []
    return wrong


def check(fenjie, folder):
    record, build = read_record()
    if build != build_of(fenjie):
        print(f"skipped: the record is of {build}, this is {build_of(fenjie)}")
        return SKIPPED
    counts = count(fenjie, folder)
    wrong = compare(counts, record)
    if wrong:
        print(f"\nMore than {SLACK:.0%} over the record: {', '.join(wrong)}.\n{ADVICE}")
    elif any(now < (1 - SLACK) * record[name] for name, now in counts.items()):
        print("\nThere are inputs that cost much less now: scripts/cost.sh --accept keeps the gain.")
    return 1 if wrong else 0


def accept(fenjie, folder):
    write_record(count(fenjie, folder), build_of(fenjie))
    print(f"written: {os.path.relpath(RECORD)}")
    return 0


def functions(fenjie, folder, names):
    kinds = inputs.kinds()
    paths = [inputs.make(folder, name, kinds[name], inputs.LARGE) for name in names or inputs.layouts()]
    data = b"".join(open(path, "rb").read() for path in paths)
    profile = callgrind.profile(callgrind.run([fenjie, "-q", *paths], folder))
    rooms.report(profile, data.count(b"\n"), len(data))
    return 0


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("check", "accept", "functions"):
        sys.exit(__doc__)
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return SKIPPED
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    action, fenjie, *names = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if action == "functions":
            return functions(fenjie, folder, names)
        return check(fenjie, folder) if action == "check" else accept(fenjie, folder)


if __name__ == "__main__":
    sys.exit(main())
