#!/usr/bin/env bash
# scripts/check_layers.sh: do includes go one way, does each library stay in its room, is every
# Chinese word in the grammars? Prints what is wrong, one line each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

# Room: the rooms whose headers it may include besides its own. Public headers are open to all but write.
declare -A may=(
  [records]=''
  [text]=''
  [grammar]='text'
  [field]='text grammar'
  [layout]='text grammar field'
  [parse]='text grammar field layout'
  [write]=''
  [cli]=''
  [reader.cpp]='text grammar field layout parse'
  [source_text.cpp]='text'
  [main.cpp]='cli'
  [fenjie]=''
)
# The public headers that a writer may see: the records and nothing of reading.
write_sees='diagnostic ledger position records sink writer'
# Third-party headers, and the one room of each.
declare -A home=(
  ['unicode/']=text ['opencc']=text ['re2/']=grammar ['toml++/']=grammar
  ['CLI/']=cli ['fmt/']=cli ['iostream']=nowhere ['regex']=nowhere
)
wrong=0

complain() {
  printf '%s\n' "$*"
  wrong=1
}

room_of() {
  local rest=${1#src/}
  case $1 in
    include/*) echo fenjie ;;
    *) echo "${rest%%/*}" ;;
  esac
}

# check_own FILE ROOM HEADER: #include "HEADER"
check_own() {
  local target=${3%%/*} name=${3#*/}
  if [[ $target == fenjie ]]; then
    [[ $2 != write || " $write_sees " == *" ${name%.hpp} "* ]] || complain "$1: write must not include $3"
  elif [[ $target != "$2" && " ${may[$2]-} " != *" $target "* ]]; then
    complain "$1: $2 must not include $3"
  fi
}

# check_other FILE ROOM HEADER: #include <HEADER>
check_other() {
  local start
  for start in "${!home[@]}"; do
    [[ $3 == "$start"* && $2 != "${home[$start]}" ]] && complain "$1: <$3> belongs to ${home[$start]}"
  done
  return 0
}

while IFS=: read -r file include; do
  room=$(room_of "$file")
  [[ -v may[$room] ]] || { complain "$file: the room $room has no rule here"; continue; }
  header=${include#*[<\"]} header=${header%%[>\"]*}
  if [[ $include == *'"'* ]]; then check_own "$file" "$room" "$header"; else check_other "$file" "$room" "$header"; fi
done < <(grep -rHE '^[[:space:]]*#[[:space:]]*include' src include --include='*.[ch]pp')

# Chinese outside comments: everything before the first `//` of a line.
while IFS= read -r line; do
  complain "$line: a Chinese word outside grammars/"
done < <(grep -rnP '^(?:(?!//).)*[\x{3400}-\x{9fff}\x{f900}-\x{faff}\x{20000}-\x{3ffff}]' src include || true)

((wrong)) || echo 'includes go one way'
exit "$wrong"
