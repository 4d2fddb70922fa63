#!/usr/bin/env python3
"""check_records.py RECORDS_PROGRAM SCHEMA: what the writers print is valid, and what is not valid is refused.

The second half alters a valid line in one place and expects validate.py to refuse it: a schema that
allows everything would pass the first half too.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

VALIDATE = pathlib.Path(__file__).with_name("validate.py")
SKIPPED = 77


def without(key):
    return lambda r: r.pop(key)


def put(path, value):
    def alter(record):
        *way, last = path
        for step in way:
            record = record[step]
        record[last] = value
    return alter


ALTERED = {
    "a field more": put(["new"], 1),
    "a field of a unit more": put(["units", 0, "new"], 1),
    "a field of the source more": put(["source", "file"], "x"),
    "no source": without("source"),
    "no extra": without("extra"),
    "another type": put(["type"], "note"),
    "a number as text": put(["number"], "12"),
    "an unknown role": put(["units", 0, "role"], "owner"),
    "collective false": put(["units", 0, "collective"], False),
    "an empty alias": put(["units", 0, "alias"], ""),
    "an empty category": put(["category"], ""),
    "a title of null": put(["leaders", 0, "title"], None),
    "an unknown kind": put(["deadline", "kind"], "soon"),
    "a date that is none": put(["deadline", "due"], "12月"),
    "no milestones": put(["deadline", "milestones"], []),
    "a number in extra": put(["extra", "x"], 1),
    "a negative byte": put(["source", "start"], -1),
    "line 0": put(["source", "line"], 0),
    "an end before the start": put(["source", "end"], 1),
}
RAW = {
    "a blank line": "\n",
    "a key twice": '{"type":"task","type":"task"}\n',
    "a list": "[]\n",
    "NaN": '{"type":NaN}\n',
    "half a line": '{"type":"task"',
    "a byte order mark": "\ufeff",
}


def status(schema, text, folder, name):
    path = pathlib.Path(folder) / name
    path.write_text(text, encoding="utf-8", newline="")
    done = subprocess.run([sys.executable, VALIDATE, schema, path], capture_output=True, text=True)
    return done.returncode, done.stdout


def main(program, schema):
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for args in (["ndjson"], ["ndjson", "provenance"], ["json"], ["json", "provenance"]):
            out = subprocess.run([program, *args], capture_output=True, check=True).stdout.decode("utf-8")
            code, said = status(schema, out, folder, "out." + args[0])
            if code == SKIPPED:
                print(said, end="")
                return SKIPPED
            if code != 0:
                wrong.append(f"{' '.join(args)} is refused:\n{said}")
        lines = subprocess.run([program, "ndjson"], capture_output=True, check=True).stdout.decode("utf-8")
        full = next(r for r in map(json.loads, lines.split("\n")) if r["type"] == "task")
        cases = dict(RAW)
        for name, alter in ALTERED.items():
            record = copy.deepcopy(full)
            alter(record)
            cases[name] = json.dumps(record, ensure_ascii=False) + "\n"
        cases_text = {name: json.dumps(full, ensure_ascii=False) + "\n" + text for name, text in cases.items()}
        for name, text in cases_text.items():
            code, said = status(schema, text, folder, "altered.ndjson")
            if code != 1 or ":2: " not in said and "last line" not in said:
                wrong.append(f"{name}: exit status {code}\n{said}")
    print("\n".join(wrong) or f"4 outputs valid, {len(cases_text)} altered lines refused")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
