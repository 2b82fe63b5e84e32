"""Proxies that the environment names are asked as it says, and no private host by them."""

from __future__ import annotations

import ssl
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from tls_files import CERTIFICATE, KEY
from web_server import HOST, WebServer, answer

from search.errors import FetchError
from search.fetch.access import Access
from search.fetch.fetch_page import fetch
from search.fetch.proxies import environment_proxies
from search.untrusted import web_address

if TYPE_CHECKING:
    import socket
    from pathlib import Path
    from threading import Event

SITE = "http://quay.invalid/news?b=1"


def access(**environment: str) -> Access:
    return Access(proxies=environment_proxies(environment))


def test_a_page_of_http_is_asked_of_the_proxy_with_its_whole_address() -> None:
    with WebServer({SITE: answer(b"hello")}) as proxy:
        named = access(http_proxy=f"http://ann:s%3Acret@{HOST}:{proxy.port}")
        assert fetch(SITE, named).body == b"hello"
    (request,) = proxy.requests
    assert request.startswith(f"GET {SITE} HTTP/1.1\r\nHost: quay.invalid\r\n")
    assert "\r\nProxy-Authorization: Basic YW5uOnM6Y3JldA==\r\n" in request


def test_a_page_of_https_comes_through_a_tunnel_in_which_its_certificate_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem, key = tmp_path / "host.pem", tmp_path / "key.pem"
    pem.write_text(CERTIFICATE)
    key.write_text(KEY)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem, key)

    def tunnel(connection: socket.socket, over: Event) -> None:
        del over
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with suppress(OSError), server.wrap_socket(connection, server_side=True) as secure:
            secure.recv(1 << 16)
            secure.sendall(answer(b"secretly"))

    with WebServer({"quay.invalid:443": tunnel}) as proxy:
        named = access(https_proxy=f"{HOST}:{proxy.port}")
        with pytest.raises(FetchError, match="certificate can't be trusted"):
            fetch("https://quay.invalid/", named)
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        assert fetch("https://quay.invalid/", named).body == b"secretly"
    assert (
        proxy.requests[1] == "CONNECT quay.invalid:443 HTTP/1.1\r\nHost: quay.invalid:443\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (answer(b"", "407 Login"), "the proxy wants a login"),
        (answer(b"", "403 No"), "the proxy refuses the host"),
        (b"noise", "makes no sense"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 9_000, "makes no sense"),
    ],
)
def test_a_proxy_that_connects_to_nothing_is_told(said: bytes, why: str) -> None:
    with WebServer({"quay.invalid:443": said}) as proxy, pytest.raises(FetchError, match=why) as it:
        fetch("https://quay.invalid/", access(all_proxy=f"http://u:pass@{HOST}:{proxy.port}"))
    assert "pass" not in str(it.value)


@pytest.mark.parametrize(
    "url", ["http://192.168.7.7/", "http://[fd00::1]/", "http://printer.local/", "http://nas.lan/"]
)
def test_no_private_host_is_asked_of_a_proxy_unless_it_is_allowed(url: str) -> None:
    with WebServer({url: answer(b"inside")}) as proxy:
        named = access(all_proxy=f"http://{HOST}:{proxy.port}")
        with pytest.raises(FetchError, match="private network"):
            fetch(url, named)
        assert proxy.requests == []
        host = web_address(url)
        assert host is not None
        assert fetch(url, Access({host.host}, proxies=named.proxies)).body == b"inside"


def test_this_machine_is_never_asked_of_a_proxy() -> None:
    with WebServer({"/": answer(b"here")}) as server:
        named = Access({HOST}, proxies=environment_proxies({"all_proxy": "http://proxy.invalid"}))
        assert fetch(server.url("/"), named).body == b"here"


@pytest.mark.parametrize(
    ("rules", "url", "direct"),
    [
        ("*", "http://a.example/", True),
        ("a.example", "http://a.example/", True),
        ("a.example", "http://www.a.example/", True),
        (".a.example", "http://www.a.example/", True),
        ("a.example", "http://ba.example/", False),
        ("b.example, a.example:8080", "http://a.example:8080/", True),
        ("a.example:8080", "http://a.example/", False),
        ("10.0.0.0/8 192.0.2.1", "http://10.2.3.4/", True),
        ("fd00::/8", "http://[fd00::7]/", True),
        ("10.0.0.0/8", "http://a.example/", False),
        (",,", "http://a.example/", False),
    ],
)
def test_hosts_are_asked_directly_as_no_proxy_says(rules: str, url: str, direct: bool) -> None:
    address = web_address(url)
    assert address is not None
    proxies = environment_proxies({"http_proxy": "proxy.invalid:3128", "NO_PROXY": rules})
    assert (proxies.of(address, address.port or 80, url) is None) is direct


def test_lower_case_comes_first_and_a_web_server_sets_no_proxy() -> None:
    both = {"http_proxy": "http://a.invalid", "HTTP_PROXY": "http://b.invalid"}
    assert dict(environment_proxies(both).by_scheme) == {"http": "http://a.invalid"}
    asked = {"HTTP_PROXY": "http://evil.invalid", "REQUEST_METHOD": "GET"}
    assert environment_proxies(asked).by_scheme == ()


@pytest.mark.parametrize(
    "said", ["socks5://a.invalid", "https://a.invalid", "http://[::1", "http://"]
)
def test_a_proxy_of_another_kind_is_told_without_its_address(said: str) -> None:
    with pytest.raises(FetchError, match="the environment names a proxy") as caught:
        fetch(SITE, access(http_proxy=said))
    assert "a.invalid" not in str(caught.value)
