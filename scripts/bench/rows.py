"""The rows of the table: what is measured against what, and the goals."""
import collections
import json
import os
import subprocess

from inputs import SCRIPTS
from table import PYTHON
from timing import Job, Spread, interleave, lines_of, peak_memory

TASK_NUMBER = r"^\s*[0-9]+[.．、]"
MB = 1e6

# Sizes of the texts, and how many rounds. Slow peers get the first `head` bytes, Python the first `parts`.
Scale = collections.namedtuple("Scale", "text head parts rounds starts memory small large")
FULL = Scale("128M", head=8 << 20, parts="32M", rounds=5, starts=101, memory=1 << 30, small=16, large="1G")
QUICK = Scale("12M", head=2 << 20, parts="8M", rounds=3, starts=21, memory=32 << 20, small=4, large="24M")

# Of a ratio: `least` is to be reached and `aim` is hoped for; with `most` it is not to be passed.
Goal = collections.namedtuple("Goal", "bound aim most", defaults=(None, False))


class Bench:
    """What the rows need: the tool, the inputs, the scale, and where results go."""

    def __init__(self, fenjie, inputs, scale, table, environment):
        self.fenjie, self.inputs, self.scale = fenjie, inputs, scale
        self.table, self.environment = table, environment

    def mixed(self):
        return self.inputs.text("mixed", self.scale.text)

    def job(self, text, *options):
        return Job([self.fenjie, "-q", *options, text.path], [text.path], text.size)

    def runs(self, jobs, rounds=None):
        return interleave(jobs, rounds or self.scale.rounds, self.environment)

    def check(self, text):
        """Does fenjie find what the generator wrote?"""
        found = lines_of([self.fenjie, "-q", text.path], self.environment)
        self.table.count(os.path.basename(text.path), found, text.tasks)

    def rates(self, title, text, peers):
        """Rows of MB/s: fenjie on a text against each (name, Job, Goal) of `peers`."""
        self.check(text)
        ours = self.job(text)
        first, *others = self.runs([ours, *(job for _, job, _ in peers)])
        self.table.note_load(first)
        for (name, job, goal), runs in zip(peers, others):
            mine, theirs = [[j.size / MB / run.cpu for run in r] for j, r in ((ours, first), (job, runs))]
            self.table.row(title, Spread(mine), name, Spread(theirs), per_round(mine, theirs), goal)

    def starts(self, title, ours, name, theirs, goal):
        """A row of start-up times in milliseconds, by the clock."""
        mine, others = self.runs([ours, theirs], self.scale.starts)
        mine, others = [[1000 * run.wall for run in runs] for runs in (mine, others)]
        self.table.row(title, Spread(mine), name, Spread(others), per_round(mine, others), goal, " ms")


def per_round(mine, theirs):
    """The ratio within each round: both ran in the same weather."""
    return Spread(a / b for a, b in zip(mine, theirs))


def rg(text, *options):
    return Job(["rg", "-c", TASK_NUMBER, "--threads", "1", *options, text.path], [text.path], text.size)


def both_rg(text, goal):
    return [("rg -c", rg(text), goal), ("rg -c --no-mmap", rg(text, "--no-mmap"), goal)]


def numbered(b):
    text = b.inputs.text("numbered", b.scale.text, "--layout", "numbered-paragraphs")
    b.rates("numbered paragraphs", text, both_rg(text, Goal(0.3, 0.6)))
    text = b.inputs.text("label-lines", b.scale.text, "--layout", "label-lines")
    b.rates("... of one sentence each", text, [("rg -c", rg(text), None)])


def tabs(b):
    text = b.inputs.text("tabs", b.scale.text, "--layout", "tab-dump")
    b.rates("tab dump with sub-tasks", text, both_rg(text, Goal(0.25, 0.5)))


def mixed(b):
    text, head = b.mixed(), b.scale.head
    b.rates("all layouts mixed", text, [
        ("rg -c --no-mmap", rg(text, "--no-mmap"), Goal(0.35, 0.7)),
        ("Python scripts", python_scripts(b), Goal(10, 25)),
        ("jq -c . (our records)", jq(b, b.inputs.head(text, head)), None)])


def jq(b, path):
    """Only copies the records of a text; its rate is reckoned on their bytes."""
    records = path + ".ndjson"
    with open(records, "wb") as file:
        subprocess.run([b.fenjie, "-q", path], stdout=file, check=True, env=b.environment)
    return Job(["jq", "-c", ".", records], [records], os.path.getsize(records))


