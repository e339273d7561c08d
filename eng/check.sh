#!/usr/bin/env bash
# Sets up what the tests need, then builds, lints and tests everything. CI runs this script and nothing else.
# Ends with a line "N passed, N failed"; a skipped test counts as failed.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\n== %s\n' "$1"; }

need() { command -v "$1" >/dev/null 2>&1; }

install_debian() { # package
  if [ "$(id -u)" = 0 ] && need apt-get; then
    apt-get install -y -q "$1" >/dev/null 2>&1 || { apt-get update -q >/dev/null 2>&1 && apt-get install -y -q "$1" >/dev/null; }
  else
    echo "This needs $1: install it (Debian: apt-get install $1) and run again." >&2
    exit 1
  fi
}

say "Tools for the tests: Node.js packages (Azurite, an SMTP server, axe) and Chromium"
need node || install_debian nodejs
need npm || install_debian npm
need chromium || need google-chrome || install_debian chromium
npm ci --prefix eng/node --no-audit --no-fund --loglevel=error

say "Restore"
dotnet tool restore
dotnet restore --locked-mode

say "Layout"
dotnet csharpier check .

say "Build"
dotnet build --no-restore -nologo -v minimal

say "Package: what the Functions host is given, for the tests to start"
eng/publish.sh --quick
export MICHECKIN_PACKAGE=artifacts/publish/app

say "Test"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
result=0
dotnet test --no-build -nologo --logger "console;verbosity=minimal" 2>&1 | tee "$log" || result=$?

# "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, …", a line for each project.
awk -v result="$result" '
  /Failed: *[0-9]+, Passed: *[0-9]+, Skipped: *[0-9]+/ {
    match($0, /Failed: *[0-9]+/); failed += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Passed: *[0-9]+/); passed += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Skipped: *[0-9]+/); failed += substr($0, RSTART + 8, RLENGTH - 8)
  }
  END {
    if (result != 0 && failed == 0) failed = 1
    printf "\n%d passed, %d failed\n", passed, failed
    exit (failed > 0 || passed == 0)
  }' "$log"
