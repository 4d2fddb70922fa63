"""Runs programs under callgrind and reads what it counted."""
import collections
import os
import subprocess

# Costs by function: its own, and what its calls cost by (caller, callee).
Profile = collections.namedtuple("Profile", "own calls")


def run(command, folder):
    """The path of callgrind's counts. The environment is small and the same everywhere: it lies on the
    stack of the program and moves what stands there."""
    out = os.path.join(folder, "callgrind.out")
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": folder, "XDG_CONFIG_HOME": folder}
    valgrind = ["valgrind", "--tool=callgrind", "--compress-strings=no", "--compress-pos=no",
                f"--callgrind-out-file={out}"]
    made = subprocess.run([*valgrind, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          env=environment, check=False)
    if made.returncode:
        raise SystemExit(f"failed: {' '.join(command)}\n{made.stderr}")
    return out


def instructions(command, folder):
    with open(run(command, folder), encoding="utf-8", errors="replace") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("summary:"))


def function(thing, name):
    """Functions without a name are numbers, which mean something within their library only."""
    return f"{os.path.basename(thing)}:{name}" if name.startswith("0x") else name


def profile(path):
    """Reads a file of callgrind: `fn=` and lines of cost, `cfn=` and `calls=` before the cost of a call."""
    own, calls = collections.Counter(), collections.Counter()
    thing = called_thing = here = callee = ""
    is_call = False
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            key, equals, value = line.rstrip("\n").partition("=")
            if equals and key == "ob":
                thing = called_thing = value
            elif equals and key == "fn":
                here = function(thing, value)
            elif equals and key == "cob":
                called_thing = value
            elif equals and key == "cfn":
                callee, called_thing = function(called_thing, value), thing
            elif equals and key == "calls":
                is_call = True
            elif key[:1].isdigit() and here:
                cost = int(key.split()[1])
                if is_call:
                    calls[here, callee] += cost
                else:
                    own[here] += cost
                is_call = False
    return Profile(own, calls)
