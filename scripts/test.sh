#!/usr/bin/env bash
# scripts/test.sh: builds and runs all tests, as a release and under the address and undefined
# behaviour sanitizers. Missing Debian packages are installed. The last line is the sum.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

passed=0 failed=0 skipped=0
jobs=$(nproc)

# attribute NAME FILE: of the <testsuite> of a JUnit file.
attribute() { sed -n "/<testsuite/,/>/s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1; }

# count FILE: adds a JUnit file to the sums.
count() {
  local tests failures unrun
  tests=$(attribute tests "$1") failures=$(attribute failures "$1") unrun=$(attribute skipped "$1")
  ((failed += failures, skipped += unrun, passed += tests - failures - unrun)) || true
}

# run_preset PRESET: a build that fails counts as one failed test.
run_preset() {
  local preset=$1 results=build/$1/results.xml
  say "$preset: building"
  if ! quietly configure "$preset" -DFENJIE_TESTS=ON || ! quietly cmake --build "build/$preset"; then
    say "$preset: the build failed"
    ((++failed))
    return
  fi
  rm -f "$results"
  ctest --test-dir "build/$preset" -j "$jobs" --output-on-failure --no-tests=error \
    --output-junit "$PWD/$results" >&2
  if [[ -s $results ]]; then count "$results"; else ((++failed)); fi
}

need "${build_packages[@]}" doctest-dev valgrind || { say 'packages are missing'; ((++failed)); }
python3 -c 'import jsonschema' 2>/dev/null || need python3-jsonschema || say 'the schema will not be checked'

export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
run_preset release
run_preset asan

printf '%d passed, %d failed' "$passed" "$failed"
((skipped)) && printf ', %d skipped' "$skipped"
printf '\n'
((failed == 0 && passed > 0))
