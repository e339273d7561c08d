#!/usr/bin/env bash
# Reads the corpus with MiCheckin and with fasttext (Debian: apt-get install fasttext), one after the other on the same
# texts: how many a second of processor time, and how well each reads a behaviour that it was not trained on.
# fasttext learns the labels of the corpus from the words of the replies; it is not told what was asked, reads no risk,
# no number, no control word, and its time holds the reading of its input, ours does not.
#   perf/reading-vs-fasttext.sh [fast]      fast: the speed alone, without the twelve or more trainings
set -euo pipefail
cd "$(dirname "$0")/.."
command -v fasttext >/dev/null || { echo "This needs fasttext (Debian: apt-get install fasttext)." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U'

# The labelled replies of some files, in small letters, signs apart, as fasttext's guide says to give them.
rows() {
  awk -F'\t' '!/^#/ && NF == 4 {print $1 "\t" tolower($4)}' "$@" |
    sed -E 's/([.!?,"()\/:;])/ \1 /g; s/^([a-z]+)\t/__label__\1 /'
}

train() { # file, model, further settings
  fasttext supervised -input "$1" -output "$2" -lr 0.5 -epoch 15 -thread 1 "${@:3}" >/dev/null 2>&1
}

seconds() { { time fasttext predict "$1" "$2" >/dev/null; } 2>&1; }

speed() { # name, further settings of the training
  train "$work/all.txt" "$work/all" "${@:2}"
  awk -v name="$1" -v all="$(seconds "$work/all.bin" "$work/texts.txt")" -v load="$(seconds "$work/all.bin" /dev/null)" \
    -v n="$(wc -l <"$work/texts.txt")" \
    'BEGIN {printf "fasttext, %s: %d replies per second of processor time, without loading its model\n", name, n / (all - load)}'
}

# Reads "label read-as" lines; the macro-F1 over change, neutral and sustain.
f1() {
  awk '{want[$1]++; got[$2]++; hit[$1] += $1 == $2}
    END {n = split("change neutral sustain", side); for (i = 1; i <= n; i++) {
      f = 2 * hit[side[i]] / (want[side[i]] + got[side[i]]); sum += f; out = out sprintf(", %s %.3f", side[i], f)}
      printf "macro-F1 %.3f%s\n", sum / n, out}'
}

rows corpus/*.tsv >"$work/all.txt"
for _ in $(seq 10); do cut -d' ' -f2- "$work/all.txt"; done >"$work/texts.txt"
dotnet build -c Release perf/MiCheckin.Perf -nologo -v quiet
echo "MiCheckin, everything it reads, what was asked in view:"
dotnet run -c Release --no-build --project perf/MiCheckin.Perf -- reading corpus
speed "words, their pairs and runs of letters" -wordNgrams 2 -minn 3 -maxn 5 -dim 50 -bucket 200000
speed "words and their pairs" -wordNgrams 2 -minn 0 -maxn 0 -dim 50 -bucket 200000
[ "${1:-}" != fast ] || exit 0

for left in corpus/*.tsv; do
  rows $(printf '%s\n' corpus/*.tsv | grep -vx "$left") >"$work/part.txt"
  rows "$left" >"$work/left.txt"
  train "$work/part.txt" "$work/part" -wordNgrams 2 -minn 3 -maxn 5 -dim 50 -bucket 200000
  fasttext predict-prob "$work/part.bin" <(cut -d' ' -f2- "$work/left.txt") 5 |
    grep -oE '^.*$' | sed 's/__label__//g' |
    awk '{for (i = 1; i < NF; i += 2) if ($i ~ /^(change|neutral|sustain)$/) {print $i; break}}' |
    paste -d' ' <(sed -E 's/__label__([a-z]+) .*/\1/' "$work/left.txt") -
done | awk '$1 ~ /^(change|neutral|sustain)$/' >"$work/fasttext.txt"
awk -F, '$2 ~ /^(change|neutral|sustain)$/ {b = "neutral"; v = $3; if ($4 > v) {v = $4; b = "change"} if ($5 > v) b = "sustain"; print $2, b}' \
  corpus/held-out.csv >"$work/ours.txt"
echo "Each behaviour read by what learned from the others, replies labelled change, neutral or sustain:"
echo "MiCheckin ($(wc -l <"$work/ours.txt") replies): $(f1 <"$work/ours.txt")"
echo "fasttext ($(wc -l <"$work/fasttext.txt") replies): $(f1 <"$work/fasttext.txt")"
