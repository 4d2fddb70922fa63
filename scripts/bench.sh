#!/usr/bin/env bash
# scripts/bench.sh [--quick] [--brief] [--only ROW] [--fenjie PATH]: how fast fenjie is against the tools
# that do one step of its work. Builds it, installs the others, makes the inputs (kept in build/bench),
# prints a table. --quick takes a minute and serves to look; figures to keep come from a quiet machine
# without it. The status is 1 where a count of tasks is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

need ripgrep icu-devtools opencc jq python3 time
[[ " $* " == *' --fenjie'* ]] || build_tool
exec python3 scripts/bench "$@"
