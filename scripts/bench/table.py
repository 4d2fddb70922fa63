"""The table as it is printed, in Markdown, and what was found wrong on the way."""
import os
import re
import subprocess
import sys

HEADS = ("input", "fenjie", "against", "its figure", "ratio", "goal", "aim", "")
WIDTHS = (38, 25, 25, 25, 19, 6, 6, 7)
BRIEF = (38, 10, 25, 10, 5)  # medians alone
# Debian's, if it is there: one that somebody built at home may be slower by a fifth.
PYTHON = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable


class Table:
    def __init__(self, brief):
        self.widths = BRIEF if brief else WIDTHS
        self.counted, self.wrong, self.missed, self.busy = 0, [], 0, []

    def line(self, cells):
        padded = (cell.ljust(width) for cell, width in zip(cells, self.widths))
        print(f"| {' | '.join(padded)} |", flush=True)

    def head(self):
        self.line(HEADS)
        self.line(["-" * width for width in self.widths])

    def figure(self, spread, unit=""):
        return spread.text(unit) if self.widths is WIDTHS else spread.text(unit).partition(" [")[0]

    def row(self, title, mine, name, theirs, ratio, goal, unit=""):
        """A ratio with its goal; without a peer the figure itself is what the goal is for."""
        self.line([title, self.figure(mine, unit), name, self.figure(theirs, unit) if theirs else "",
                   self.figure(ratio) if theirs else "", *self.verdict(ratio.median, goal)])

    def verdict(self, figure, goal):
        if goal is None:
            return "", "", ""
        sign = "≤ " if goal.most else "≥ "
        reached = [bound is not None and (figure <= bound if goal.most else figure >= bound)
                   for bound in (goal.bound, goal.aim)]
        self.missed += not reached[0]
        return (f"{sign}{goal.bound:g}", f"{sign}{goal.aim:g}" if goal.aim else "",
                "aim met" if reached[1] else "met" if reached[0] else "NOT MET")

    def count(self, what, found, wanted):
        self.counted += 1
        if found != wanted:
            self.wrong.append(f"{what}: {found} tasks found, {wanted} are there")

    def note_load(self, runs):
        """How much of the time others had the processor."""
        self.busy += [run.wall / run.cpu - 1 for run in runs]

    def foot(self):
        if self.counted:
            print(f"\nTasks counted in {self.counted} texts: {'all right' if not self.wrong else 'WRONG'}.")
        for line in self.wrong:
            print(f"- {line}")
        if self.widths is WIDTHS:
            print(f"Goals not met: {self.missed}.")
        if self.busy and (share := sorted(self.busy)[len(self.busy) // 2]) > 0.1:
            print(f"The machine was busy: runs waited {share:.0%} of their time. Measure on a quiet one.")


def first_match(pattern, path):
    try:
        with open(path, encoding="utf-8") as file:
            found = re.search(pattern, file.read(), re.MULTILINE)
    except OSError:
        return "unknown"
    return found[1] if found else "unknown"


def version(command):
    """The number in the first lines of `PROGRAM --version`."""
    made = subprocess.run([command, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"\d+(\.\d+)+", made.stdout + made.stderr)
    return f"{os.path.basename(command)} {found[0] if found else '?'}"


def machine(cpus):
    """What the figures hang on, in three lines."""
    memory = int(first_match(r"^MemTotal:\s+(\d+)", "/proc/meminfo").replace("unknown", "0")) / (1 << 20)
    processor = first_match(r"^model name\s*:\s*(.+)$", "/proc/cpuinfo")
    system = first_match(r'^PRETTY_NAME="?(.*?)"?$', "/etc/os-release")
    peers = ", ".join(version(name) for name in ("rg", "uconv", "opencc", "jq", "iconv"))
    print(f"Machine: {processor}, {cpus} CPUs, {memory:.0f} GiB, {system}.")
    print(f"Against: {peers}, {version(PYTHON)}.")
