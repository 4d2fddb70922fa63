"""The scripts and the damage of generate.py: traditional characters, readings, shifted GBK bytes."""
import codecs
import re
import subprocess

import generate_layouts
import generate_words
from generate_words import READINGS

CUTS = re.compile(b"(%s|\n)" % b"|".join(mark.encode("gbk") for mark in "！？；。"))

NUMBERED = re.compile("^（", re.MULTILINE)


def traditional(readings=False):
    """A table for str.translate, made by asking opencc about every character of the generator's words."""
    sources = "".join(open(m.__file__, encoding="utf-8").read() for m in (generate_layouts, generate_words))
    characters = sorted({c for c in sources if "㐀" <= c <= "鿿"})
    text = subprocess.run(["opencc", "-c", "s2t"], input="\n".join(characters), text=True,
                          capture_output=True, check=True).stdout
    table = dict(zip(characters, text.split("\n")))
    if readings:
        for simple, full in {**{v: v for v in table.values()}, **table}.items():
            if full in READINGS:
                table[simple] = f"{full}({READINGS[full]})"
    return str.maketrans(table)


def decode_pair(error):
    """Two bytes that are no pair of GBK give a private-use character or `?`; both bytes are gone."""
    pair = error.object[error.start:error.start + 2]
    try:
        return pair.decode("gb18030"), error.start + len(pair)
    except UnicodeDecodeError:
        return "?", error.start + len(pair)


codecs.register_error("pairs", decode_pair)


def shifted(text):
    """Traditional text as some sites left it: readings put behind characters and sentences cut, both in
    GBK bytes without regard to where characters begin, then decoded piece by piece. `　　（二）` is cut in
    the middle of `　（`, whose bytes hold those of `。`."""
    data = NUMBERED.sub("　　（", text).encode("gbk", "replace")
    for full, reading in READINGS.items():
        data = data.replace(full.encode("gbk"), f"{full}({reading})".encode("gbk"))
    return "".join(piece.decode("gbk", "pairs") for piece in CUTS.split(data))


def transform(script, readings, bytewise):
    """The function that turns a generated text into the one wanted."""
    if script == "hans":
        return lambda text: text
    table = traditional(readings and not bytewise)
    if bytewise:
        return lambda text: shifted(text.translate(table))
    return lambda text: text.translate(table)
