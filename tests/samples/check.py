#!/usr/bin/env python3
"""Checks the samples: check.py [--accept] FENJIE [NAME...]

Every samples/NAME.txt is converted in samples/, and what comes out must be, byte for byte, what
stands beside it in NAME.ndjson, NAME.csv and NAME.md. On a difference a unified diff is printed.
(tests/whole/schema.py validates the same outputs against the schema.)

--accept writes the expected files anew: read the change before it is committed.
Exit status: 0 all as expected, 1 differences, 2 usage.
"""
import difflib
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
FORMATS = ("ndjson", "csv", "md")


def run(fenjie, *args):
    """Output of fenjie run in samples/; RuntimeError where it fails."""
    done = subprocess.run([fenjie, "--quiet", *args], cwd=SAMPLES, capture_output=True, timeout=120)
    if done.returncode != 0:
        message = done.stderr.decode("utf-8", "replace").strip()
        raise RuntimeError(f"fenjie {' '.join(args)}: exit status {done.returncode}: {message}")
    return done.stdout


def diff(name, wanted, got):
    """A unified diff of two outputs, in lines."""
    lines = [data.decode("utf-8", "replace").split("\n") for data in (wanted, got)]
    return list(difflib.unified_diff(*lines, f"samples/{name}", "fenjie", lineterm="", n=1))


def check_format(fenjie, source, to, accept):
    """Compares one sample in one format; gives the number of differences (0 or 1)."""
    expected = source.with_suffix(f".{to}")
    got = run(fenjie, source.name, "-t", to)
    if accept:
        expected.write_bytes(got)
        return 0
    wanted = expected.read_bytes() if expected.exists() else b""
    if wanted == got and expected.exists():
        return 0
    print("\n".join(diff(expected.name, wanted, got)) or f"samples/{expected.name} is missing")
    return 1


def check_stray(sources):
    """An expected file whose sample is gone."""
    names = {s.stem for s in sources}
    stray = [p for to in FORMATS for p in sorted(SAMPLES.glob(f"*.{to}")) if p.stem not in names]
    for path in stray:
        print(f"samples/{path.name}: there is no {path.stem}.txt")
    return len(stray)


def main(args):
    accept = "--accept" in args
    args = [a for a in args if a != "--accept"]
    if not args or args[0].startswith("-"):
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    fenjie, names = str(pathlib.Path(args[0]).resolve()), set(args[1:])
    sources = [p for p in sorted(SAMPLES.glob("*.txt")) if not names or p.stem in names]
    if not sources:
        print("no such sample", file=sys.stderr)
        return 2
    try:
        wrong = sum(check_format(fenjie, s, to, accept) for s in sources for to in FORMATS)
        wrong += 0 if names else check_stray(sources)
    except RuntimeError as error:
        print(error)
        return 1
    print(f"{len(sources)} samples in {len(FORMATS)} formats, {wrong} not as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
