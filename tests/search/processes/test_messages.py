"""A message comes whole, or is known to be none."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.processes.messages import (
    _MARK,
    GarbledError,
    Inbox,
    describe_error,
    pack_message,
)

messages = st.lists(st.binary(max_size=99), max_size=5)


@given(messages, st.lists(st.integers(0, 999)))
def test_messages_come_however_they_are_cut(sent: list[bytes], cuts: list[int]) -> None:
    data = b"".join(map(pack_message, sent))
    inbox = Inbox()
    places = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    came = [body for low, high in pairwise(places) for body in inbox.take(data[low:high])]
    assert came == [pickle.dumps(one, pickle.HIGHEST_PROTOCOL) for one in sent]


@given(messages, st.binary(min_size=1).filter(lambda noise: not noise.startswith(_MARK[:1])))
def test_noise_after_a_message_is_noticed_at_its_first_byte(
    sent: list[bytes], noise: bytes
) -> None:
    inbox = Inbox()
    inbox.take(b"".join(map(pack_message, sent)))
    with pytest.raises(GarbledError):
        inbox.take(noise[:1])


@given(st.binary(max_size=99), st.binary(min_size=1, max_size=9), st.data())
def test_noise_within_a_message_is_noticed(sent: bytes, noise: bytes, data: st.DataObject) -> None:
    message = pack_message(sent)
    at = data.draw(st.integers(16, len(message) - 1))
    inbox = Inbox()
    garbled = message[:at] + noise + message[at:]
    if garbled.startswith(message):
        assert len(inbox.take(message)) == 1
        inbox = Inbox()
    with pytest.raises(GarbledError):
        inbox.take(garbled + pack_message(sent))


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ValueError("a\n fault\x1b"), "ValueError: a fault?"),
        (KeyError("word"), "KeyError: 'word'"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (ValueError("word " * 1_000), f"ValueError: {'word ' * 60}"),
    ],
)
def test_an_error_is_said_in_one_line(error: BaseException, line: str) -> None:
    assert describe_error(error) == line
