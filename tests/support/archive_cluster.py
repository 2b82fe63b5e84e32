"""Run a command beside a real OpenSearch node, made from Maven Central's jars: for tests only.

`python tests/support/archive_cluster.py COMMAND …` sets DIPTYCH_TEST_ARCHIVE for the command to the node's
URL and DIPTYCH_TEST_ARCHIVE_PROCESS to its process, and ends the node after it; with `--can` for a command
it fetches what it needs, and says why where that isn't to be had. DIPTYCH_TEST_HEAP gives the node other
memory than 512m, and has it compile as servers do. It needs Maven and a Java of 21 or later;
DIPTYCH_TEST_OPENSEARCH=2.19.3 takes that release, which runs on a Java from 17 to 23. Jars are fetched once,
64 MB, to `.opensearch/` in the project's folder; the node's data lies in a temporary folder.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent / "opensearch_node"
_JARS = Path(__file__).parents[2] / ".opensearch"
_RELEASES = {"3.9.0": (21, 99, "2.25.5"), "2.19.3": (17, 23, "2.21.0")}
"""The oldest and newest Java that each runs on, and the log4j that it was made for."""
_RELEASE = os.environ.get("DIPTYCH_TEST_OPENSEARCH", "3.9.0")
_HEAP = os.environ.get("DIPTYCH_TEST_HEAP", "512m")
_SECONDS = 120
_FLAGS = ["--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"]
_QUICK_START = ["-XX:TieredStopAtLevel=1"]
"""Compiles once and simply: for tests, which are short; DIPTYCH_TEST_HEAP says that it is no test."""


def main(command: list[str]) -> int:
    """Run a command beside a node; give its exit code."""
    if command == ["--can"]:
        _jars(_java())
        return 0
    with _node() as (url, process):
        told = {"DIPTYCH_TEST_ARCHIVE": url, "DIPTYCH_TEST_ARCHIVE_PROCESS": str(process)}
        environment = os.environ | told
        return subprocess.run(command, env=environment, check=False).returncode


@contextmanager
def _node() -> Iterator[tuple[str, int]]:
    """Start a node, give its URL and process once it answers, and end it."""
    java = _java()
    jars = _jars(java)
    with tempfile.TemporaryDirectory(prefix="diptych-node-") as folder:
        port, inner = _free_port(), _free_port()
        node = _started(java, jars, Path(folder), port, inner, ["discovery.type: single-node"])
        try:
            _wait([node], f"http://127.0.0.1:{port}", Path(folder) / "out.log")
            yield f"http://127.0.0.1:{port}", node.pid
        finally:
            _end(node)


class TwoNodes(NamedTuple):
    """A cluster of two, of which only the first can lead: the other may be killed.

    Attributes:
        ports: of the first and of the other.
        other: the process of the other.
    """

    ports: tuple[int, int]
    other: subprocess.Popen[bytes]


@contextmanager
def two_nodes() -> Iterator[TwoNodes]:
    """Start a cluster of two nodes, give it once both are in it, and end them."""
    java = _java()
    jars = _jars(java)
    with tempfile.TemporaryDirectory(prefix="diptych-nodes-") as folder:
        ports = _free_port(), _free_port()
        inner = _free_port(), _free_port()
        nodes: list[subprocess.Popen[bytes]] = []
        try:
            for number, roles in enumerate(("cluster_manager, data, ingest", "data, ingest")):
                lines = [
                    f"node.name: node-{number}",
                    f"node.roles: [{roles}]",
                    f'discovery.seed_hosts: ["127.0.0.1:{inner[0]}", "127.0.0.1:{inner[1]}"]',
                    'cluster.initial_cluster_manager_nodes: ["node-0"]',
                ]
                home = Path(folder) / str(number)
                home.mkdir()
                nodes.append(_started(java, jars, home, ports[number], inner[number], lines))
            both = f"http://127.0.0.1:{ports[0]}"
            _wait(nodes, both, Path(folder) / "0" / "out.log", "wait_for_nodes=2")
            yield TwoNodes(ports, nodes[1])
        finally:
            for node in nodes:
                _end(node)


def can_start() -> bool:
    """Tell whether there is what a cluster is made with."""
    return bool(shutil.which("mvn") and _fit())


def _started(
    java: Path, jars: Path, home: Path, port: int, inner: int, lines: list[str]
) -> subprocess.Popen[bytes]:
    (home / "config").mkdir()
    (home / "config" / "opensearch.yml").write_text(
        "cluster.name: diptych-test\nnetwork.host: 127.0.0.1\n"
        f"http.port: {port}\ntransport.port: {inner}\n"
        "cluster.routing.allocation.disk.threshold_enabled: false\n" + "\n".join(lines) + "\n"
    )
    classes = f"{jars}{os.pathsep}{jars}/*"
    memory = [f"-Xms{_HEAP}", f"-Xmx{_HEAP}"]
    quick = [] if "DIPTYCH_TEST_HEAP" in os.environ else _QUICK_START
    with (home / "out.log").open("wb") as log:
        return subprocess.Popen(
            [java / "bin" / "java", *memory, *_FLAGS, *quick, "-cp", classes, "TestNode", home],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _end(node: subprocess.Popen[bytes]) -> None:
    node.terminate()
    try:
        node.wait(30)
    except subprocess.TimeoutExpired:
        node.kill()
        node.wait()


def _wait(
    nodes: list[subprocess.Popen[bytes]],
    url: str,
    log: Path,
    until: str = "wait_for_status=yellow",
) -> None:
    ends = time.monotonic() + _SECONDS
    while all(node.poll() is None for node in nodes) and time.monotonic() < ends:
        try:
            with urlopen(f"{url}/_cluster/health?{until}", timeout=5):  # noqa: S310 - our own node
                return
        except OSError:
            time.sleep(0.2)
    sys.exit(f"archive_cluster: no node within {_SECONDS} s\n{log.read_text('utf-8')[-2000:]}")


def _java() -> Path:
    """Give the newest Java that fits, $JAVA_HOME or one that is installed."""
    fit = _fit()
    if not fit or not shutil.which("mvn"):
        sys.exit(
            f"archive_cluster: OpenSearch {_RELEASE} needs Maven and a Java from {_RELEASES[_RELEASE][0]} on"
            " (JAVA_HOME), or set DIPTYCH_TEST_ARCHIVE to the URL of an OpenSearch"
        )
    return max(fit)[1]


def _fit() -> list[tuple[int, Path]]:
    """Give each Java on which the release runs, with its version."""
    named = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    found = [(_version(home), home) for home in (*named, *Path("/usr/lib/jvm").glob("*"))]
    oldest, newest, _ = _RELEASES[_RELEASE]
    return [one for one in found if oldest <= one[0] <= newest]


def _version(home: Path) -> int:
    compiler = home / "bin" / "javac"
    if not compiler.exists():
        return 0
    told = subprocess.run([compiler, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r"javac (\d+)", told.stdout + told.stderr)
    return int(version[1]) if version else 0


def _jars(java: Path) -> Path:
    """Give the folder of the jars with the compiled launcher, made once."""
    folder = _JARS if next(iter(_RELEASES)) == _RELEASE else _JARS / _RELEASE
    if not (folder / "TestNode.class").exists():
        print("archive_cluster: fetching OpenSearch from Maven Central", file=sys.stderr)  # noqa: T201 - a script
        versions = [f"-Dopensearch={_RELEASE}", f"-Dlog4j={_RELEASES[_RELEASE][2]}"]
        fetch = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}", *versions]
        fetched = subprocess.run(
            ["mvn", "-q", "-B", "-f", _HERE / "pom.xml", *fetch],
            env=os.environ | {"JAVA_HOME": str(java)},
            stdout=sys.stderr,
            check=False,
        )
        if fetched.returncode:
            sys.exit("archive_cluster: OpenSearch can't be fetched from Maven Central")
        source = _HERE / "TestNode.java"
        compiler = java / "bin" / "javac"
        subprocess.run([compiler, "-cp", f"{folder}/*", "-d", folder, source], check=True)
    return folder


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
