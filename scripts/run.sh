#!/usr/bin/env bash
# scripts/run.sh [ARGS]: builds fenjie where needed and runs `build/release/fenjie ARGS`.
# Without ARGS: converts the samples and shows the result. Missing Debian packages are installed.
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

build_tool
tool=$PWD/build/release/fenjie

if (($# == 0)); then
  shopt -s nullglob
  exec "$tool" -t md samples/*.txt
fi
cd "$here"
exec "$tool" "$@"
