from __future__ import annotations

import pytest

from search.page.picture_credits import ends_in_credit, is_credit, is_sign_off


@pytest.mark.parametrize(
    "line",
    [
        "[AFP]",
        "Getty Images",
        "ToolX via Getty Images",
        "Image: picture-alliance/AP Photo/M. Mejia",
        "Photo: AP",
        "Photograph by Ann Ray",
        "CHARLY TRIBALLEAU/AFP via Getty Images",
        "Foto: Anna Roth/dpa",
    ],
)
def test_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Staff would work from outside the country [Carlos Garcia Rawlins/Reuters]",
        "The presidents shake hands in Lima, on April 13, 2019. (Photo by AFP)",
        "Ambassadors vote in New York on Dec. 22, 2023. / Credit: Ann Ray/AFP via Getty Images",
        "The bridge at dawn. (AP Photo/Ann Ray)",
    ],
)
def test_captions_end_in_a_credit(line: str) -> None:
    assert ends_in_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "The official told Reuters.",
        "He said the image was false and the photo old.",
        "The minister denied it, AFP reported on Monday.",
        "Shares fell by 3 percent (to 12 dollars).",
    ],
)
def test_sentences_are_no_captions(line: str) -> None:
    assert not is_credit(line)
    assert not ends_in_credit(line)


def test_desks_sign_off() -> None:
    assert is_sign_off("mm/aw (AFP, AP, Reuters)")
    assert is_sign_off("(AFP, dpa)")
    assert not is_sign_off("[AFP]")
    assert not is_sign_off("The end (of a story)")
