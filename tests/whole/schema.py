"""What fenjie prints for the samples, and the outputs beside them, against `fenjie schema`.

    schema.py FENJIE SAMPLES        the status is that of ../schema/validate.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

VALIDATE = Path(__file__).resolve().parents[1] / "schema" / "validate.py"
ALL = ("--with", "document,heading,text,diagnostic")


def write(path, *command):
    """Runs a command into a file; a command that fails ends the test."""
    with open(path, "wb") as out:
        subprocess.run(command, stdout=out, check=True)
    return path


def outputs(tool, notices, folder):
    """Every form of output that has a schema, one file each."""
    for more in ((), ("--provenance", "value")):
        kind = more[-1] if more else "record"
        yield write(folder / f"all.{kind}.json", tool, "-q", "-t", "json", *more, *notices)
        yield write(folder / f"all.{kind}.ndjson", tool, "-q", *ALL, *more, *notices)


def main():
    tool, samples = sys.argv[1], Path(sys.argv[2])
    notices = sorted(samples.glob("*.txt"))
    if not notices:
        print(f"no samples in {samples}")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = write(folder / "schema.json", tool, "schema")
        files = [*outputs(tool, notices, folder), *sorted(samples.glob("*.ndjson"))]
        return subprocess.run([sys.executable, VALIDATE, schema, *files], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
