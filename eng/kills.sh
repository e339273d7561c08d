#!/usr/bin/env bash
# Kills the real program again and again while people answer and time passes, and looks at what is left: no reply that was
# acknowledged may be lost, no text may come twice, and every ledger must give its state.
#   eng/kills.sh [kills] [seed]     10 kills unless told; the same seed chooses the same moments
#   STORAGE=UseDevelopmentStorage=true eng/kills.sh      on Azurite, which must run, instead of the embedded storage
# Needs what `dotnet build` has built. Ends with one line of figures; exit code 1 when a promise was broken.
set -euo pipefail
cd "$(dirname "$0")/.."

kills=${1:-10}
RANDOM=${2:-$$}
program=artifacts/bin/MiCheckin.Functions/debug/MiCheckin.Functions
cli=artifacts/bin/MiCheckin.Cli/debug/micheckin
for built in "$program" "$cli"; do
  [ -x "$built" ] || { echo "There is no $built: run dotnet build first." >&2; exit 2; }
done

folder=$(mktemp -d)
data=$folder/data jar=$folder/cookies acknowledged=$folder/acknowledged
pid= answering=
from=(--data "$data")
[ -z "${STORAGE:-}" ] || from=(--storage "$STORAGE")
touch "$acknowledged"

end() {
  [ -z "$answering" ] || kill "$answering" 2>/dev/null || true
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT

fail() { echo "$1" >&2; tail -n 20 "$folder/log" >&2; exit 1; }

page() { curl -sS --max-time 60 -b "$jar" "$address$1"; }

# Signs in by the printed link and reads which phones there are.
start() {
  "$program" --data "$data" ${STORAGE:+--storage "$STORAGE"} --urls http://127.0.0.1:0 >"$folder/log" 2>&1 &
  pid=$!
  link=
  for _ in $(seq 300); do
    link=$(sed -n 's/^Sign in, once, within 15 minutes: //p' "$folder/log")
    [ -z "$link" ] || break
    kill -0 "$pid" 2>/dev/null || fail "The program did not start."
    sleep 0.2
  done
  [ -n "$link" ] || fail "The program printed no link."
  address=${link%/console/*}
  curl -sS --max-time 60 -c "$jar" -o /dev/null "$link"
  page /console/phones >"$folder/phones"
  token=$(grep -oP -m1 'name="form-token" value="\K[^"]+' "$folder/phones" | head -n 1)
  mapfile -t phones < <(grep -oP '<article class="phone" id="p-\K[0-9a-f]+' "$folder/phones")
  [ "${#phones[@]}" -gt 0 ] || fail "There are no phones."
}

post() { # path, fields: prints the status; 000 where the program died first
  local path=$1
  shift
  curl -s --max-time 120 -b "$jar" -o /dev/null -w '%{http_code}' -H 'Accept: application/json' \
    --data-urlencode "form-token=$token" "$@" "$address$path" || true
}

answer() { # phone, words
  if [ "$(post "/console/phones/$1/reply" --data-urlencode "text=$2" -d kind=text)" = 204 ]; then
    echo "$2" >>"$acknowledged"
  fi
}

# People answer and days pass until somebody ends it.
answer_on() { # round
  local n=0
  while true; do
    n=$((n + 1))
    answer "${phones[RANDOM % ${#phones[@]}]}" "I went out again, note $1-$n"
    [ $((n % 4)) -ne 0 ] || post /console/phones/clock -d "by=$([ $((RANDOM % 2)) = 0 ] && echo P1D || echo next)" >/dev/null
  done
}

start
for phone in "${phones[@]}"; do
  [ "$(post "/console/phones/$phone/reply" -d text=YES -d kind=text)" = 204 ] || fail "A YES was not taken."
done

for round in $(seq "$kills"); do
  answer_on "$round" &
  answering=$!
  sleep "$((RANDOM % 7 + 1)).$((RANDOM % 10))"
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
  kill "$answering" 2>/dev/null || true
  wait "$answering" 2>/dev/null || true
  answering=
  start
done

# Whatever was cut short has time to come to rest.
[ "$(post /console/phones/clock -d by=P2D)" = 302 ] || fail "The clock could not be moved."
page /console/phones | tr '\n' ' ' | sed 's/<article /\n&/g' | grep '^<article' >"$folder/phones"

texts=0 twice=0
while read -r phone; do
  person=$(grep -oP '/console/people/\K[^"]+' <<<"$phone" | head -n 1)
  grep -oP '<li class="in"><p>\K.*?(?=</p>)' <<<"$phone" | sort >"$folder/came" || true
  page "/console/people/$person?all=true" | tr '\n' ' ' |
    grep -oP '<div class="us"><p>\K.*?(?=</p>)' | sort >"$folder/meant" || true
  texts=$((texts + $(wc -l <"$folder/came")))
  # One line for each bubble beyond the texts that were meant to be sent.
  twice=$((twice + $(comm -23 "$folder/came" "$folder/meant" | wc -l)))
done <"$folder/phones"

kill "$pid"
wait "$pid" 2>/dev/null || true
pid=
"$cli" export "${from[@]}" --with-words >"$folder/export"
lost=0
while read -r words; do
  times=$(grep -cF "\"words\":\"$words\"" "$folder/export" || true)
  [ "$times" = 1 ] || { lost=$((lost + 1)); echo "Stored $times times: $words" >&2; }
done <"$acknowledged"
verified=0
ledgers=$("$cli" ledger verify "${from[@]}") || verified=$?

echo "$kills kills: $(wc -l <"$acknowledged") replies acknowledged, $lost lost or stored twice; $texts texts came, $twice twice; ledgers: $ledgers"
[ "$lost" = 0 ] && [ "$twice" = 0 ] && [ "$verified" = 0 ]
