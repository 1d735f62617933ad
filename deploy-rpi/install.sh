#!/usr/bin/env bash
# Installs the robot's program on Raspberry Pi OS or Debian, as a service that starts disarmed. May be run again, which updates.
#   sudo ./install.sh [--robot FILE] [--name NAME] [--program FILE] [--second-bus] [--no-broker] [--dry-run]
# --robot FILE    the robot file, for /etc/locomotion/robot.jsonc; one that is there is kept unless this names another.
# --name NAME     of the animal, as in its MQTT topics; centipede if left out.
# --program FILE  locomotion-robot for this machine; if left out, the one beside this script, or in artifacts where build.sh puts it.
# --second-bus    I2C bus 3 on GPIO 4 and 5 as well (Raspberry Pi 4 and 5).
# --no-broker     no Mosquitto of the robot's own on this machine.
# --dry-run       tells what it would do, and does nothing.
# What it changes is noted in /opt/locomotion/installed, by which uninstall.sh takes it back.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deploy-rpi/changes.sh
source "$here/changes.sh"

robot='' name=centipede program='' second_bus='' broker=yes
while [ $# -gt 0 ]; do
    case $1 in
        --robot | --name | --program)
            [ $# -ge 2 ] || fail "$1 needs a value."
            declare "${1#--}=$2"
            shift ;;
        --second-bus) second_bus=yes ;;
        --no-broker) broker='' ;;
        --dry-run) dry=yes ;;
        -h | --help) sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) fail "'$1' is not known; install.sh --help shows what is." ;;
    esac
    shift
done
need_root install.sh
[[ $name =~ ^[a-z0-9-]{1,32}$ ]] || fail "--name '$name' is not 1 to 32 of a to z, 0 to 9 and -."
case $name in operator | reader) fail "--name '$name' is a user of the broker; choose another." ;; esac
[ -z "$robot" ] || [ -f "$robot" ] || fail "--robot '$robot' does not exist."

case $(uname -m) in aarch64) machine=linux-arm64 ;; x86_64) machine=linux-x64 ;; *) fail "This machine is $(uname -m); the program is built for aarch64 and x86_64 (install a 64-bit system)." ;; esac
if [ -z "$program" ]; then
    for program in "$here/locomotion-robot" "$here/../artifacts/robot-$machine/locomotion-robot" ''; do [ -z "$program" ] || [ ! -f "$program" ] || break; done
fi
[ -f "$program" ] || fail "There is no program to install. Build it with deploy-rpi/build.sh $machine, or name it with --program."
[ -n "$dry" ] || "$program" --version >/dev/null || fail "$program does not run on this machine. Build it for $machine."

for config in /boot/firmware/config.txt /boot/config.txt ''; do [ -z "$config" ] || [ ! -f "$config" ] || break; done
if [ -n "$config" ]; then
    config=$(readlink -f "$config")     # a link stays one
    whole_block "$config"
fi

# our passwords and rights hold for a whole broker: they would shut out whom it serves already, and it does not start with a setting twice
ours=/etc/mosquitto/conf.d/locomotion.conf
if [ -n "$broker" ] && ! noted file "$ours"; then
    theirs=''
    for file in /etc/mosquitto/conf.d/*.conf; do [ ! -f "$file" ] || [ "$file" = "$ours" ] || theirs=$file; done
    settings='listener|port|bind_address|per_listener_settings|allow_anonymous|password_file|acl_file|psk_file|plugin|auth_plugin|global_plugin|include_dir'
    if grep -sE "^ *($settings) " /etc/mosquitto/mosquitto.conf | grep -qvx 'include_dir /etc/mosquitto/conf\.d/\{0,1\}'; then theirs=/etc/mosquitto/mosquitto.conf; fi
    [ -z "$theirs" ] || fail "$theirs sets up Mosquitto for others already, whom the robot's passwords and rights would shut out. Nothing is changed." \
        "Give --no-broker, and name the robot's broker by --broker in LOCOMOTION_OPTIONS of /etc/default/locomotion-robot."
fi

say "program and service"
add_folder /opt/locomotion
add_group i2c
add_group gpio
add_user locomotion i2c gpio
put "$program" /opt/locomotion/locomotion-robot 755
put "$here/uninstall.sh" /opt/locomotion/uninstall.sh 755
put "$here/changes.sh" /opt/locomotion/changes.sh 644
for file in README.md guide.md safety.md; do put "$here/$file" "/opt/locomotion/$file" 644; done
for file in LICENSE NOTICES.txt; do [ ! -f "$here/$file" ] || put "$here/$file" "/opt/locomotion/$file" 644; done
link /opt/locomotion/locomotion-robot /usr/local/bin/locomotion-robot
put "$here/locomotion-robot.service" /etc/systemd/system/locomotion-robot.service 644
version=$(systemctl --version 2>/dev/null | sed -n '1s/^systemd \([0-9]*\).*/\1/p')
if [ "${version:-0}" -ge 254 ]; then
    add_folder /etc/systemd/system/locomotion-robot.service.d
    put "$here/backoff.conf" /etc/systemd/system/locomotion-robot.service.d/backoff.conf 644
