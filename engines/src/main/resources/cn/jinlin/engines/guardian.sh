# Runs an engine for as long as standard input stays open. The parent JVM holds the other end, so however the JVM
# ends, SIGKILL included, the end of input makes this shell stop the engine.
# $1 is the signal that stops the engine cleanly, the rest is its command line.
signal=$1
shift
trap : INT TERM HUP
exec 3<&0
"$@" 3<&- </dev/null &
engine=$!
{
  while read -r ignored; do :; done
  kill -s "$signal" "$engine"
} <&3 2>/dev/null &
watcher=$!
wait "$engine"
code=$?
while kill -0 "$engine" 2>/dev/null; do
  wait "$engine"
  code=$?
done
kill "$watcher" 2>/dev/null
exit "$code"
