"""The contract can fail: an engine that forgets any one answer doesn't pass it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from engines import ENGINES_VARIABLE
from forgetful import FORGETFUL

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
CONTRACT = (
    "test_finding.py test_counts_and_sets.py test_batches.py test_similarity.py"
    " test_source_counts.py test_standing_sentences.py test_changes.py test_folded.py"
).split()


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, int]:
    """Try all of them, and the sound engine they are made from, and count what each fails."""
    report = tmp_path_factory.mktemp("contract") / "report.xml"
    names = ["memory", *FORGETFUL]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist",
         f"--junit-xml={report}", *(str(HERE / name) for name in CONTRACT)],
        cwd=HERE.parents[2],
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
        | {ENGINES_VARIABLE: ",".join(names)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert report.exists(), done.stdout + done.stderr
    counts = dict.fromkeys(names, 0)
    for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314 - written just now
        kind = case.attrib["name"].partition("[")[2].rstrip("]")
        name = max((one for one in names if kind.startswith(one)), key=len)
        counts[name] += case.find("failure") is not None or case.find("error") is not None
    return counts


def test_the_engine_they_are_made_from_is_sound(failures: Mapping[str, int]) -> None:
    assert failures["memory"] == 0


@pytest.mark.parametrize("answer", FORGETFUL)
def test_an_engine_that_forgets(failures: Mapping[str, int], answer: str) -> None:
    assert failures[answer] > 0
