"""Which addresses are of the public internet."""

from __future__ import annotations

import pytest

from search.errors import FetchError
from search.fetch.allowed_addresses import check_behind_proxy, find_peers, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1", "nonsense", "",
    ],
)  # fmt: skip
def test_this_machine_and_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_others_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1"])
def test_other_ways_to_write_this_machine_are_seen_through(host: str) -> None:
    with pytest.raises(FetchError):
        find_peers("http://x/", host, 80, ())


def test_a_name_that_nobody_has_is_told() -> None:
    with pytest.raises(FetchError, match="no machine is called"):
        find_peers("http://x/", "nobody.invalid", 80, ())


@pytest.mark.parametrize(
    "host", ["router.local", "router.local.", "Metadata.google.internal.", "intranet", "127.0.0.1"]
)
def test_a_proxy_is_not_asked_for_what_only_its_own_network_knows(host: str) -> None:
    with pytest.raises(FetchError, match="allow-host"):
        check_behind_proxy("http://x/", host, set())
    check_behind_proxy("http://x/", host, {host.lower().rstrip(".")})


def test_a_proxy_is_asked_for_names_that_are_unknown_here() -> None:
    check_behind_proxy("http://x/", "no-such-name.invalid", set())
