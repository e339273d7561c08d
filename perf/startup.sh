#!/usr/bin/env bash
# Measures the time from the start of the process to its first 200, as the Functions host would wait for it: the published
# program under the host's contract on Azurite, against a bare ASP.NET Core app published the same way, one after the
# other in turn, in one run. Prints the medians and fails over the bar: twice the bare app, and 300 ms.
#   perf/startup.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d eng/node/node_modules ] || { echo "Run npm ci --prefix eng/node first: this needs Azurite." >&2; exit 1; }
[ -x artifacts/publish/app/MiCheckin.Functions ] || eng/publish.sh --no-zip
dotnet publish perf/startup/Bare -nologo -v quiet -c Release -r linux-x64 --self-contained true -p:PublishReadyToRun=true \
  -p:DebugType=none -o artifacts/publish/bare
exec node perf/startup/measure.mjs "${1:-15}"
