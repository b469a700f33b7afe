# Shared by `run` and `test`.

# Ends with a sentence unless Swift 6.2 or later is here.
need_swift() {
    local version
    if ! command -v swift >/dev/null; then
        echo "Swift is not installed: version 6.2 or later is needed, see swift.org/install." >&2
        exit 1
    fi
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
    read -r major minor <<<"${version:-0 0}"
    if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
        echo "Swift $major.$minor is too old: version 6.2 or later is needed, see swift.org/install." >&2
        exit 1
    fi
}
