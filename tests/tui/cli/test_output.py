"""What is printed, whatever it came from."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.cli.streams import write_json
from tui.cli.styled_lines import write

if TYPE_CHECKING:
    import pytest

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Format characters that are drawn."""
ANY = st.text(st.characters(codec=None))


def unseen(text: str) -> set[str]:
    return {
        c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    }


@SHARED
@given(st.dictionaries(ANY, ANY, max_size=4))
def test_json_escapes_what_nobody_sees_and_loses_nothing(
    capsys: pytest.CaptureFixture[str], document: dict[str, str]
) -> None:
    write_json(document)
    out = capsys.readouterr().out
    assert json.loads(out) == document
    assert unseen(out[:-1]) <= {"\u200c", "\u200d"}


@SHARED
@given(ANY)
def test_a_line_for_a_person_holds_nothing_that_steers(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write(text)
    out = capsys.readouterr().out
    assert out.endswith("\n")
    assert unseen(out[:-1]) <= {"\u200c", "\u200d", *SIGNS}
