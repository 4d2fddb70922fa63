"""Runs programs and measures them. All run on one CPU, that of this process."""
import collections
import os
import statistics
import subprocess
import tempfile
import time

NULL = os.open(os.devnull, os.O_RDWR)
BLOCK = bytearray(1 << 20)

# A command, the files it reads, and how many bytes its rate is reckoned on.
Job = collections.namedtuple("Job", "command files size")
# Seconds as the clock has them, and of user and system time.
Run = collections.namedtuple("Run", "wall cpu")


def pin():
    """One CPU for this process and all it starts: the last one, the first has the interrupts."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def touch(path):
    """Reads a file, so that it lies in the page cache."""
    with open(path, "rb", buffering=0) as file:
        while file.readinto(BLOCK):
            pass


def run(command, environment):
    """One run with nothing on standard input, output thrown away."""
    streams = [(os.POSIX_SPAWN_DUP2, NULL, fd) for fd in (0, 1)]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, environment, file_actions=streams)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return Run(wall, usage.ru_utime + usage.ru_stime)


def interleave(jobs, rounds, environment):
    """Every job once a round, in turn: what disturbs one disturbs the others. A list of runs per job."""
    runs = [[] for _ in jobs]
    for _ in range(rounds):
        for job, kept in zip(jobs, runs):
            for file in job.files:
                touch(file)
            kept.append(run(job.command, environment))
    return runs


def lines_of(command, environment):
    """How many lines a command prints."""
    with subprocess.Popen(command, stdin=NULL, stdout=subprocess.PIPE, env=environment) as process:
        count = sum(block.count(b"\n") for block in iter(lambda: process.stdout.read(1 << 20), b""))
    if process.returncode:
        raise SystemExit(f"failed with status {process.returncode}: {' '.join(command)}")
    return count


def feed(pipe, path, size):
    """Writes `size` bytes, the file over and over: memory does not hang on what is new."""
    while size > 0:
        with open(path, "rb", buffering=0) as file:
            while size > 0 and (count := file.readinto(BLOCK)):
                pipe.write(memoryview(BLOCK)[:min(count, size)])
                size -= count


def peak_memory(command, path, size, environment):
    """MiB of a command that reads `size` bytes from a pipe. time(1) starts it: a child of ours would
    count the memory that it shared with us before its own program began."""
    with tempfile.NamedTemporaryFile("r") as report:
        timed = ["time", "-f", "%M", "-o", report.name, *command]
        with subprocess.Popen(timed, stdin=subprocess.PIPE, stdout=NULL, env=environment) as process:
            feed(process.stdin, path, size)
        if process.returncode:
            raise SystemExit(f"failed with status {process.returncode}: {' '.join(command)}")
        return int(report.read().split()[-1]) / 1024


class Spread:
    """Median, least and most of some figures."""

    def __init__(self, figures):
        figures = list(figures)
        self.median, self.least, self.most = statistics.median(figures), min(figures), max(figures)

    def text(self, unit=""):
        digits = 0 if self.median >= 100 else 1 if self.median >= 10 else 2
        return f"{self.median:.{digits}f}{unit} [{self.least:.{digits}f}..{self.most:.{digits}f}]"
