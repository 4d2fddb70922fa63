"""The inputs of the cost test: small texts that scripts/generate.py makes, the same on every machine."""
import collections
import os
import re
import shutil
import subprocess
import sys

SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts")
GENERATOR = os.path.join(SCRIPTS, "generate.py")
sys.path.insert(0, SCRIPTS)
from generate import HALF_WIDTH  # noqa: E402

LARGE = ["--size", "128K"]
SMALL = ["--size", "1", "--tasks", "4"]  # a single notice

Kind = collections.namedtuple("Kind", "options change", defaults=[None])  # of the generator; of the text it made

OTHERS = {
    "traditional": ["--script", "hant"],
    "readings and shifted bytes": ["--script", "hant", "--shifted"],
    "GB18030": ["--encoding", "gb18030"],
    "UTF-16": ["--encoding", "utf-16"],
}


def replacing(pattern, by):
    return lambda text: re.sub(pattern, by, text, flags=re.MULTILINE)


# The same texts as web pages leave them: each costs about as much as the tidy one.
VARIATIONS = {
    "half-width signs": ("label-lines", lambda text: text.translate(HALF_WIDTH)),
    "half-width brackets": ("bracket-labels", lambda text: text.translate(HALF_WIDTH)),
    "indented by TABs": ("label-lines", replacing(r"^(?=\d|责任单位)", "\t")),
    "blanks behind numbers and labels": ("label-lines", replacing(r"^(\d+[.．、]|责任单位[:：])", r"\1 ")),
    "letters of labels spaced": ("label-lines", replacing(r"^责任单位", "责 任 单 位")),
    "bullets for numbers": ("bracket-verbs", replacing(r"^\d+[.．、]", "• ")),
    "blanks in blank lines": ("tab-dump", replacing(r"^$", "  ")),
}


def layouts():
    made = subprocess.run([sys.executable, GENERATOR, "--list"], capture_output=True, text=True, check=True)
    return made.stdout.split()


def kinds():
    """Name → Kind: every layout, then one layout in other scripts and encodings, then variations."""
    plain = {layout: Kind(["--layout", layout]) for layout in layouts()}
    others = {name: Kind(["--layout", "label-lines", *options]) for name, options in OTHERS.items()
              if "hant" not in options or shutil.which("opencc")}
    varied = {f"{layout}, {name}": Kind(["--layout", layout], change) for name, (layout, change) in VARIATIONS.items()}
    return {**plain, **others, **varied}


def make(folder, name, kind, size):
    """A file; gives its path."""
    path = os.path.join(folder, name.replace(" ", "-") + ".txt")
    made = subprocess.run([sys.executable, GENERATOR, "--seed", "5", *kind.options, *size], capture_output=True, check=True)
    data = kind.change(made.stdout.decode()).encode() if kind.change else made.stdout
    with open(path, "wb") as file:
        file.write(data)
    return path
