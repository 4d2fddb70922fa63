#!/usr/bin/env python3
"""Checks EDTF values with the independent Python package `edtf`.

    tests/edtf/validate.py FILE...

A line of a FILE is either a JSON record (NDJSON as fenjie writes it: every `due` in it is checked, however deep)
or an EDTF value by itself (as the unit tests write to the file named by FENJIE_EDTF_LIST).
Exit status: 0 all valid, 1 some are not, 77 SKIPPED because the package is missing.
"""
import json
import re
import sys

try:
    from edtf import parse_edtf
except ImportError:
    print("SKIPPED: the Python package edtf is not installed")
    sys.exit(77)


def dues(value):
    """Every string under a key `due`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "due" and isinstance(inner, str):
                yield inner
            else:
                yield from dues(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from dues(inner)


def values(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if line.startswith('{"'):
                for due in dues(json.loads(line)):
                    yield number, due
            elif line:
                yield number, line


def members(value):
    """The members of a set with a quarter or a half among them, which the package takes only alone; else the value."""
    if re.match(r"\{.*\b\d{4}-(3[3-6]|4[01])\b", value) and value.endswith("}"):
        yield from (member for part in value[1:-1].split(",") for member in part.split(".."))
    else:
        yield value


def main(paths):
    checked, bad = 0, 0
    for path in paths:
        for number, due in values(path):
            checked += 1
            try:
                for member in members(due):
                    parse_edtf(member)
            except Exception as error:  # the package has several kinds of errors
                bad += 1
                print(f"{path}:{number}: {due}: {type(error).__name__}")
    print(f"{checked} values, {bad} not valid")
    return 1 if bad or not checked else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
