"""How fast fenjie is against the tools that do one step of its work."""
import argparse
import os
import sys

import rows
from inputs import SCRIPTS, Inputs
from table import Table, machine
from timing import pin

PROJECT = os.path.dirname(SCRIPTS)
ABOUT = """
MB/s: a million bytes of the program's own input in a second of user and system time, output to /dev/null,
one CPU. Every figure: median [least..most] of {rounds} rounds, the programs in turn; many files and start-up
by the clock, start-up {starts} rounds. Ratios are taken within a round. `rg -c` counts the lines that begin with a
task's number.
"""


def options():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small inputs, three rounds: under a minute")
    parser.add_argument("--brief", action="store_true", help="medians alone, without goals, as in README.md")
    parser.add_argument("--only", metavar="ROW", action="append", choices=list(rows.ROWS),
                        help="these rows only: " + " ".join(rows.ROWS))
    parser.add_argument("--fenjie", metavar="PATH", default=os.path.join(PROJECT, "build/release/fenjie"))
    args = parser.parse_args()
    args.fenjie = os.path.abspath(args.fenjie)
    if not os.access(args.fenjie, os.X_OK):
        parser.error(f"cannot run {args.fenjie}")
    return args


def environment(folder):
    """As ours, but without a user's grammars."""
    config = os.path.join(folder, "no-config")
    os.makedirs(config, exist_ok=True)
    return {**os.environ, "XDG_CONFIG_HOME": config, "LC_ALL": "C.UTF-8"}


def main():
    args = options()
    table = Table(args.brief)
    scale = rows.QUICK if args.quick else rows.FULL
    cpus = os.cpu_count()
    pin()
    inputs = Inputs(os.path.join(PROJECT, "build", "bench"))
    bench = rows.Bench(args.fenjie, inputs, scale, table, environment(inputs.folder))
    machine(cpus)
    print(ABOUT.format(rounds=scale.rounds, starts=scale.starts))
    table.head()
    for name in args.only or rows.ROWS:
        rows.ROWS[name](bench)
    table.foot()
    return 1 if table.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
