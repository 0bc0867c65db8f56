# SPDX-License-Identifier: Apache-2.0
# What Signalbox is built from and tested with, by the names of Debian 12 and 13. Sourced by the scripts beside it.

# The archiver takes KArchive of Qt 6 where a release has it.
release=$(. /etc/os-release 2>/dev/null && printf '%s' "${VERSION_ID:-}")
case $release in
    12) archive_package=libkf5archive-dev ;;
    *) archive_package=libkf6archive-dev ;;
esac

build_packages="
  cmake ninja-build g++ pkg-config ccache
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite libgl-dev libxkbcommon-dev
  libsqlite3-dev libzstd-dev liblz4-dev libpcre2-dev libyaml-cpp-dev libboost-dev zlib1g-dev libvalijson-dev libssl-dev libsecp256k1-dev $archive_package tzdata
  qtkeychain-qt6-dev libsecret-1-0"
test_packages="
  universal-ctags ripgrep sqlite3 strace procps util-linux perl python3-minimal libfaketime nodejs dbus-daemon gnome-keyring"
