# Shared by the recipes in this folder: the root, the Python, the packages Qt needs, the virtual environment.
# Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
python=$root/.venv/bin/python
export PYTHONPATH=$root PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# A program on Wayland, X11 or macOS has a screen; without one Qt draws in memory.
has_screen() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $(uname) == Darwin ]]; }

has_screen || export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

# What Qt's own libraries ask of Debian and Ubuntu, as "file package". Found with objdump on the libraries
# and plugins that this program loads; what those packages pull in by themselves is left out.
needed_always='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libxkbcommon.so.0 libxkbcommon0'
needed_on_screen='
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-glx.so.0 libxcb-glx0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxkbcommon-x11.so.0 libxkbcommon-x11-0'

missing_packages() {
  local table=$needed_always known file package
  has_screen && table+=$needed_on_screen
  known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
  while read -r file package; do
    [[ -z $file || $known == *"$file"* ]] || printf '%s ' "$package"
  done <<<"$table"
  # Office hours are kept in Dutch wall time.
  [[ -e /usr/share/zoneinfo/Europe/Amsterdam ]] || printf 'tzdata '
}

# Installs only as root; otherwise the reader gets the exact line to run.
ensure_packages() {
  [[ $(uname) == Linux ]] || return 0
  local -a missing
  read -ra missing <<<"$(missing_packages) $1"
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null || die "Qt needs these libraries (Debian names); install them first: ${missing[*]}"
  ((EUID == 0)) || die "Some system packages are missing. Run this once, then try again:
  sudo apt-get install -y --no-install-recommends ${missing[*]}"
  say "Installing system packages: ${missing[*]}"
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}"; } \
    >/dev/null || die "apt-get could not install: ${missing[*]}"
}

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    [[ -n $candidate ]] || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$candidate"; return; }
  done
  die "GPConnect needs Python 3.11 or newer; none was found. Install one, or name it: PYTHON=/path/to/python $0"
}

sum_of() { "$1" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$2"; }

# ensure_venv run|dev: the environment from the hashed files, made again when one of them changed. The
# development file holds every pin of the other one, so an environment for tests runs the program too.
ensure_venv() {
  local file=build/requirements.txt base venv_package=''
  [[ $1 == dev ]] && file=build/requirements-dev.txt
  base=$(find_python)
  "$base" -c 'import ensurepip, venv' 2>/dev/null || venv_package=python3-venv
  ensure_packages "$venv_package"
  grep -qsx "$(sum_of "$base" "$file")" .venv/installed && return
  say "Preparing .venv from $file (once; about a minute)"
  [[ -x $python ]] || "$base" -m venv .venv
  "$python" -m pip install -qq --require-hashes -r "$file" \
    || die "The environment could not be made; what pip said stands above."
  sum_of "$base" "$file" >.venv/installed
  [[ $1 == run ]] || sum_of "$base" build/requirements.txt >>.venv/installed
}
