#!/bin/sh
# What host.json names: the Functions host calls `/bin/sh run.sh` in the folder of the package. `exec`, so that the process
# that the host watches, and kills, is the program itself.
exec "$(dirname "$0")/MiCheckin.Functions" "$@"
