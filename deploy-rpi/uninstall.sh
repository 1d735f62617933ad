#!/usr/bin/env bash
# Takes back what install.sh changed, as noted in /opt/locomotion/installed.
#   sudo /opt/locomotion/uninstall.sh [--purge] [--dry-run]
# --purge    robot file, calibration, passwords, the broker's authority, recordings and what config.txt was before; without it, they stay.
# --dry-run  tells what it would do, and does nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deploy-rpi/changes.sh
source "$here/changes.sh"

purge=''
for word in "$@"; do
    case $word in
        --purge) purge=yes ;;
        --dry-run) dry=yes ;;
        -h | --help) sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) fail "'$word' is not known; uninstall.sh --help shows what is." ;;
    esac
done
need_root uninstall.sh
[ -f "$installed" ] || fail "There is no $installed: nothing is installed here, or not by install.sh."

mapfile -t notes < <(tac "$installed")
each() {    # each KIND: what of, the last first
    local line
    for line in "${notes[@]}"; do [ "${line%% *}" != "$1" ] || echo "${line#* }"; done
}

for file in $(each block); do [ ! -f "$file" ] || whole_block "$file"; done

for unit in $(each unit); do
    if service_running; then doing "stop $unit" systemctl stop "$unit" || true; fi
    doing "disable $unit" quietly systemctl disable "$unit" || true
done
for file in $(each file); do
    if [ -e "$file" ] || [ -L "$file" ]; then doing "remove $file" rm -f "$file"; fi
done
for file in $(each block); do
    [ -f "$file" ] || continue
    rest=$(mktemp) before=$file.before-locomotion
    without_block "$file" >"$rest"
    if [ -f "$before" ] && without_block "$before" | cmp -s - "$rest"; then
        doing "make $file what it was" mv -f "$before" "$file"
    else
        doing "take our lines out of $file" replace "$rest" "$file"
        if [ ! -f "$before" ]; then :
        elif [ -n "$purge" ]; then doing "remove $before" rm -f "$before"
        else say "  $before stays, since $file has changed since; --purge removes it"
        fi
    fi
    rm -f "$rest"
done
mapfile -t packages < <(each package)
if [ ${#packages[@]} -gt 0 ]; then
    # dpkg leaves what something else has come to need
    doing "remove ${packages[*]}" quietly env DEBIAN_FRONTEND=noninteractive dpkg --purge "${packages[@]}" || warn "what is needed by other packages stays"
elif service_running && systemctl -q is-active mosquitto; then
    doing "restart mosquitto" systemctl restart mosquitto
fi
for folder in $(each kept); do
    if [ -n "$purge" ]; then doing "remove $folder" rm -rf "$folder"
    elif [ -d "$folder" ] && [ -z "$(ls -A "$folder")" ]; then doing "remove $folder, which is empty" rmdir "$folder"
    elif [ -d "$folder" ]; then say "  $folder stays; --purge removes it"
    fi
done
for user in $(each user); do
    ! getent passwd "$user" >/dev/null || doing "remove user $user" quietly userdel "$user"
    # what stays belongs to root, not to whoever gets the number next
    [ ! -d /var/lib/locomotion ] || doing "give /var/lib/locomotion to root" chown -R root:root /var/lib/locomotion
    [ ! -d /etc/locomotion ] || doing "give /etc/locomotion to root" chown -R root:root /etc/locomotion
done
for group in $(each group); do
    ! getent group "$group" >/dev/null || doing "remove group $group" quietly groupdel "$group"
done
doing "remove $installed" rm -f "$installed"
for folder in $(each folder); do
    [ ! -d "$folder" ] || doing "remove folder $folder" rmdir "$folder" || warn "$folder stays, since something else is in it"
done
if service_running; then doing "read the units anew" systemctl daemon-reload; fi
[ -z "$dry" ] || exit 0
say "done. I2C as it was holds after a restart."
