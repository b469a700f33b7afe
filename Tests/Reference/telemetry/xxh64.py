"""Known answers for the content hash: pip install xxhash; python xxh64.py > xxh64.json"""
import json

import xxhash

TEXTS = ["", "a", "abc", "asdf", "Nobody inspects the spammish repetition",
         "Call me Ishmael. Some years ago--never mind how long precisely-", "x" * 1000,
         "".join(chr(33 + i * 7 % 90) for i in range(257))]
print(json.dumps([{"text": t, "hash": xxhash.xxh64(t.encode()).hexdigest()} for t in TEXTS], indent=1))
