# Runs a program that is not ours as a part: it stops, as if asked to, when its supervisor is gone, even killed. Standard
# input is the leash: it ends with the supervisor.
exec 3<&0
# The program gets the signal too, since the whole group does; this shell waits for how it ends.
trap : TERM INT
"$@" </dev/null 3<&- &
program=$!
{
  trap - TERM INT
  cat
  kill -TERM "$program"
} <&3 >/dev/null 2>&1 &
exec 3<&-
wait "$program"
code=$?
while kill -0 "$program" 2>/dev/null; do
  wait "$program"
  code=$?
done
exit "$code"
