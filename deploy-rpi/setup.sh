# shellcheck shell=bash
# Sourced by ./run, ./test, ./package and build.sh: what they need of a machine, and what to do where it is missing.

fail() {
    echo "error: $*" >&2
    exit 2
}

# The .NET SDK, version 10 or later; also one that the official install script has put into the home folder.
need_dotnet() {
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
    if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then
        export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
    fi
    command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing. Install it as https://learn.microsoft.com/dotnet/core/install/linux says, and run this again."
    dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || fail "The .NET SDK found is too old: $(dotnet --version). Version 10 or later is needed."
}

may_be_root() { [ "$(id -u)" -eq 0 ] || { command -v sudo && sudo -n true; } >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# need_package PACKAGE CHECK: installs a Debian package unless the command CHECK succeeds.
need_package() {
    eval "$2" >/dev/null 2>&1 && return
    may_be_root || fail "The Debian package $1 is missing. Install it: sudo apt-get install $1"
    command -v apt-get >/dev/null || fail "$1 is missing and there is no apt-get here. Install what your system calls Debian's $1."
    if [ -z "${package_lists_fresh:-}" ]; then
        quietly as_root apt-get update
        package_lists_fresh=1
    fi
    echo "installing $1" >&2
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"
    eval "$2" >/dev/null 2>&1 || fail "The Debian package $1 is installed, but '$2' still fails. Look into that, then run this again."
}

# The official MCAP reader, which the tests hold ours against: into the given folder, as its package.json says.
need_mcap_reader() {
    need_package nodejs "command -v node"
    need_package npm "command -v npm"
    # what was installed for another package.json is installed anew
    cmp -s "$1/package.json" "$1/node_modules/.installed-for" && return
    rm -rf "$1/node_modules"
    quietly npm install --prefix "$1" --no-audit --no-fund
    cp "$1/package.json" "$1/node_modules/.installed-for"
}

# What a folder's package-lock.json names, byte for byte as it says.
need_locked_packages() {
    need_package nodejs "command -v node"
    need_package npm "command -v npm"
    cmp -s "$1/package-lock.json" "$1/node_modules/.installed-for" && return
    quietly npm ci --prefix "$1" --no-audit --no-fund
    cp "$1/package-lock.json" "$1/node_modules/.installed-for"
}

# need_debian SUITE FOLDER: a small Debian, made once, in which an installation can be tried; what the installation asks for is fetched.
need_debian() {
    [ -f "$2/.complete" ] && return
    need_package debootstrap "ls /usr/sbin/debootstrap"
    may_be_root || fail "A Debian to try the installation in is made by root. Let sudo work without a password, or run this as root."
    as_root rm -rf "$2"
    quietly as_root /usr/sbin/debootstrap --variant=minbase --include=systemd,udev,kmod,openssl "$1" "$2"
    quietly as_root chroot "$2" apt-get install -y --no-install-recommends --download-only mosquitto
    as_root touch "$2/.complete"
}

# Runs a command; shows what it said only if it fails.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        fail "This failed: $*"
    fi
}

# build_quietly PROJECT CONFIGURATION
build_quietly() { quietly dotnet build "$1" -c "$2" --nologo -v quiet; }
