"""How long a thousand feeds take: what is new, nothing new, and a little new; with CPU and memory.

    python benchmarks/feeds.py [--feeds 1000] [--entries 20] [--words 300] [--hosts 50] [--folder DIR]

A server of its own, in another process, answers on loopback addresses from 127.0.0.2 on. `diptych update` runs
as a whole process each time: into an empty library; again, the server saying that nothing has changed (304);
again, the server sending all as before without saying so; and with one new entry in each tenth feed. By default the library
lies in a temporary folder that is removed in the end.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

_SEED = 20
_VOCABULARY = [
    f"{a}{b}{c}" for c in "aeioun" for a in "bdfgklmnprstvz" for b in ("a", "ero", "i", "o", "ul")
]
_FREQUENCIES = list(accumulate(1 / (rank + 2.7) for rank in range(len(_VOCABULARY))))
"""As often as words come in English, by their rank (Mandelbrot 1953)."""
_CPUS = os.cpu_count() or 1
_SAYS_SO, _SENDS_ALL, _A_LITTLE = range(3)


def main() -> None:
    """Serve, update, and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    for name, default in (("feeds", 1_000), ("entries", 20), ("words", 300), ("hosts", 50)):
        options.add_argument(f"--{name}", type=int, default=default)
    options.add_argument("--folder", type=Path)
    chosen = options.parse_args()
    mode: Synchronized[int] = multiprocessing.Value("i", _SAYS_SO)
    ports: multiprocessing.Queue[int] = multiprocessing.Queue()
    serving = multiprocessing.Process(
        target=_serve, args=(ports, mode, chosen.entries, chosen.words), daemon=True
    )
    serving.start()
    port = ports.get()
    try:
        with tempfile.TemporaryDirectory() as made:
            _measure(chosen.folder or Path(made), port, mode, chosen.feeds, chosen.hosts)
    finally:
        serving.terminate()
        serving.join()


def _measure(folder: Path, port: int, mode: Synchronized[int], feeds: int, hosts: int) -> None:
    library = folder / "library"
    library.mkdir(parents=True)
    names = [f"127.0.0.{number + 2}" for number in range(hosts)]
    (library / "feeds.toml").write_text(
        "".join(
            f'[[feed]]\nurl = "http://{names[number % hosts]}:{port}/{number}"\n\n'
            for number in range(feeds)
        )
    )
    print(f"{_CPUS} CPUs, load {os.getloadavg()[0]:.1f}")
    print(f"{'':24}{'s':>8}{'CPU s':>8}{'MB':>7}  result")
    for what, how in (
        ("all new", _SAYS_SO),
        ("nothing new (304)", _SAYS_SO),
        ("nothing new (all sent)", _SENDS_ALL),
        ("one in ten has one new", _A_LITTLE),
    ):
        mode.value = how
        _run(what, library, folder, names)


def _run(what: str, library: Path, folder: Path, names: list[str]) -> None:
    allowed = [argument for name in names for argument in ("--allow-host", name)]
    surroundings = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "update", str(library), *allowed],
        stdout=subprocess.PIPE,
        env=surroundings,
    )
    said = process.stdout.read() if process.stdout else b""
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # it was waited for here, for what it used
    took = time.monotonic() - begun
    cpu = used.ru_utime + used.ru_stime
    last = said.decode().splitlines()[-1].rpartition(": ")[2] if said else "nothing"
    print(f"{what:24}{took:8.1f}{cpu:8.1f}{used.ru_maxrss / 1024:7.0f}  {last}", flush=True)


def _serve(
    ports: multiprocessing.Queue[int], mode: Synchronized[int], entries: int, words: int
) -> None:
    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number = int(self.path[1:])
            if mode.value == _SAYS_SO and self.headers["If-None-Match"]:
                self.send_response(304)
                self.end_headers()
                return
            more = mode.value == _A_LITTLE and number % 10 == 0
            body = _feed(number, entries + more, words)
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", f'"{number}"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

    server = Server(("0.0.0.0", 0), Answers)  # noqa: S104 - all of 127.0.0.0/8, for tests alone
    ports.put(server.server_address[1])
    server.serve_forever()


def _feed(number: int, entries: int, words: int) -> bytes:
    items = "".join(_item(number, entry, words) for entry in range(entries))
    title = f"<title>Paper {number}</title>"
    return f'<rss version="2.0"><channel>{title}{items}</channel></rss>'.encode()


def _item(number: int, entry: int, words: int) -> str:
    chance = random.Random(f"{_SEED} {number} {entry}")  # noqa: S311 - the same texts each time
    text = chance.choices(_VOCABULARY, cum_weights=_FREQUENCIES, k=words)
    middle = words // 2
    paragraphs = "".join(f"<p>{' '.join(part)}.</p>" for part in (text[:middle], text[middle:]))
    return (
        f"<item><title>{' '.join(text[:6])} {number} {entry}</title>"
        f"<link>https://paper{number}.example/{entry}</link><guid>{number}-{entry}</guid>"
        f"<pubDate>Tue, {1 + entry % 28:02} Mar 2024 10:00:00 GMT</pubDate>"
        f"<description><![CDATA[{paragraphs}]]></description></item>"
    )


if __name__ == "__main__":
    main()
