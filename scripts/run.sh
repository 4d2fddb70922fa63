#!/usr/bin/env bash
# scripts/run.sh [ARGS]: builds fenjie where needed and runs `build/release/fenjie ARGS`.
# Without ARGS: converts the samples and shows the result. Missing Debian packages are installed.
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

need "${build_packages[@]}"
# Tests are for test.sh, which turns them on in the same folder.
if [[ ! -f build/release/build.ninja ]]; then
  say 'building; this takes a minute or two, once'
  configure release -DFENJIE_TESTS=OFF
  cmake --build build/release --target fenjie_tool >&2
fi
quietly cmake --build build/release --target fenjie_tool
tool=$PWD/build/release/fenjie

if (($# == 0)); then
  shopt -s nullglob
  exec "$tool" -t md samples/*.txt
fi
cd "$here"
exec "$tool" "$@"
