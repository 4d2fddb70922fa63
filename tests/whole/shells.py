"""Completion scripts, asked as a shell asks them, and the manual page. What is not installed is skipped.

    shells.py FENJIE
"""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FENJIE = ""

# The words so far, and some of those that may stand in the place of the last one.
COMPLETED = [
    (["--t"], {"--to"}),
    (["--to", "js"], {"json"}),
    (["-t", ""], {"ndjson", "json", "csv", "tsv", "md"}),
    (["ch"], {"check"}),
    (["check", "--le"], {"--ledger"}),
    (["grammar", "s"], {"show"}),
    (["grammar", "check", "--g"], {"--grammar"}),
    (["completion", "z"], {"zsh"}),
    (["help", "ver"], {"verify"}),
]

ASK_BASH = """
source "$1"; shift
COMP_WORDS=(fenjie "$@"); COMP_CWORD=$#
_fenjie
printf '%s\\n' "${COMPREPLY[@]}"
"""


def fenjie(*words):
    return subprocess.run([FENJIE, *words], stdout=subprocess.PIPE, check=True).stdout.decode()


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


class Shells(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="fenjie-shells."))

    def tearDown(self):
        shutil.rmtree(self.folder)

    def script(self, shell):
        path = self.folder / f"fenjie.{shell}"
        path.write_text(fenjie("completion", shell), encoding="utf-8")
        return path

    def completes(self, ask):
        for words, wanted in COMPLETED:
            with self.subTest(words=words):
                found = ask(words)
                self.assertLessEqual(wanted, found)
                self.assertTrue(all(word.startswith(words[-1]) for word in found), found)

    @needs("bash")
    def test_bash(self):
        script = self.script("bash")
        self.completes(lambda words: set(subprocess.run(
            ["bash", "--norc", "-c", ASK_BASH, "bash", script, *words], cwd=self.folder,
            stdout=subprocess.PIPE, check=True).stdout.decode().split()))

    @needs("fish")
    def test_fish(self):
        script = self.script("fish")
        self.completes(lambda words: {line.split("\t")[0] for line in subprocess.run(
            ["fish", "--no-config", "-c", f"source {script}; complete -C 'fenjie {' '.join(words)}'"], cwd=self.folder,
            stdout=subprocess.PIPE, check=True).stdout.decode().splitlines() if not line.startswith("fenjie.")})

    @needs("zsh")
    def test_zsh_reads_its_script(self):
        subprocess.run(["zsh", "-n", self.script("zsh")], check=True)

    def test_no_other_shell(self):
        done = subprocess.run([FENJIE, "completion", "ksh"], stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"choose bash, zsh, fish", done.stderr)

    def test_manual_has_all_options(self):
        page = fenjie("man").replace("\\-", "-")
        for help_text in (fenjie("--help"), fenjie("check", "--help"), fenjie("verify", "--help")):
            for option in re.findall(r"--[a-z][a-z-]+", help_text):
                self.assertIn(option, page)

    @needs("groff")
    def test_manual_is_roff(self):
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=fenjie("man").encode(),
                              stderr=subprocess.PIPE, check=True)
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    FENJIE = sys.argv.pop(1)
    unittest.main()
