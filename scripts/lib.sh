# Shared by the scripts: Debian packages and CMake builds. Everything said goes to standard error.
# Sourced by bash; the caller has changed into the project's folder.

build_packages=(g++ cmake ninja-build pkg-config libicu-dev libopencc-dev libre2-dev
  libtomlplusplus-dev libfmt-dev libcli11-dev python3 opencc)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

is_installed() { [[ $(dpkg-query -W -f='${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]; }

# need PACKAGE...: installs what is missing; asks the network only then.
need() {
  command -v dpkg-query >/dev/null || return 0  # no Debian: CMake says what it lacks
  local missing=() package
  for package; do is_installed "$package" || missing+=("$package"); done
  ((${#missing[@]})) || return 0
  local root=()
  ((EUID == 0)) || root=(sudo)
  say "installing ${missing[*]}"
  local install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends)
  # The package lists of a fresh machine are empty or old.
  "${install[@]}" "${missing[@]}" >&2 ||
    { "${root[@]}" apt-get update -q >&2 && "${install[@]}" "${missing[@]}" >&2; }
}

# configure PRESET [ARGS]: build/PRESET, with ccache where there is one.
configure() {
  local preset=$1
  shift
  command -v ccache >/dev/null && set -- -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
  cmake --preset "$preset" "$@" >&2
}

# build_tool: build/release/fenjie, made where needed. Tests are for test.sh, which turns them on there.
build_tool() {
  need "${build_packages[@]}"
  if [[ ! -f build/release/build.ninja ]]; then
    say 'building, once to count what notices ask of it, once by these counts; some six minutes'
    configure release -DFENJIE_TESTS=OFF
    cmake --build build/release --target fenjie_tool >&2
  fi
  quietly cmake --build build/release --target fenjie_tool
}

# quietly COMMAND...: shows the output only when the command fails.
quietly() {
  local output
  output=$("$@" 2>&1) || { printf '%s\n' "$output" >&2; return 1; }
}
