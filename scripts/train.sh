#!/usr/bin/env bash
# scripts/train.sh: build/trained/fenjie, the release build laid out by the profile of a training run over
# invented notices. Some 7 % less time for a byte, and twice as long to build: for packages and big archives. g++ only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

need "${build_packages[@]}" python3
fenjie=build/trained/fenjie

# build record|use
build() {
  cmake --preset trained -DFENJIE_PROFILE="$1" >&2
  cmake --build build/trained --target fenjie_tool >&2
}

# train FORMAT [OPTIONS of scripts/generate.py]: reads a few megabytes of notices.
train() {
  local format=$1
  shift
  python3 scripts/generate.py --size 4M --seed 7 "$@" 2>/dev/null | "$fenjie" -q -t "$format" - >/dev/null
}

find build/trained -name '*.gcda' -delete 2>/dev/null || true  # of other sources
build record
say 'training'
for format in ndjson ndjson csv json md; do train "$format"; done
train ndjson --script hant
train ndjson --script hant --readings --shifted
train ndjson --encoding gb18030
train ndjson --encoding utf-16
for sample in samples/*; do "$fenjie" -q "$sample" >/dev/null || true; done
build use
say "made $fenjie"
