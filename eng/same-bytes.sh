#!/usr/bin/env bash
# Packs the committed sources twice, in two clones in different places, and compares the packages byte by byte.
#   eng/same-bytes.sh [--quick]     as for eng/publish.sh
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sums=()
for place in one a/deeper/place/two; do
  git clone -q . "$folder/$place"
  (cd "$folder/$place" && eng/publish.sh "$@")
  sums+=("$(sha256sum <"$folder/$place/artifacts/publish/micheckin.zip" | cut -d' ' -f1)")
done

[ "${sums[0]}" = "${sums[1]}" ] || { echo "Two packages of the same sources differ: ${sums[*]}" >&2; exit 1; }
echo "The same bytes twice: ${sums[0]}"
