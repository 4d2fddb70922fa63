"""Where the instructions go: by step of a line's way, by room of src/, by function. What a library does
is booked to the function of ours that called it."""
import collections
import re

VIEW = re.compile(r"std::basic_string_view<[^>]*> >")
ROUNDS = 40  # longer than chains of library calls

# The way of one line, by names of functions; the first that fits counts. Words and rules of the grammar are
# booked to the step that asked for them.
STEPS = (
    ("validate", re.compile(r"fenjie::text::(valid_|.*valid_(in_blocks|one_by_one))")),
    ("read", re.compile(r"fenjie::(cli|Reader)")),
    ("split", re.compile(r"fenjie::text::(\w*Splitter|LineReader)")),
    ("decode, mend", re.compile(r"fenjie::text::")),
    ("classify", re.compile(r"fenjie::(layout|parse)::")),
    ("fields", re.compile(r"fenjie::field::")),
    ("write", re.compile(r"fenjie::write::")),
)


def ours(name):
    """`void fenjie::text::f<…>(…)` → fenjie::text::f: without the arguments and the type of the result,
    which may name other rooms. None for what is not ours."""
    plain = re.split(r"\((?!anonymous namespace\))|<", name, maxsplit=1)[0]
    start = plain.rfind("fenjie::")
    return plain[start:] if start >= 0 else None


def room(name):
    qualified = ours(name)
    found = qualified and re.match(r"fenjie::([a-z]\w*)::", qualified)
    return found[1] if found else "reader" if qualified else None


def step(name):
    qualified = ours(name) or name
    return next((title for title, pattern in STEPS if pattern.search(qualified)), None)


def attribute(profile, owner):
    """Cost by owner(function). Functions without one pass theirs to their callers, each its part by what
    its calls cost; what nobody called is `start`."""
    owners = {name: owner(name) for pair in profile.calls for name in pair}
    owners.update((name, owner(name)) for name in profile.own)
    called = collections.Counter()
    for (caller, callee), cost in profile.calls.items():
        if caller != callee:
            called[callee] += cost
    edges = [(caller, callee, cost / called[callee]) for (caller, callee), cost in profile.calls.items()
             if caller != callee and called[callee] and owners[callee] is None]
    total = collections.Counter(profile.own)
    for _ in range(ROUNDS):
        passed = collections.Counter(profile.own)
        for caller, callee, part in edges:
            passed[caller] += total[callee] * part
        total = passed
    sums = collections.Counter()
    for name, cost in total.items():
        if owners[name] is not None:
            sums[owners[name]] += cost
    sums["start"] = sum(profile.own.values()) - sum(sums.values())
    return sums


def print_sums(title, sums, lines, size):
    whole = sum(sums.values())
    print(f"\n{title:<16} {'a line':>8} {'a byte':>8} {'share':>7}")
    for name, cost in sums.most_common():
        print(f"{name:<16} {cost / lines:8.1f} {cost / size:8.2f} {cost / whole:7.1%}")


def report(profile, lines, size):
    print(f"{lines} lines, {size} bytes, {sum(profile.own.values())} instructions")
    print_sums("step", attribute(profile, step), lines, size)
    print_sums("room", attribute(profile, room), lines, size)
    functions = attribute(profile, lambda name: name if room(name) else None)
    whole = sum(functions.values())
    print("\n  a byte   share  function, with the libraries that it calls")
    for name, cost in functions.most_common(40):
        print(f"{cost / size:8.2f} {cost / whole:7.1%}  {VIEW.sub('string_view', name)[:150]}")
