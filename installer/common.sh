# Read by installer/start and installer/check. Needs $root, the folder of the source.

# Says what went wrong, in both languages, and ends.
stop_with() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The entries of the sections named, joined by commas.
packages_of() {
    for section in "$@"; do
        awk -v wanted="[$section]" '
            /^\[/ { inside = ($0 == wanted); next }
            inside && NF && $0 !~ /^#/ { print }' "$root/installer/packages.txt"
    done | paste -sd, -
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        stop_with "需要管理员权限来安装软件包:请用 root 运行,或先安装 sudo。" \
            "Packages must be installed: run this as root, or install sudo first."
    fi
}

# Installs what is missing of the sections named. Asks nobody and touches nothing when all is there.
install_packages() {
    list=$(packages_of "$@")
    command -v apt-get >/dev/null 2>&1 \
        || stop_with "这里没有 apt-get:一窗在 Debian 12 和 13 上运行。" "There is no apt-get here: Yichuang runs on Debian 12 and 13."
    # A dry run names what would be installed; nothing named means that all is there.
    if plan=$(apt-get satisfy --dry-run --no-install-recommends "$list" 2>/dev/null) && ! printf '%s\n' "$plan" | grep -q '^Inst '; then
        return 0
    fi
    printf '%s\n' "正在安装软件包(首次约需一两分钟)… Installing packages…"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
    # -y answers apt's questions; recommended packages (documentation, services) are not needed.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get satisfy -q -y --no-install-recommends "$list"
}

build_release() {
    cd "$root"
    # Tests are configured only where they are asked for: a hall's machine needs no test libraries.
    cmake --preset release -DYICHUANG_TESTS="$1"
    shift
    cmake --build --preset release "$@"
}
