#!/usr/bin/env bash
# Builds locomotion-robot for the Raspberry Pi, as one native file, on a Debian machine of the same or the other architecture:
#   build.sh [--jit] [linux-arm64|linux-x64] [FOLDER]
# --jit    one file that holds the .NET runtime, for machines without a cross compiler; larger, starts more slowly, computes the same.
# FOLDER   takes the program; artifacts/robot-linux-arm64 if left out.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deploy-rpi/setup.sh
source "$here/setup.sh"

kind=aot
if [ "${1:-}" = --jit ]; then kind=jit; shift; fi
target=${1:-linux-arm64}
folder=${2:-$here/../artifacts/robot-$target}
[ $# -le 2 ] || fail "build.sh takes a machine and a folder, not: $*"
case $target in
    linux-arm64) processor=aarch64 triplet=aarch64-linux-gnu debian=arm64 ;;
    linux-x64) processor=x86_64 triplet=x86-64-linux-gnu debian=amd64 ;;
    *) fail "This program is built for linux-arm64 and linux-x64, not for '$target'." ;;
esac

need_dotnet
options=(-c Release -r "$target" --nologo -v quiet -p:DebugType=none -p:GenerateDocumentationFile=false)
if [ "$kind" = aot ]; then
    need_package clang "command -v clang"
    need_package lld "command -v ld.lld"
    need_package llvm "command -v llvm-objcopy"
    if [ "$(uname -m)" != "$processor" ]; then
        # the other machine's libgcc and libc, which clang finds by its triplet
        need_package "gcc-$triplet" "command -v ${triplet/x86-64/x86_64}-gcc"
        need_package "libc6-dev-$debian-cross" "ls /usr/${triplet/x86-64/x86_64}/include/stdio.h"
    fi
    # symbols stay out of the program, and a warning of the native compiler is an error as any other
    options+=(-p:PublishAot=true -p:CppCompilerAndLinker=clang -p:LinkerFlavor=lld -p:ObjCopyName=llvm-objcopy)
else
    options+=(--self-contained -p:PublishSingleFile=true -p:EnableCompressionInSingleFile=true)
fi

# what an earlier build left must not be packed
rm -rf "$folder"
quietly dotnet publish "$here" "${options[@]}" -o "$folder"
[ "$kind" = jit ] || rm -f "$folder/locomotion-robot.dbg"
echo "$folder/locomotion-robot: $(stat -c %s "$folder/locomotion-robot") bytes" >&2
