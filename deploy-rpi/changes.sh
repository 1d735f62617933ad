# shellcheck shell=bash
# Sourced by install.sh and uninstall.sh: changes of a machine that are noted, so that they can be taken back.
# A note is a line of /opt/locomotion/installed: what kind of change, and what of. Each change is made only where it is missing.

installed=/opt/locomotion/installed
dry=''

fail() {
    echo "error: $*" >&2
    exit 2
}
warn() { echo "note: $*" >&2; }
say() { echo "$*" >&2; }

need_root() { [ -n "$dry" ] || [ "$(id -u)" -eq 0 ] || fail "This changes the system: sudo $1, or look first with --dry-run."; }

# Whether systemd runs this machine; it does not in a chroot or a container.
service_running() { [ -d /run/systemd/system ]; }

# doing WORDS COMMAND...: runs the command, or says that it would.
doing() {
    if [ -n "$dry" ]; then
        say "  would $1"
    else
        say "  $1"
        "${@:2}"
    fi
}

# Shows what a command said only if it fails.
quietly() {
    local said
    said=$("$@" 2>&1) || { echo "$said" >&2; return 1; }
}

note() {
    [ -z "$dry" ] || return 0
    mkdir -p "$(dirname "$installed")"
    grep -qxF "$*" "$installed" 2>/dev/null || echo "$*" >>"$installed"
}
noted() { grep -qxF "$*" "$installed" 2>/dev/null; }

add_folder() {
    [ -d "$1" ] && return
    doing "make folder $1" install -d -m 755 "$1"
    note folder "$1"
}

# add_kept_folder FOLDER [OWNER [MODE]]: one whose content stays when the program goes.
add_kept_folder() {
    local owner=${2:-root}
    if [ "$(stat -c '%U %a' "$1" 2>/dev/null)" != "$owner ${3:-755}" ]; then
        doing "make folder $1" install -d -m "${3:-755}" -o "$owner" -g "$owner" "$1"
    fi
    note kept "$1"
}

add_group() {
    getent group "$1" >/dev/null && return
    doing "make group $1" groupadd --system "$1"
    note group "$1"
}

# add_user NAME GROUP...: one that nobody logs in as.
add_user() {
    local user=$1 group
    if ! getent passwd "$user" >/dev/null; then
        doing "make user $user" useradd --system --user-group --no-create-home --home-dir /var/lib/locomotion --shell /usr/sbin/nologin "$user"
        note user "$user"
    fi
    for group in "${@:2}"; do
        id -nG "$user" 2>/dev/null | tr ' ' '\n' | grep -qxF "$group" || doing "let $user be in group $group" usermod -aG "$group" "$user"
    done
}

# put SOURCE FILE MODE
put() {
    if ! cmp -s "$1" "$2" || [ "$(stat -c %a "$2")" != "$3" ]; then
        # beside it, then in its place: a program that runs keeps its old file
        [ -n "$dry" ] || install -m "$3" "$1" "$2.new"
        doing "write $2" mv -f "$2.new" "$2"
    fi
    note file "$2"
}

# put_kept SOURCE FILE: one that stays; another one there before is kept as FILE.before
put_kept() {
    cmp -s "$1" "$2" && return
    [ ! -f "$2" ] || doing "keep $2 as $2.before" cp -p "$2" "$2.before"
    doing "write $2" install -m 644 "$1" "$2"
}

# text FILE: from standard input.
text() {
    local made
    made=$(mktemp)
    cat >"$made"
    put "$made" "$1" 644
    rm -f "$made"
}

# text_once FILE: from standard input; one that is there, which somebody may have changed, stays.
text_once() {
    if [ -f "$1" ]; then cat >/dev/null; else text "$1"; fi
    note file "$1"
}

# secret FILE GROUP: a password for MQTT, made once; the group may read it.
secret() {
    if [ ! -s "$1" ]; then
        [ -n "$dry" ] || (umask 077 && head -c 18 /dev/urandom | base64 | tr '+/' '-_' >"$1.new")
        doing "write a password into $1" mv -f "$1.new" "$1"
    fi
    # also where it was left by an earlier installation
    [ -n "$dry" ] || { chown "root:$2" "$1" && chmod 640 "$1"; }
}

link() {
    [ "$(readlink "$2" 2>/dev/null)" = "$1" ] || doing "link $2" ln -sfn "$1" "$2"
    note file "$2"
}

begin_mark='# locomotion: begin' end_mark='# locomotion: end'

# whole_block FILE: refuses a mark that lacks the other one, since then nobody knows which lines are ours.
whole_block() {
    local lack
    lack=$(awk -v begin="$begin_mark" -v end="$end_mark" '
        { sub(/\r$/, "") }
        $0 == begin { if (from) exit; from = NR; lack = end "\x27 after" }
        $0 == end { if (!from) { from = NR; lack = begin "\x27 before"; exit } from = 0 }
        END { if (from) print "line " from " wants a line \x27" lack }' "$1")
    [ -z "$lack" ] || fail "$1: $lack it; the two enclose what install.sh wrote. Nothing is changed. Put it back, as a line of its own, or delete this mark and what install.sh wrote, then run this again."
}

# without_block FILE: its text without our lines; a last line that lacks its end gets one.
without_block() { sed "/^$begin_mark\r\{0,1\}\$/,/^$end_mark\r\{0,1\}\$/d; \$a\\" "$1"; }

# replace SOURCE FILE: as a new file in its place, so that a loss of power leaves the old one or the new one.
# Rights are those of any new file: FAT, from which a Pi starts, knows none.
replace() {
    cp --no-preserve=all "$1" "$2.new"
    sync "$2.new"
    mv -f "$2.new" "$2"
}

# block FILE: our lines at its end are those of standard input. The file as it was before us is kept as FILE.before-locomotion.
block() {
    local made
    made=$(mktemp)
    { without_block "$1"; echo "$begin_mark"; cat; echo "$end_mark"; } >"$made"
    noted block "$1" || cmp -s "$made" "$1" || doing "keep $1 as $1.before-locomotion" replace "$1" "$1.before-locomotion"
    note block "$1"
    cmp -s "$made" "$1" || doing "set I2C in $1" replace "$made" "$1"
    rm -f "$made"
}

# add_packages PACKAGE...: and notes whatever came with them.
# An archive that cannot be reached is no error where the packages are there already.
add_packages() {
    local package missing=() before
    for package in "$@"; do dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$package"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    before=$(packages)
    doing "install ${missing[*]}" quietly env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update -qq || true; apt-get install -y --no-install-recommends "$@"' sh "${missing[@]}"
    [ -n "$dry" ] || while read -r package; do note package "$package"; done < <(comm -13 <(echo "$before") <(packages))
}
packages() { dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort; }
