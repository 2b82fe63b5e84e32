"""Logins are looked for by host, and no two hosts share one."""

from __future__ import annotations

import pytest

from search.arrivals.readers.credentials import secret_for, variables
from search.errors import FetchError

URL = "https://reader.example/"


def test_a_host_names_its_variables() -> None:
    assert variables("reader.example") == (
        "DIPTYCH_TOKEN_READER_EXAMPLE",
        "DIPTYCH_COMMAND_READER_EXAMPLE",
    )


def test_no_two_hosts_have_the_same() -> None:
    hosts = ["a.b", "a-b", "a_b", "a--b", "a.-b", "a.x5f.b", "ab", "a:b", "ä.b", "command.a", "a"]
    names = {variables(host)[0] for host in hosts}
    assert len(names) == len(hosts)
    assert names.isdisjoint(variables(host)[1] for host in hosts)


@pytest.mark.parametrize("said", ["", "a\nX-Evil: 1", "\x1b[2J", "a" * 5_000])
def test_what_can_be_no_login_is_told_without_it(said: str) -> None:
    with pytest.raises(FetchError) as caught:
        secret_for(URL, "reader.example", {"DIPTYCH_TOKEN_READER_EXAMPLE": said or "\x00"})
    assert str(caught.value) == f"{URL}: its login is empty, or can't be one"


@pytest.mark.parametrize("line", ["false", "/nowhere/at/all", "'", "sh -c 'exit 3'"])
def test_a_command_that_fails_is_told(line: str) -> None:
    with pytest.raises(FetchError, match="the command of DIPTYCH_COMMAND_READER_EXAMPLE failed"):
        secret_for(URL, "reader.example", {"DIPTYCH_COMMAND_READER_EXAMPLE": line})
