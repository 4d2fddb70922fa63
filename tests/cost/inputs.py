"""The inputs of the cost test: small texts that scripts/generate.py makes, the same on every machine."""
import os
import shutil
import subprocess
import sys

GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts", "generate.py")
LARGE = ["--size", "128K"]
SMALL = ["--size", "1", "--tasks", "4"]  # a single notice

OTHERS = {
    "traditional": ["--script", "hant"],
    "readings and shifted bytes": ["--script", "hant", "--shifted"],
    "GB18030": ["--encoding", "gb18030"],
    "UTF-16": ["--encoding", "utf-16"],
}


def layouts():
    made = subprocess.run([sys.executable, GENERATOR, "--list"], capture_output=True, text=True, check=True)
    return made.stdout.split()


def kinds():
    """Name → options of the generator: every layout, then one layout in other scripts and encodings."""
    plain = {layout: ["--layout", layout] for layout in layouts()}
    others = {name: ["--layout", "label-lines", *options] for name, options in OTHERS.items()}
    return {**plain, **{name: options for name, options in others.items()
                        if "hant" not in options or shutil.which("opencc")}}


def make(folder, name, options):
    """A file; gives its path."""
    path = os.path.join(folder, name.replace(" ", "-") + ".txt")
    with open(path, "wb") as file:
        subprocess.run([sys.executable, GENERATOR, "--seed", "5", *options], stdout=file,
                       stderr=subprocess.DEVNULL, check=True)
    return path
