"""The tool as a process: pipes, full disks, signals, files that appear whole or not at all.

    process.py FENJIE
"""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tty
import unittest
from pathlib import Path

FENJIE = ""
NOTICE = "1.强化审计监督。\n责任单位：市审计局\n2.推进旧城改造。\n责任单位：市建委\n"
PATIENCE = 60  # seconds; a sanitizer build on a busy machine is slow


def fenjie(*arguments, **more):
    """Runs the tool to its end; without `stdin` its input is empty."""
    more.setdefault("stdin", subprocess.DEVNULL)
    more.setdefault("stdout", subprocess.PIPE)
    return subprocess.run([FENJIE, *arguments], stderr=subprocess.PIPE, timeout=PATIENCE, check=False, **more)


def wait_for(condition):
    """Waits until `condition()` holds; false when it never does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False


class Process(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="fenjie-process."))
        os.environ["XDG_CONFIG_HOME"] = "/nonexistent"  # not the grammars of whoever runs this
        self.notice = self.folder / "notice.txt"
        self.notice.write_text(NOTICE, encoding="utf-8")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def names(self):
        return sorted(p.name for p in self.folder.iterdir())

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = fenjie(self.notice, stdout=full)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard output: cannot write: No space left on device", done.stderr)

    def test_full_disk_by_name(self):
        done = fenjie(self.notice, "-t", "csv", "-o", "/dev/full")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"/dev/full: cannot write", done.stderr)

    def test_closed_pipe_is_no_failure(self):
        read, write = os.pipe()
        os.close(read)
        done = fenjie(self.notice, stdout=write)
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_closed_descriptors(self):
        done = subprocess.run(["sh", "-c", f'exec "{FENJIE}" "{self.notice}" >&-'], stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"cannot write", done.stderr)
        done = subprocess.run(["sh", "-c", f'exec "{FENJIE}" - <&-'], stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard input: cannot read", done.stderr)

    def test_read_error(self):
        done = fenjie("/proc/self/mem", self.notice)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"/proc/self/mem: cannot read: Input/output error", done.stderr)
        self.assertEqual(done.stdout.count(b"\n"), 2)  # the other input is converted

    def broken_input(self):
        """A descriptor that gives the notice and then EIO: a terminal whose other side has gone."""
        master, slave = pty.openpty()
        tty.setraw(slave)
        os.write(slave, NOTICE.encode())
        os.close(slave)
        return master

    def test_read_error_in_the_middle(self):
        broken = self.broken_input()
        done = fenjie("-", stdin=broken)
        os.close(broken)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard input: cannot read: Input/output error", done.stderr)
        self.assertEqual(done.stdout.count(b"\n"), 2)  # what was read is given

    def test_read_error_in_the_middle_keeps_the_old_file(self):
        out = self.folder / "tasks.csv"
        out.write_text("old")
        broken = self.broken_input()
        done = fenjie("-", "-o", out, stdin=broken)
        os.close(broken)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(self.names(), ["notice.txt", "tasks.csv"])

    def test_read_error_in_the_middle_is_said_by_every_command(self):
        for command in ("check", "explain", "verify"):
            broken = self.broken_input()
            done = fenjie(command, "-", stdin=broken)
            os.close(broken)
            self.assertEqual(done.returncode, 2, command)
            self.assertIn(b"cannot read: Input/output error", done.stderr)

    def test_pipe_closed_in_the_middle(self):
        big = self.folder / "big.txt"
        big.write_text("".join(f"{n}.强化第{n}项审计监督。\n责任单位：市审计局\n" for n in range(1, 5001)), encoding="utf-8")
        command = [FENJIE, big, "-t", "ndjson"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            self.assertIn("强化第1项", running.stdout.readline().decode())
            running.stdout.close()
            self.assertEqual(running.wait(PATIENCE), 0)
            self.assertEqual(running.stderr.read(), b"")

    def many(self):
        """Files of 5,000 tasks each."""
        paths = [self.folder / f"{number:02}.txt" for number in range(8)]
        for path in paths:
            path.write_text("".join(f"{n}.强化第{n}项审计监督。\n责任单位：市审计局\n" for n in range(1, 5001)), encoding="utf-8")
        return paths

    def test_jobs(self):
        paths = self.many()
        one = fenjie(*paths, "missing.txt", self.notice)
        for jobs in ("2", "5", "0"):
            several = fenjie("-j", jobs, *paths, "missing.txt", self.notice)
            self.assertEqual((several.returncode, several.stdout, several.stderr), (2, one.stdout, one.stderr))

    def test_jobs_and_a_pipe_closed_in_the_middle(self):
        command = [FENJIE, "-j", "3", *self.many()]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            self.assertIn("强化第1项", running.stdout.readline().decode())
            running.stdout.close()
            self.assertEqual(running.wait(PATIENCE), 0)
            self.assertEqual(running.stderr.read(), b"")

    def test_jobs_and_a_full_disk(self):
        done = fenjie("-j", "3", "-o", "/dev/full", "-t", "json", *self.many())
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"/dev/full: cannot write", done.stderr)

    def test_jobs_and_no_memory(self):
        done = self.limited("-j", "2", "--max-line", "1G", self.huge_line(), self.notice)
        if done is None:
            self.skipTest("the tool cannot run in so little memory")
        self.assertEqual((done.returncode, done.stderr), (2, b"fenjie: there is not enough memory\n"))

    def huge_line(self):
        """A line of 300 MB."""
        huge = self.folder / "huge.txt"
        with open(huge, "wb") as file:
            for _ in range(300):
                file.write(b"x" * (1 << 20))
        return huge

    def limited(self, *arguments):
        """Runs the tool with 200 MB of memory; None where a sanitizer needs more than that to begin."""
        limit = 'ulimit -v 200000; exec "$@"'
        begun = subprocess.run(["sh", "-c", limit, "sh", FENJIE, "--version"], capture_output=True, check=False)
        if begun.returncode != 0:
            return None
        command = ["sh", "-c", limit, "sh", FENJIE, *arguments]
        return subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)

    def test_no_memory_for_a_huge_line(self):
        out = self.folder / "tasks.csv"
        out.write_text("old")
        huge = self.huge_line()
        for command in ([huge, "--max-line", "1G", "-o", out], ["verify", huge]):
            done = self.limited(*command)
            if done is None:
                self.skipTest("the tool cannot run in so little memory")
            self.assertEqual((done.returncode, done.stderr), (2, b"fenjie: there is not enough memory\n"))
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(self.names(), ["huge.txt", "notice.txt", "tasks.csv"])
        # cut at the usual length a line needs no more than others
        os.truncate(huge, 40 << 20)
        done = self.limited("-q", huge)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_verify_finds_a_flipped_byte(self):
        out = self.folder / "tasks.ndjson"
        self.assertEqual(fenjie(self.notice, "--provenance", "value", "-o", out).returncode, 0)
        self.assertEqual(fenjie("verify", out).returncode, 0)
        changed = bytearray(self.notice.read_bytes())
        changed[10] ^= 1
        self.notice.write_bytes(changed)
        done = fenjie("verify", out)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{out}:1: text: {self.notice} bytes 2-23 read".encode(), done.stdout)

    def test_unreadable_file(self):
        if os.geteuid() == 0:
            self.skipTest("root may read everything")
        self.notice.chmod(0)
        self.assertEqual(fenjie(self.notice).returncode, 2)

    def test_first_task_comes_before_the_input_ends(self):
        # A few kilobytes: enough to tell encoding and script by.
        tasks = "".join(f"{n}.强化第{n}项审计监督。\n责任单位：市审计局\n" for n in range(1, 101))
        with subprocess.Popen([FENJIE, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
            running.stdin.write(tasks.encode())
            running.stdin.flush()
            ready, _, _ = select.select([running.stdout], [], [], PATIENCE)
            if not ready:
                running.kill()
            self.assertTrue(ready, "nothing came out")
            self.assertIn("强化第1项审计监督", running.stdout.readline().decode())
            running.stdin.close()
            rest = running.stdout.read()
            self.assertEqual(rest.count(b"\n"), 99)
            self.assertEqual(running.wait(PATIENCE), 0)

    def test_output_replaces_the_old_file_and_keeps_its_mode(self):
        out = self.folder / "tasks.csv"
        out.write_text("old")
        out.chmod(0o640)
        self.assertEqual(fenjie(self.notice, "-o", out).returncode, 0)
        self.assertNotEqual(out.read_text(encoding="utf-8"), "old")
        self.assertEqual(out.stat().st_mode & 0o777, 0o640)
        self.assertEqual(self.names(), ["notice.txt", "tasks.csv"])

    def test_new_output_has_the_usual_mode(self):
        out = self.folder / "tasks.csv"
        fenjie(self.notice, "-o", out, preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(out.stat().st_mode & 0o777, 0o640)

    def test_output_follows_a_link(self):
        (self.folder / "sub").mkdir()
        link = self.folder / "tasks.csv"
        link.symlink_to("sub/real.csv")
        (self.folder / "sub/real.csv").write_text("old")
        self.assertEqual(fenjie(self.notice, "-o", link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertNotEqual((self.folder / "sub/real.csv").read_text(encoding="utf-8"), "old")

    def test_output_is_not_an_input(self):
        done = fenjie(self.notice, "-t", "csv", "-o", self.notice)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(self.notice.read_text(encoding="utf-8"), NOTICE)

    def test_failed_run_keeps_the_old_file(self):
        out = self.folder / "tasks.csv"
        out.write_text("old")
        self.assertEqual(fenjie(self.folder / "none.txt", "-o", out).returncode, 2)
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(self.names(), ["notice.txt", "tasks.csv"])

    def test_too_large_file_keeps_the_old_one(self):
        out = self.folder / "tasks.ndjson"
        out.write_text("old")
        big = self.folder / "big.txt"
        big.write_text(NOTICE * 2000, encoding="utf-8")
        limited = ["sh", "-c", f'ulimit -f 8; exec "{FENJIE}" -q --keep-duplicates "{big}" -o "{out}"']
        done = subprocess.run(limited, stderr=subprocess.PIPE, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"File too large", done.stderr)
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(self.names(), ["big.txt", "notice.txt", "tasks.ndjson"])

    def test_signal_leaves_the_old_file_and_nothing_else(self):
        out = self.folder / "tasks.csv"
        out.write_text("old")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with subprocess.Popen([FENJIE, "-", "-o", out], stdin=subprocess.PIPE) as running:
                running.stdin.write(NOTICE.encode())
                running.stdin.flush()
                self.assertTrue(wait_for(lambda: len(self.names()) == 3), "a temporary file was begun")
                running.send_signal(number)
                running.wait(PATIENCE)
                self.assertEqual(running.returncode, -number)
            self.assertEqual(out.read_text(), "old")
            self.assertEqual(self.names(), ["notice.txt", "tasks.csv"])

    def test_user_grammars(self):
        folder = self.folder / "config/fenjie/grammars"
        folder.mkdir(parents=True)
        (folder / "broken.toml").write_text("this is no grammar\n")
        (folder / "notes.txt").write_text("stray\n")
        done = fenjie(self.notice, env={**os.environ, "XDG_CONFIG_HOME": str(self.folder / "config")})
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"broken.toml", done.stderr)
        self.assertNotIn(b"notes.txt", done.stderr)
        self.assertEqual(done.stdout.count(b"\n"), 2)


if __name__ == "__main__":
    FENJIE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
