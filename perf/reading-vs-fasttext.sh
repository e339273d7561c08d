#!/usr/bin/env bash
# Times the reader of replies beside fasttext (apt-get install fasttext) on the same texts, in one run.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -F'\t' '!/^#/ && NF==4 {print "__label__" $1 " " $4}' corpus/*.tsv > "$work/train.txt"
for _ in $(seq 20); do cut -d' ' -f2- "$work/train.txt"; done > "$work/texts.txt"
fasttext supervised -input "$work/train.txt" -output "$work/model" -wordNgrams 3 -minn 3 -maxn 5 -bucket 200000 -epoch 15 -thread 1 >/dev/null 2>&1
echo "fasttext predict, $(wc -l < "$work/texts.txt") texts:"
time fasttext predict "$work/model.bin" "$work/texts.txt" > /dev/null
dotnet run -c Release --project perf/MiCheckin.Perf -- reading corpus 