def python_scripts(b):
    """Every layout by its script, in one process; first whether each finds the tasks of its layout."""
    folder, tasks = b.inputs.parts(b.scale.parts)
    command = [PYTHON, os.path.join(SCRIPTS, "peers", "mixed.py"), folder]
    made = subprocess.run([*command, "--counts"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True,
                          env=b.environment)
    for layout, found in json.loads(made.stderr).items():
        b.table.count(f"{layout}, by its Python script", found, tasks[layout])
    files = [os.path.join(folder, layout + ".txt") for layout in tasks]
    return Job(command, files, sum(map(os.path.getsize, files)))


def converter(text, encoding, program="uconv"):
    return Job([program, "-f", encoding, "-t", "UTF-8", text.path], [text.path], text.size)


def gb18030(b):
    text = b.inputs.text("gb18030", b.scale.text, "--encoding", "gb18030")
    b.rates("mixed, GB18030", text, [("uconv", converter(text, "GB18030"), Goal(1, 2)),
                                     ("iconv", converter(text, "GB18030", "iconv"), None)])
    text = b.inputs.text("gb18030-numbered", b.scale.text, "--encoding", "gb18030", "--layout", "numbered-paragraphs")
    b.rates("... numbered paragraphs alone", text, [("uconv", converter(text, "GB18030"), None)])


def utf16(b):
    text = b.inputs.text("utf-16", b.scale.text, "--encoding", "utf-16")
    b.rates("mixed, UTF-16", text, [("uconv", converter(text, "UTF-16"), Goal(0.6, 1))])
    text = b.inputs.text("utf-16-numbered", b.scale.text, "--encoding", "utf-16", "--layout", "numbered-paragraphs")
    b.rates("... numbered paragraphs alone", text, [("uconv", converter(text, "UTF-16"), None)])


def opencc(b, text):
    path = b.inputs.head(text, b.scale.head)
    command = ["opencc", "-c", "t2s", "-i", path, "-o", os.devnull]
    return Job(command, [path], os.path.getsize(path))


def traditional_text(b):
    return b.inputs.text("traditional", b.scale.text, "--script", "hant")


def traditional(b):
    text = traditional_text(b)
    b.rates("mixed, traditional", text, [("opencc -c t2s", opencc(b, text), Goal(30, 70))])


def damaged(b):
    text = b.inputs.text("damaged", b.scale.text, "--script", "hant", "--shifted")
    b.rates("... with readings and shifted bytes", text, [("opencc -c t2s", opencc(b, text), Goal(20, 40))])


def notice(b, *options):
    """About 2 KB."""
    return b.inputs.text("-".join(["notice", *(o.strip("-") for o in options)]), "1", "--tasks", "6",
                         "--layout", "label-lines", *options)


def startup(b):
    text = notice(b)
    b.starts(f"start-up, {text.size} bytes", b.job(text), "rg --version", Job(["rg", "--version"], [], 0),
             Goal(2, 1, most=True))
    text, empty = notice(b, "--script", "hant"), b.inputs.empty()
    b.starts(f"start-up with t2s, {text.size} bytes", b.job(text), "opencc -c t2s, empty file",
             Job(["opencc", "-c", "t2s", "-i", empty], [], 0), Goal(1.5, 0.7, most=True))


def memory(b):
    size = b.scale.memory
    for title, text, goal in (("simplified", b.mixed(), Goal(24, 12, most=True)),
                              ("traditional", traditional_text(b), Goal(40, 20, most=True))):
        peak = Spread([peak_memory([b.fenjie, "-q", "-"], text.path, size, b.environment)])
        b.table.row(f"peak memory, {size >> 20} MiB piped, {title}", peak, "", None, peak, goal, " MiB")


def jobs(b):
    """Many files by the clock, on all processors against one: no goal, since it hangs on how many there are."""
    texts = [b.inputs.text("small", "1M", seed=seed) for seed in range(1, b.scale.small + 1)]
    paths, size = [text.path for text in texts], sum(text.size for text in texts)
    processors = os.cpu_count() or 1
    command = ["taskset", "--cpu-list", f"0-{processors - 1}", b.fenjie, "-q", *paths]
    runs = b.runs([Job([*command, "-j", str(count)], paths, size) for count in (processors, 1)])
    several, one = [[size / MB / run.wall for run in each] for each in runs]
    b.table.row(f"{len(paths)} files of 1M, -j {processors}", Spread(several), "-j 1", Spread(one),
                per_round(several, one), None)


def linear(b):
    """Time for a byte, start-up taken off: many small texts, so that each layout has its share, and a large."""
    small = [b.inputs.text("small", "1M", seed=seed) for seed in range(1, b.scale.small + 1)]
    large = b.inputs.text("mixed", b.scale.large)
    b.check(large)
    start, *rest = b.runs([b.job(notice(b)), *map(b.job, small), b.job(large)])
    empty = Spread(run.cpu for run in start).median
    costs = [[(run.cpu - empty) / text.size * 1e9 for run in runs]
             for text, runs in zip([*small, large], rest)]
    mine = costs.pop()
    theirs = [sum(figures) / len(small) for figures in zip(*costs)]
    b.table.row(f"cost of a byte in {b.scale.large}", Spread(mine), "the same in 1M", Spread(theirs),
                per_round(mine, theirs), Goal(1.1, most=True), " ns")


def grammars(b):
    """User's grammars in use: 10 and 100 of them against one."""
    text, files = b.mixed(), b.inputs.grammars(100)
    jobs = [b.job(text, *(f"--grammar={file}" for file in files[:count])) for count in (1, 10, 100)]
    one, *more = [[1000 * run.cpu for run in runs] for runs in b.runs(jobs)]
    for count, times in zip((10, 100), more):
        b.table.row(f"{count} grammars of a user, {b.scale.text}", Spread(times), "1 grammar", Spread(one),
                    per_round(times, one), Goal(1.25, 1.05, most=True), " ms")


def writers(b):
    text, formats = b.mixed(), ("json", "csv", "tsv", "md")
    first, *others = b.runs([b.job(text, "-t", name) for name in ("ndjson", *formats)])
    plain = [text.size / MB / run.cpu for run in first]
    for name, runs in zip(formats, others):
        mine = [text.size / MB / run.cpu for run in runs]
        b.table.row(f"mixed, -t {name}", Spread(mine), "-t ndjson", Spread(plain), per_round(mine, plain),
                    Goal(0.8, 1))


ROWS = {f.__name__: f for f in (numbered, tabs, mixed, gb18030, utf16, traditional, damaged, startup, memory,
                                jobs, linear, grammars, writers)}
