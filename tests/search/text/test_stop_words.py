import pytest

from search.text import is_stop


@pytest.mark.parametrize(
    ("form", "written", "says_nothing"),
    [
        ("the", "The", True),
        ("us", "us", True),
        ("us", "US", False),
        ("us", "U.S.", False),
        ("who", "WHO", False),
        ("the", "THE", True),
        ("x", "X", True),
        ("5", "5", False),
        ("委", "委", False),
        ("sanctions", "sanctions", False),
    ],
)
def test_stop_words(form: str, written: str, says_nothing: bool) -> None:
    assert is_stop(form, written) is says_nothing


@pytest.mark.parametrize(
    ("form", "language", "says_nothing"),
    [
        ("über", "de-AT", False),  # a form is folded
        ("uber", "de-AT", True),
        ("die", "de", True),
        ("die", None, False),
        ("the", "de", False),
        ("etaient", "fr", True),
        ("чтобы", None, True),
        ("президент", "ru", False),
        ("i", "pl", True),
        ("oraz", "pl", False),
        ("the", "pl", False),
    ],
)
def test_each_language_has_stop_words_of_its_own(
    form: str, language: str | None, says_nothing: bool
) -> None:
    assert is_stop(form, form, language) is says_nothing
