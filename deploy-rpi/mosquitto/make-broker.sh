#!/usr/bin/env bash
# Makes the folder of a Mosquitto broker with TLS, passwords and rights:
#   make-broker.sh FOLDER PORT "NAMES" USER=PASSWORDFILE...
# FOLDER  is made if need be; an authority that is there already is used again, so that its certificates stay valid.
# PORT    for MQTT by TLS, as 8883. With WEB_PORT=9001 in the environment, for browsers there by WebSocket and TLS.
# NAMES   by which clients reach the broker, as "centipede.local 192.168.1.5".
# USER    operator, reader, or the id of an animal; the first line of PASSWORDFILE is its password.
# Give ca.crt to the clients. ca.key signs for the authority: keep it away from the robot.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -ge 4 ] || { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
folder=$1 port=$2 names=$3
shift 3
umask 077
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

if [ ! -f "$folder/ca.key" ]; then
    key "$folder/ca.key"
    openssl req -x509 -new -key "$folder/ca.key" -sha256 -days 3650 -subj "/CN=Locomotion authority" \
        -addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign -out "$folder/ca.crt"
fi

alternatives=""
for name in $names; do
    case $name in
        *[!0-9.:a-fA-F]*) kind=DNS ;;
        *.*.*.* | *:*) kind=IP ;;
        *) kind=DNS ;;
    esac
    alternatives+="${alternatives:+,}$kind:$name"
done
key "$folder/server.key"
openssl req -new -key "$folder/server.key" -subj "/CN=${names%% *}" -out "$folder/server.csr"
openssl x509 -req -in "$folder/server.csr" -CA "$folder/ca.crt" -CAkey "$folder/ca.key" -CAcreateserial -sha256 -days 825 \
    -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' "$alternatives") -out "$folder/server.crt" 2>/dev/null
rm -f "$folder/server.csr"

: >"$folder/passwords"
for user in "$@"; do
    printf '%s:%s\n' "${user%%=*}" "$(head -n 1 "${user#*=}")" >>"$folder/passwords"
done
mosquitto_passwd -U "$folder/passwords"

cp "$here/acl" "$folder/acl"
for user in "$@"; do
    id=${user%%=*}
    case $id in operator | reader) continue ;; esac
    {
        printf '\nuser %s\n' "$id"
        for what in state about describe 'params/active' 'params/history/#' 'params/lease' 'params/reply/#' 'drive/active' 'safety/reply/#' 'lesion/reply/#' \
            'lesion/active' 'frame/#' 'last/#' 'stats/#' 'event/#' 'alert/#' 'log/#'; do
            printf 'topic write locomotion/1/%s/%s\n' "$id" "$what"
        done
        printf 'topic write homeassistant/device/%s/config\ntopic read homeassistant/status\n' "$id"
        printf 'topic read locomotion/1/%s/%s/cmd\n' "$id" params "$id" drive "$id" safety "$id" lesion
    } >>"$folder/acl"
done
sed -e "s|@FOLDER@|$folder|g" -e "s|@PORT@|$port|g" "$here/mosquitto.conf" >"$folder/mosquitto.conf"
# browsers speak by WebSocket, where WEB_PORT says so
if [ -n "${WEB_PORT:-}" ]; then
    printf '\nlistener %s\nprotocol websockets\ncafile %s/ca.crt\ncertfile %s/server.crt\nkeyfile %s/server.key\ntls_version tlsv1.2\n' \
        "$WEB_PORT" "$folder" "$folder" "$folder" >>"$folder/mosquitto.conf"
fi
# Mosquitto drops its rights to its own user
if [ "$(id -u)" -eq 0 ] && id mosquitto >/dev/null 2>&1; then chown -R mosquitto:mosquitto "$folder"; fi
chmod 755 "$folder"
chmod 644 "$folder/ca.crt"
echo "mosquitto -c $folder/mosquitto.conf"
