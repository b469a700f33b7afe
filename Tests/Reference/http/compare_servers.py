#!/usr/bin/env python3
"""Sends every case of requests.json to servers and judges all by one rule.

    compare_servers.py [--nginx [PROGRAM]] [--aiohttp [PYTHON]] [--server NAME=HOST:PORT ...] [-v]

--nginx and --aiohttp start such a server on a free port and stop it again; --aiohttp may name a
Python that has the package. --server takes one that runs already.

The rule is what RFC 9110 and 9112 ask of any server, not what ours chose:
- Where the table has a refusal (4xx, 5xx), any refusal passes, and so does a close without an
  answer. An answer of success fails.
- Where it has a success, 2xx, 3xx, 404 and 405 pass (nobody else has our pages).
- No case may bring more final answers than requests were sent; content taken for a request shows
  in this way. Refusals may bring fewer, as they may end the connection.
- Where the norm has no MUST and leaves the choice to the server ("free": limits, lenient line
  ends, policy), statuses are not judged, the number of answers is.
One line for each server: cases, failures, names of the failed cases.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

CASES = pathlib.Path(__file__).with_name("requests.json")
# How long a server is given to say something more before it counts as waiting.
PATIENCE = 1.0

APP = """
import sys
from aiohttp import web

async def answer(request):
    await request.read()
    return web.Response(text=request.path)

app = web.Application()
app.router.add_route("*", "/{path:.*}", answer)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
"""

NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log /dev/null;
events {{ worker_connections 512; }}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{ listen 127.0.0.1:{port}; server_name localhost; location / {{ return 200 "ok"; }} }}
}}
"""


def raw(case):
    """The bytes of a case: every character is one byte; a piece may be repeated."""
    pieces = case["raw"] if isinstance(case["raw"], list) else [case["raw"]]
    text = "".join(p if isinstance(p, str) else p["repeat"] * p["times"] for p in pieces)
    return text.encode("latin-1")


class Answers:
    """Takes answers off the bytes of one connection, as a client has to frame them."""

    def __init__(self, heads):
        self.data, self.statuses, self.heads = b"", [], set(heads)

    @property
    def finals(self):
        return [status for status in self.statuses if status >= 200]

    def feed(self, data, ended):
        self.data += data
        while self.take(ended):
            pass

    def take(self, ended):
        end = self.data.find(b"\r\n\r\n")
        if end < 0:
            return False
        lines = self.data[:end].decode("latin-1").split("\r\n")
        first = lines[0].split(" ")
        if not first[0].startswith("HTTP/1.") or len(first) < 2 or not first[1].isdigit():
            # Bytes that no answer frames: a body without a head (HTTP/0.9), or a broken one.
            return False
        status = int(first[1])
        pairs = (line.partition(":") for line in lines[1:])
        fields = {name.strip().lower(): value.strip() for name, _, value in pairs}
        size = self.size(status, fields, end + 4, ended)
        if size is None:
            return False
        self.statuses.append(status)
        self.data = self.data[end + 4 + size:]
        return True

    def size(self, status, fields, start, ended):
        """Bytes of the content; None while it is not complete."""
        if status < 200 or status in (204, 304) or len(self.finals) in self.heads:
            return 0
        have = len(self.data) - start
        if "content-length" in fields:
            length = int(fields["content-length"])
            return length if have >= length else None
        if fields.get("transfer-encoding", "").lower() == "chunked":
            end = self.data.find(b"0\r\n\r\n", start)
            return end + 5 - start if end >= 0 else None
        return have if ended else None


def exchange(address, case):
    """Statuses, whether the server closed, and bytes that are no answer."""
    answers = Answers(case.get("heads", []))
    with socket.create_connection(address, timeout=5) as peer:
        peer.settimeout(PATIENCE)
        ended = False
        try:
            peer.sendall(raw(case))
            if case.get("ends"):
                peer.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        try:
            while data := peer.recv(65536):
                answers.feed(data, False)
            ended = True
        except socket.timeout:
            pass
        except OSError:
            ended = True
        answers.feed(b"", ended)
    return answers, ended


def fault(case, answers, ended):
    """What is wrong with the outcome; None if nothing is."""
    finals = answers.finals
    expected = [status for status in case["statuses"] if status >= 200]
    if len(finals) > max(len(expected), 1 if case["statuses"] else 0):
        return f"{len(finals)} answers"
    if case.get("free"):
        return None
    good = [status for status in expected if status < 400]
    for got in finals[:len(good)]:
        if not (got < 400 or got in (404, 405)):
            return f"{got} for a valid request"
    if len(finals) < len(good):
        return "no answer" if not finals else "an answer is missing"
    if len(expected) > len(good):
        rest = finals[len(good):]
        if not rest and not ended:
            return "neither refused nor closed"
        if rest and rest[0] < 400:
            return f"{rest[0]} for an invalid request"
    if not expected and case["statuses"] and not answers.statuses:
        return "no interim answer"
    return None


def judge(name, address, verbose):
    cases = json.loads(CASES.read_text())
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        outcomes = list(pool.map(lambda case: exchange(address, case), cases))
    failed = []
    for case, (answers, ended) in zip(cases, outcomes):
        why = fault(case, answers, ended)
        if why:
            failed.append(f"{case['name']} ({why})")
        if verbose:
            end = " closed" if ended else ""
            print(f"  {case['name']}: {answers.statuses}{end}", file=sys.stderr)
    print(f"{name}: {len(cases)} cases, {len(failed)} failed" + "".join(f"; {f}" for f in failed))
    return len(failed)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("a server did not start")


def run_server(name, command, port, verbose):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        return judge(name, ("127.0.0.1", port), verbose)
    finally:
        process.terminate()
        process.wait()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--nginx", nargs="?", const=shutil.which("nginx") or "/usr/sbin/nginx")
    options.add_argument("--aiohttp", nargs="?", const=sys.executable)
    options.add_argument("--server", action="append", default=[])
    options.add_argument("-v", action="store_true", help="every outcome, on standard error")
    told = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if told.nginx:
            port, config = free_port(), os.path.join(folder, "nginx.conf")
            pathlib.Path(config).write_text(NGINX.format(folder=folder, port=port))
            run_server("nginx", [told.nginx, "-c", config, "-p", folder], port, told.v)
        if told.aiohttp:
            port, app = free_port(), os.path.join(folder, "app.py")
            pathlib.Path(app).write_text(APP)
            run_server("aiohttp", [told.aiohttp, app, str(port)], port, told.v)
    for entry in told.server:
        name, _, address = entry.partition("=")
        host, _, port = address.rpartition(":")
        judge(name, (host, int(port)), told.v)


if __name__ == "__main__":
    main()
