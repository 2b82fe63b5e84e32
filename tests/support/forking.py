"""Python code run in forks of a process that has imported what it needs, and has done nothing yet.

A fork is as fresh as a process that is started, without half a second for imports.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 120
"""Seconds of the clock after which a fork is ended, by SIGALRM."""


class Forking:
    """The process that is forked; use as a context manager."""

    def __init__(self, *modules: str) -> None:
        """Start it, and have it import modules; it has one thread."""
        self._process = subprocess.Popen(
            [sys.executable, __file__, *modules],
            env={**os.environ, "PYTHONPATH": str(_ROOT), "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run(
        self,
        code: str,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        memory: int | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run code in a fork, with arguments, more environment and a bound of its address space."""
        asked = [code, arguments, dict(environment or {}), memory]
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps(asked)}\n")
        self._process.stdin.flush()
        status, out, err = json.loads(self._process.stdout.readline())
        return subprocess.CompletedProcess(arguments, status, out, err)


def _serve() -> None:
    for module in sys.argv[1:]:
        import_module(module)
    for line in sys.stdin:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if not child:
                _be(json.loads(line), out, err)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            said: list[int | str] = [status]
            for stream in (out, err):
                stream.seek(0)
                said.append(stream.read().decode())
        sys.stdout.write(f"{json.dumps(said)}\n")
        sys.stdout.flush()


def _be(asked: Any, out: IO[bytes], err: IO[bytes]) -> None:
    """Be the fork, up to its end."""
    code, arguments, environment, memory = asked
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    os.environ.update(environment)
    tempfile.tempdir = None  # the environment may name another
    sys.argv[1:] = arguments
    signal.alarm(_SECONDS)
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    status: Any = 0
    try:
        exec(code, {"__name__": "__main__"})  # noqa: S102 - what a test wants run
    except SystemExit as end:
        status = end.code or 0
    except BaseException:  # noqa: BLE001 - told as Python tells it
        traceback.print_exc()
        status = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    _serve()
