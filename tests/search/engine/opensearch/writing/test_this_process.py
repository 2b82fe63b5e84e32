"""Whether a process that ran on this machine still does."""

from __future__ import annotations

import subprocess
import sys

from search.engine.opensearch.writing.this_process import has_ended, this_process


def test_this_process_runs() -> None:
    assert not has_ended(this_process())


def test_a_process_that_was_killed_has_ended_before_anybody_waits_for_it() -> None:
    code = (
        "from search.engine.opensearch.writing.this_process import *; print(this_process().started)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", f"{code}; input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        started = other.stdout.readline().strip()
        known = this_process()._replace(number=other.pid, started=started)
        assert not has_ended(known)
        other.kill()
        other.wait()
        assert has_ended(known)


def test_a_number_that_another_process_has_now_tells_nothing_of_it() -> None:
    assert has_ended(this_process()._replace(started="another moment"))


def test_of_other_machines_nothing_is_known() -> None:
    assert not has_ended(this_process()._replace(machine="elsewhere", number=2**22 + 1))
    assert not has_ended(this_process()._replace(number=0))
    assert not has_ended(this_process()._replace(number=2**80))
