"""The inputs: made once by scripts/generate.py, kept in build/bench as long as the generator is the same."""
import glob
import hashlib
import json
import os
import subprocess
import sys

SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GENERATOR = os.path.join(SCRIPTS, "generate.py")
SEED = 20240315


def digest():
    hashes = hashlib.sha256()
    for path in sorted(glob.glob(os.path.join(SCRIPTS, "generate*.py"))):
        with open(path, "rb") as file:
            hashes.update(file.read())
    return hashes.hexdigest()[:8]


class Text:
    """A generated file: its path, its bytes, and the tasks that it holds."""

    def __init__(self, path, tasks):
        self.path, self.tasks, self.size = path, tasks, os.path.getsize(path)


class Inputs:
    def __init__(self, folder):
        self.folder, self.version = folder, digest()
        os.makedirs(folder, exist_ok=True)

    def path(self, name):
        """Where `name` is kept; what an older generator made goes."""
        stem, ending = os.path.splitext(name)
        wanted = os.path.join(self.folder, f"{stem}-{self.version}{ending}")
        for old in glob.glob(os.path.join(glob.escape(self.folder), f"{stem}-{'[0-9a-f]' * 8}{ending}")):
            if old != wanted:
                os.remove(old)
        return wanted

    def text(self, name, size, *options, seed=SEED):
        path = self.path(f"{name}-{size}-{seed}.txt")
        if not os.path.exists(path + ".tasks"):
            print(f"bench: making {os.path.basename(path)}", file=sys.stderr)
            tasks = self.generate(path, ["--size", size, "--seed", str(seed), *options])
            with open(path + ".tasks", "w", encoding="ascii") as file:
                file.write(str(tasks))
        with open(path + ".tasks", encoding="ascii") as file:
            return Text(path, int(file.read()))

    @staticmethod
    def generate(path, options):
        with open(path, "wb") as file:
            made = subprocess.run([sys.executable, GENERATOR, *options], stdout=file, stderr=subprocess.PIPE,
                                  text=True, check=True)
        words = made.stderr.split()
        return int(words[words.index("tasks") + 1])

    def head(self, text, size):
        """The first lines of a text, for a peer that would take minutes over all of it."""
        path = f"{text.path}.{size}.head"
        if not os.path.exists(path):
            with open(text.path, "rb") as source, open(path, "wb") as file:
                file.write(source.read(size) + source.readline())
        return path

    def parts(self, size):
        """A folder with the mixed text sorted by layout, and how many tasks each layout has."""
        folder = self.path(f"parts-{size}")
        counts = os.path.join(folder, "counts.json")
        if not os.path.exists(counts):
            os.makedirs(folder, exist_ok=True)
            self.generate(os.devnull, ["--size", size, "--seed", str(SEED), "--parts", folder])
        with open(counts, encoding="utf-8") as file:
            return folder, {layout: made["tasks"] for layout, made in json.load(file).items()}

    def grammars(self, count):
        """Files of a user's words: labels and a heading of a column each."""
        folder = self.path("grammars")
        os.makedirs(folder, exist_ok=True)
        paths = [os.path.join(folder, f"own-{number:03}.toml") for number in range(1, count + 1)]
        for number, path in enumerate(paths, 1):
            with open(path, "w", encoding="utf-8") as file:
                file.write(GRAMMAR.format(number=number, sign=chr(0x4E00 + 37 * number)))
        return paths

    def empty(self):
        path = os.path.join(self.folder, "empty.txt")
        open(path, "wb").close()
        return path


GRAMMAR = '''name = "own-{number:03}"
title = "Words of office {number}"

[[label]]
slot = "lead"
words = ["{sign}字牵头专班"]
pattern = '{sign}字(牵头|主责)(专班|小组)'

[[column]]
slot = "task"
words = ["{sign}字重点事项"]

[[sample]]
text = """
1.完成甲项工作。
{sign}字牵头专班：市甲局
"""
records = '{{"number": 1, "units": [{{"name": "市甲局", "role": "lead"}}]}}'
'''
