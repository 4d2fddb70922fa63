#!/usr/bin/env bash
# scripts/cost.sh: how many instructions fenjie needs for small texts, against the record in
# tests/cost/counts.txt; a test does the same. --accept rewrites the record.
# --by-function [LAYOUT...]: where they go, by step of a line's way, by room of src/, by function.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

need valgrind python3 opencc
build_tool
case ${1-} in
  '') action=check ;;
  --accept) action=accept ;;
  --by-function) action=functions ;;
  *) say 'scripts/cost.sh [--accept | --by-function [LAYOUT...]]'; exit 2 ;;
esac
exec python3 tests/cost/cost.py "$action" build/release/fenjie "${@:2}"
