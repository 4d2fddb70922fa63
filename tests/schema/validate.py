#!/usr/bin/env python3
"""Checks records against the JSON Schema: validate.py SCHEMA FILE...

A FILE holds a JSON output (one value) or an NDJSON output (one record a line); `-` is standard
input. Beyond the schema it must be strict JSON: valid UTF-8 without a byte order mark, no key twice
in one object, no NaN; an NDJSON line is one object without blanks around it and ends in a line feed,
and a span does not end before it starts.

Exit status: 0 all valid, 1 not valid, 2 usage, 77 SKIPPED (no validator at hand).
The validator is the Python package jsonschema; where it is missing it is installed into build/.
"""
import json
import os
import pathlib
import subprocess
import sys

SKIPPED = 77
VENV = pathlib.Path(__file__).resolve().parents[2] / "build" / "schema-venv"


def own_python():
    """The Python of a venv that has jsonschema, or None."""
    python = VENV / "bin" / "python3"
    check = [python, "-c", "import jsonschema.validators as v; v.Draft202012Validator"]
    steps = [[sys.executable, "-m", "venv", VENV],
             [python, "-m", "pip", "install", "--quiet", "jsonschema>=4.10"]]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        if python.exists() and subprocess.run(check, **quiet).returncode == 0:
            return python
        for step in steps:
            subprocess.run(step, check=True, timeout=300, **quiet)
        return python
    except (OSError, subprocess.SubprocessError):
        return None


try:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match
except ImportError:
    if os.environ.get("FENJIE_SCHEMA_VENV"):
        sys.exit(SKIPPED)
    PYTHON = own_python()
    if PYTHON is None:
        print("SKIPPED: the Python package jsonschema is missing and cannot be installed")
        sys.exit(SKIPPED)
    os.environ["FENJIE_SCHEMA_VENV"] = "1"
    os.execv(PYTHON, [str(PYTHON), *sys.argv])


class Invalid(Exception):
    pass


def no_key_twice(pairs):
    keys = [k for k, _ in pairs]
    if len(set(keys)) != len(keys):
        raise Invalid(f"a key twice in one object: {sorted(k for k in set(keys) if keys.count(k) > 1)}")
    return dict(pairs)


def no_constant(name):
    raise Invalid(f"{name} is not JSON")


def parse(text):
    try:
        return json.loads(text, object_pairs_hook=no_key_twice, parse_constant=no_constant)
    except json.JSONDecodeError as e:
        raise Invalid(f"not JSON: {e}") from None


def check_spans(value, path="$"):
    """`start` and `end`, and `[start, end]`, in order, everywhere."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int) \
                and value["start"] > value["end"]:
            raise Invalid(f"{path}: ends before it starts")
        span = value.get("span")
        if isinstance(span, list) and span[0] >= span[1]:
            raise Invalid(f"{path}.span: empty or ends before it starts")
        for k, v in value.items():
            if k != "extra":
                check_spans(v, f"{path}.{k}")
    elif isinstance(value, list):
        for i, v in enumerate(value):
            check_spans(v, f"{path}[{i}]")


class Checker:
    def __init__(self, schema):
        Draft202012Validator.check_schema(schema)
        self.defs = schema["$defs"]
        self.whole = Draft202012Validator(schema)
        self.by_type = {name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": self.defs})
                        for name in ("output", "task", "document", "heading", "text", "diagnostic")}

    def check(self, value):
        if not self.whole.is_valid(value):
            name = value.get("type", "output") if isinstance(value, dict) else "output"
            of_type = self.by_type.get(name) if isinstance(name, str) else None
            error = best_match((of_type or self.whole).iter_errors(value))
            raise Invalid(f"{error.json_path}: {error.message[:300]}" if error else "fits several records")
        check_spans(value)

    def check_line(self, line):
        if line != line.strip(" \t\r") or not line.startswith("{"):
            raise Invalid("a line must be one object without blanks around it")
        self.check(parse(line))


def check_file(checker, name, data):
    """Yields what is wrong with the bytes of a file."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        yield f"{name}: not UTF-8: {e}"
        return
    if text.startswith('{"schema_version"') or name.endswith(".json"):
        try:
            checker.check(parse(text))
        except Invalid as e:
            yield f"{name}: {e}"
        return
    lines = text.split("\n")
    if lines.pop():
        yield f"{name}: the last line has no line feed"
    for number, line in enumerate(lines, 1):
        try:
            checker.check_line(line)
        except Invalid as e:
            yield f"{name}:{number}: {e}"


def main(args):
    if len(args) < 2:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    schema, *files = args
    checker = Checker(json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
    wrong = 0
    for name in files:
        data = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
        for message in check_file(checker, name, data):
            print(message)
            wrong += 1
    print(f"{len(files)} files, {wrong} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
