#!/usr/bin/env python3
"""Writes invented task-breakdown notices to standard output, one after the other.

    generate.py --size 100M                     every layout in turn
    generate.py --size 1G --layout tab-dump     one layout; --list names them
    generate.py --size 100M --parts DIR         also each layout's notices as DIR/LAYOUT.txt
    generate.py --size 1 --tasks 5              a single notice with five tasks
    generate.py --size 20M --seed 7 --script hant --readings --encoding gb18030

The same seed gives the same bytes. No two tasks have the same text, and every fourth notice has
half-width punctuation. What was written (notices, tasks, sub-tasks, bytes) stands on standard error
at the end; --count-only prints that alone.
Places, organs, persons and works are put together from word lists and mean nothing.
"""
import argparse
import codecs
import itertools
import json
import os
import shutil
import signal
import sys

from generate_damage import transform
from generate_layouts import LAYOUTS, Notice
from generate_words import Words

BLOCK = 1 << 20           # characters gathered before a write
HALF_WIDTH = str.maketrans("，：；（）", ",:;()")


def size_in_bytes(text):
    """5000, 64K, 20M, 1G."""
    units = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
    return int(float(text[:-1]) * units[text[-1].upper()]) if text[-1].upper() in units else int(text)


NOTHING = {"notices": 0, "tasks": 0, "subtasks": 0, "bytes": 0}


class Output:
    """Gathers the notices of one output and counts what was written."""

    def __init__(self, args, write):
        self.convert = transform(args.script, args.readings, args.shifted)
        self.encode = codecs.getincrementalencoder(args.encoding)("replace").encode
        self.write, self.texts, self.length, self.totals = write, [], 0, dict(NOTHING)

    def add(self, notice):
        text = "\n".join(notice.lines) + "\n\n"
        # every fourth notice has half-width punctuation, as many pages on the web do
        self.texts.append(text.translate(HALF_WIDTH) if notice.number % 4 == 0 else text)
        self.length += len(self.texts[-1])
        counts = {"notices": 1, "tasks": notice.tasks, "subtasks": notice.subtasks}
        for name, count in counts.items():
            self.totals[name] += count

    def flush(self):
        data = self.encode(self.convert("".join(self.texts)))
        self.totals["bytes"] += len(data)
        self.texts, self.length = [], 0
        self.write(data)


class Parts:
    """Each layout's notices in a file of their own, DIR/LAYOUT.txt; DIR/counts.json says what they hold."""

    def __init__(self, folder, args):
        self.counts = os.path.join(folder, "counts.json")
        self.files = {name: open(os.path.join(folder, name + ".txt"), "wb") for name in LAYOUTS}
        self.outputs = {name: Output(args, file.write) for name, file in self.files.items()}

    def close(self):
        for name, output in self.outputs.items():
            output.flush()
            self.files[name].close()
        with open(self.counts, "w", encoding="utf-8") as file:
            json.dump({name: output.totals for name, output in self.outputs.items()}, file, indent=1)


def write_stdout(data):
    view = memoryview(data)
    while view:
        view = view[os.write(1, view):]


def write_notices(args):
    """Notices until there are enough bytes; gives what was written."""
    words, output = Words(args.seed), Output(args, (lambda data: None) if args.count_only else write_stdout)
    parts = Parts(args.parts, args) if args.parts else None
    layouts = list(LAYOUTS) if args.layout == "all" else [args.layout]
    for number in itertools.count(1):
        layout = layouts[number % len(layouts)]
        notice = Notice(words, number, args.tasks)
        LAYOUTS[layout](notice)
        output.add(notice)
        if parts:
            parts.outputs[layout].add(notice)
        if output.length >= BLOCK or output.totals["bytes"] + 3 * output.length >= args.size:
            output.flush()
        if output.totals["bytes"] >= args.size:
            break
    if parts:
        parts.close()
    return output.totals


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=size_in_bytes, default=size_in_bytes("1M"), help="5000, 64K, 20M, 1G")
    parser.add_argument("--layout", default="all", choices=["all", *LAYOUTS])
    parser.add_argument("--parts", metavar="DIR", help="each layout's notices also as DIR/LAYOUT.txt")
    parser.add_argument("--tasks", type=int, help="of each notice; without it 20 to 200")
    parser.add_argument("--script", default="hans", choices=["hans", "hant"])
    parser.add_argument("--readings", action="store_true", help="with hant: readings after characters")
    parser.add_argument("--shifted", action="store_true",
                        help="with hant: readings and cuts made in GBK bytes, so that some text is shifted")
    parser.add_argument("--encoding", default="utf-8", help="utf-8, gb18030, big5, utf-16, utf-16-le ...")
    parser.add_argument("--count-only", action="store_true", help="print the totals, write no notice")
    parser.add_argument("--list", action="store_true", help="print the names of the layouts")
    args = parser.parse_args()
    if (args.readings or args.shifted) and args.script != "hant":
        parser.error("--readings and --shifted need --script hant")
    if args.script == "hant" and not shutil.which("opencc"):
        parser.error("--script hant needs the command opencc (Debian package opencc)")
    return args


def main():
    args = options()
    if args.list:
        print("\n".join(LAYOUTS))
        return
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    totals = write_notices(args)
    summary = " ".join(f"{name} {value}" for name, value in totals.items())
    print(summary, file=sys.stdout if args.count_only else sys.stderr)


if __name__ == "__main__":
    main()