fi

say "robot file"
add_kept_folder /etc/locomotion
add_kept_folder /var/lib/locomotion locomotion
if [ -n "$robot" ]; then
    put_kept "$robot" /etc/locomotion/robot.jsonc
elif [ ! -f /etc/locomotion/robot.jsonc ]; then
    warn "there is no robot file yet: the service waits for /etc/locomotion/robot.jsonc"
fi
options=
[ -z "$broker" ] || options="--broker 127.0.0.1:8883 --tls-ca /etc/locomotion/broker/ca.crt --user $name --password-file /etc/locomotion/passwords/$name --id $name --page 8080"
text_once /etc/default/locomotion-robot <<END
# Options of locomotion-robot run, for the service; locomotion-robot run --help shows all.
LOCOMOTION_OPTIONS=$options
END

say "buses and pins"
text /etc/modules-load.d/locomotion.conf <<<'i2c-dev'
put "$here/locomotion.rules" /etc/udev/rules.d/60-locomotion.rules 644
if [ -n "$config" ]; then
    {
        echo '[all]'
        echo 'dtparam=i2c_arm=on,i2c_arm_baudrate=400000'
        if [ -n "$second_bus" ]; then
            printf '%s\n' '[pi4]' 'dtoverlay=i2c3,pins_4_5,baudrate=400000' '[pi5]' 'dtoverlay=i2c3-pi5,pins_4_5,baudrate=400000' '[all]'
        fi
    } | block "$config"
else
    warn "there is no /boot/firmware/config.txt: this is no Raspberry Pi, and I2C stays as it is"
fi

if [ -n "$broker" ]; then
    say "broker"
    add_packages openssl mosquitto
    add_kept_folder /etc/locomotion/passwords root 711
    users=()
    for user in operator reader "$name"; do
        file=/etc/locomotion/passwords/$user
        secret "$file" "$([ "$user" = "$name" ] && echo locomotion || echo root)"
        users+=("$user=$file")
    done
    folder=/etc/locomotion/broker
    host=$(uname -n)
    made_for="$name on $host"
    if [ "$(cat "$folder/made-for" 2>/dev/null)" != "$made_for" ]; then
        # an authority that was made before stays, so that clients may go on trusting it
        doing "make the broker's certificate and users in $folder" quietly env WEB_PORT=9001 bash "$here/mosquitto/make-broker.sh" "$folder" 8883 "localhost 127.0.0.1 $host $host.local" "${users[@]}"
        doing "give $folder/ca.key to root" chown root:root "$folder/ca.key"
        [ -n "$dry" ] || echo "$made_for" >"$folder/made-for"
    fi
    note kept "$folder"
    if [ -n "$dry" ]; then
        say "  would write $ours"
    else
        # where the log goes and what is kept, Debian's own file says
        sed -e '/^persistence /d' -e '/^log_dest /d' "$folder/mosquitto.conf" | text "$ours"
    fi
    if service_running; then doing "restart mosquitto" systemctl restart mosquitto; fi
fi

say "service"
if service_running; then
    doing "read the units anew" systemctl daemon-reload
    doing "load i2c-dev" modprobe -q i2c-dev || warn "i2c-dev is not loaded yet; it will be after a restart"
    doing "use the rules for devices" udevadm control --reload || true
fi
note unit locomotion-robot.service
doing "enable locomotion-robot.service" quietly systemctl enable locomotion-robot.service
if service_running && systemctl -q is-active locomotion-robot.service; then
    warn "the service runs the program from before: sudo systemctl restart locomotion-robot, when nothing walks"
fi
say "done. Restart the machine, look at it with locomotion-robot doctor, calibrate, then: sudo systemctl start locomotion-robot"
