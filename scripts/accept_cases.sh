#!/usr/bin/env bash
# scripts/accept_cases.sh [FILE...]: takes what fenjie prints now as what is expected: rewrites the
# outputs in README.md, tests/cases/*.md and beside samples/*.txt. Read `git diff` before you keep it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

need "${build_packages[@]}" doctest-dev
quietly configure release -DFENJIE_TESTS=ON
quietly cmake --build build/release --target run_cases
shopt -s nullglob
(($#)) || set -- README.md tests/cases/*.md samples/*.txt
build/release/tests/run_cases --accept . "$@"
