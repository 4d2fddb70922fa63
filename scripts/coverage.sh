#!/usr/bin/env bash
# scripts/coverage.sh [DETAIL]: runs the tests in a build that counts lines (gcov), prints the share of
# lines of src/ that they reach: by folder, and each file below 90 %. With DETAIL (part of a path) it
# also prints the lines of such files that were not reached.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

need "${build_packages[@]}" doctest-dev
build=build/coverage
configuration=(-G Ninja -S . -B "$build" -DCMAKE_BUILD_TYPE=None -DFENJIE_TESTS=ON
  '-DCMAKE_CXX_FLAGS=-O0 --coverage -fprofile-abs-path')
command -v ccache >/dev/null && configuration+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
say 'building'
quietly cmake "${configuration[@]}"
quietly cmake --build "$build" ${JOBS:+-j "$JOBS"}
find "$build" -name '*.gcda' -delete
say 'running the tests'
# The installed package is built anew by its test: nothing of it is counted here.
quietly ctest --test-dir "$build" -j "${JOBS:-$(nproc)}" --output-on-failure --no-tests=error -E '^package$' ||
  say 'some tests failed; what they reached is counted all the same'
python3 scripts/coverage.py "$build" "$PWD/src" "${1-}"
