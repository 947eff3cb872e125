#!/usr/bin/env bash
# Sees to it that the browsers, the database server, the proxy and the compiler that the tests run are here.
set -euo pipefail

has_postgresql() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

has_library() { [[ $(/sbin/ldconfig -p) == *"$1"* ]]; }

missing=()
command -v chromium >/dev/null || missing+=(chromium)
has_postgresql || missing+=(postgresql)
command -v caddy >/dev/null || missing+=(caddy)
command -v gcc >/dev/null || missing+=(gcc libc6-dev)
# Firefox shows notifications through libnotify; WebKit needs a screen, if one that nobody sees.
command -v firefox-esr >/dev/null || missing+=(firefox-esr)
has_library libnotify.so.4 || missing+=(libnotify4)
command -v dbus-daemon >/dev/null || missing+=(dbus)
command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
command -v Xvfb >/dev/null || missing+=(xvfb)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "The tests need these programs, and only root with apt can install them from here: ${missing[*]}"
  echo "On Debian or Ubuntu: sudo apt install ${missing[*]}"
  exit 1
fi

echo "Installing ${missing[*]} ..."
export DEBIAN_FRONTEND=noninteractive
# RUNLEVEL=1 keeps the packages from starting servers of their own.
export RUNLEVEL=1
# Mirrors stutter, and another apt may be at work.
patient=(-o Acquire::Retries=5 -o Acquire::http::Timeout=60 -o Acquire::https::Timeout=60 -o DPkg::Lock::Timeout=600)
log=$(mktemp)
if ! {
  apt-get "${patient[@]}" update -qq &&
    apt-get "${patient[@]}" install -qq --yes --no-install-recommends "${missing[@]}"
} </dev/null >"$log" 2>&1; then
  cat "$log"
  exit 1
fi
