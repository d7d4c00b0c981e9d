#!/bin/sh
# Tells Watchbill what Icinga or Nagios notifies of. Needs curl and nothing else.
#
#   watchbill-notify.sh --url-file /etc/icinga2/watchbill.url --type PROBLEM --host db-01 \
#     --service disk --state CRITICAL --output "DISK CRITICAL - 97% used"
#
# --url       the address with the key in it: https://watchbill.example.org/in/icinga/KEY
# --url-file  a file with that address on its first line: others can't see it in the process list
# --type      PROBLEM, RECOVERY, ACKNOWLEDGEMENT, CUSTOM, FLAPPINGSTART and so on
# --host, --service (left out for a host), --state, --output
# --long-output, --address, --author, --comment, --time, --groups, --link: what describes it
#
# It ends with 0 when Watchbill has kept the message, and with 1 when it has not; then it says why.
# It tries for less than 30 seconds, which is what Nagios gives a notification.

url=
type='' host='' service='' state='' output='' long_output=''
address='' author='' comment='' time='' groups='' link=''

fail() {
  echo "watchbill-notify: $1" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  [ $# -gt 1 ] || fail "$1 has no value"
  case $1 in
    --url) url=$2 ;;
    --url-file) IFS= read -r url <"$2" || [ -n "$url" ] || fail "$2 can't be read" ;;
    --type) type=$2 ;;
    --host) host=$2 ;;
    --service) service=$2 ;;
    --state) state=$2 ;;
    --output) output=$2 ;;
    --long-output) long_output=$2 ;;
    --address) address=$2 ;;
    --author) author=$2 ;;
    --comment) comment=$2 ;;
    --time) time=$2 ;;
    --groups) groups=$2 ;;
    --link) link=$2 ;;
    *) fail "there is no option $1" ;;
  esac
  shift 2
done

case $url in
  http://?* | https://?*) ;;
  *) fail "give the address by --url or --url-file" ;;
esac
case $url in
  *[\"\\]*) fail "the address has a character in it that no address has" ;;
esac
[ -n "$type" ] || fail "--type is missing"
[ -n "$host" ] || fail "--host is missing"

# The address goes in by the standard input: curl's arguments can be seen by every user.
answer=$(printf 'url = "%s"\n' "$url" | curl --config - \
  --silent --show-error --connect-timeout 3 --max-time 5 \
  --retry 3 --retry-delay 2 --retry-max-time 22 --retry-connrefused \
  --write-out '\n%{http_code}' \
  --data-urlencode "type=$type" \
  --data-urlencode "host=$host" \
  --data-urlencode "service=$service" \
  --data-urlencode "state=$state" \
  --data-urlencode "output=$output" \
  --data-urlencode "long_output=$long_output" \
  --data-urlencode "address=$address" \
  --data-urlencode "author=$author" \
  --data-urlencode "comment=$comment" \
  --data-urlencode "time=$time" \
  --data-urlencode "groups=$groups" \
  --data-urlencode "url=$link") || fail "Watchbill did not answer"

case $(printf '%s\n' "$answer" | tail -n 1) in
  2??) ;;
  *) fail "not kept: $answer" ;;
esac
