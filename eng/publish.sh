#!/usr/bin/env bash
# Packs the program for Azure Functions: artifacts/publish/app, and artifacts/publish/micheckin.zip to deploy.
# Self-contained for linux-x64, because no page of Azure promises that the host's image carries .NET 10, and compiled
# ahead of time (ReadyToRun), because the host starts a process whenever it scales out. It needs no libicu: docs/decisions/0015.
#   eng/publish.sh             both, compiled as one with the framework: the fastest start, some minutes of compiling
#   eng/publish.sh --no-zip    the folder only, compiled the same way, which is what perf/startup.sh starts
#   eng/publish.sh --quick     both, each assembly compiled by itself: what eng/check.sh tests, in a quarter of the time
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

out=artifacts/publish
app=$out/app
zip=$out/micheckin.zip
most_bytes=$((60 * 1024 * 1024))
runtime=linux-x64

# Composite only: for processors with AVX2, as Azure's x64 hosts of the last ten years have it, so that code with wide vectors
# is compiled ahead too. An older one starts the package as well, but leaves all compiled code unused and compiles at each start.
instructions=--instruction-set:x86-64-v3

pack=yes composite=true
for option in "$@"; do
  case "$option" in
    --no-zip) pack=no ;;
    --quick) composite=false instructions= ;;
    *) echo "usage: eng/publish.sh [--no-zip] [--quick]" >&2; exit 2 ;;
  esac
done

if [ "$pack" = yes ] && ! command -v zip >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get install -y -q zip || { apt-get update -q && apt-get install -y -q zip; }; } >/dev/null 2>&1 || true
  fi
  command -v zip >/dev/null 2>&1 || { echo "This needs zip: install it (Debian: apt-get install zip) and run again." >&2; exit 1; }
fi

# Where the sources lie must not show: names of generated types are made of their paths.
# The lock files pin the packages for this runtime too, so a restore either takes exactly those or fails; it never writes them.
rm -rf "$app" "$zip"
dotnet publish src/MiCheckin.Functions -nologo -v quiet --configuration Release --runtime "$runtime" --self-contained true \
  --output "$app" \
  -p:RestoreLockedMode=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=$composite \
  "-p:PublishReadyToRunCrossgen2ExtraArgs=$instructions" \
  -p:DebugType=none -p:CopyDebugSymbolFilesFromPackages=false "-p:PathMap=$PWD/=/_/" \
  -p:PublishReferencesDocumentationFiles=false -p:IsTransformWebConfigDisabled=true -p:SatelliteResourceLanguages=en

# What a package needs no copy of: symbols, documentation of assemblies, maps of assets that this program embeds.
find "$app" -type f \( -name '*.pdb' -o -name '*.xml' -o -name '*.dbg' -o -name 'createdump' -o -name '*.staticwebassets.*' -o -name 'packages.lock.json' \) -delete

find "$app" -type d -exec chmod 0755 {} +
find "$app" -type f -exec chmod 0644 {} +
chmod 0755 "$app/run.sh" "$app/MiCheckin.Functions"

for needed in host.json run.sh MiCheckin.Functions SendText/function.json; do
  [ -f "$app/$needed" ] || { echo "$app lacks $needed." >&2; exit 1; }
done

echo "$app: $(du -sh --apparent-size "$app" | cut -f1), $(find "$app" -type f | wc -l) files"
[ "$pack" = yes ] || exit 0

# The same sources give the same bytes: one date, one order, no extra fields. The modes stay.
find "$app" -exec touch -h -d '2020-01-01T00:00:00Z' {} +
(cd "$app" && find . -mindepth 1 -printf '%P\n' | LC_ALL=C sort | TZ=UTC zip -q -X -9 -@ ../micheckin.zip)

bytes=$(stat -c %s "$zip")
echo "$zip: $bytes bytes, $((bytes / 1024 / 1024)) MiB (at most $((most_bytes / 1024 / 1024)) MiB), sha256 $(sha256sum "$zip" | cut -d' ' -f1)"
[ "$bytes" -le "$most_bytes" ] || { echo "The package is larger than it may be." >&2; exit 1; }
