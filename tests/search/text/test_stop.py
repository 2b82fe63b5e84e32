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
