"""Fetching an address, redirects and all."""

from __future__ import annotations

import http.client
import ssl
import time
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from search.errors import FetchError, reason_of
from search.fetch.access import Access
from search.fetch.allowed_addresses import check_behind_proxy, find_peers, find_proxy
from search.fetch.packings import accepted_packings
from search.fetch.response_body import read_body
from search.fetch.web_connection import ProxyError, WebConnection
from search.untrusted import joined_address, web_address, whole_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.fetch.proxies import Proxy
    from search.untrusted import WebAddress

MOST_REDIRECTS = 8
AGENT = "diptych"
"""What robots.txt may call this program."""
SECONDS: float = 30
"""Seconds that all of a fetch may take, redirects included; a good connection needs one."""
_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}
_OK = 200
_NOT_MODIFIED = 304
_WAIT = frozenset({429, 503})
_LONGEST_WAIT = 7 * 24 * 3600
_SAFE = "/%:@!$&'()*+,;=~-._?"
_PORTS = {"http": 80, "https": 443}
_STATUS = {
    401: "the server wants a login (401)",
    403: "the server refuses it (403)",
    404: "there is no such page (404)",
    407: "the proxy wants a login (407)",
    410: "it is gone for good (410)",
    429: "the server asks to wait (429)",
    503: "the server is overloaded (503)",
}


class Validators(NamedTuple):
    """What a server said of the version it sent, to be asked whether there is another."""

    etag: str = ""
    modified: str = ""


NO_VALIDATORS = Validators()


class Fetched(NamedTuple):
    """What came of an address.

    Attributes:
        url: where it was found, after all redirects.
        body: None where nothing has changed since the version of the validators.
        kind: the media type the server named, in lower case, without parameters; maybe empty.
        charset: the encoding it named; maybe empty.
        validators: those of this version.
        moved: where it lies now, if redirects that are for good alone lead there; else empty.
    """

    url: str
    body: bytes | None
    kind: str
    charset: str
    validators: Validators
    moved: str = ""


def fetch(
    url: str,
    access: Access | None = None,
    validators: Validators = NO_VALIDATORS,
    seconds: float = SECONDS,
    check: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """Fetch an address of the web.

    Each address on the way is checked as the first is (see `find_peers`), and the connection is
    made to one that was checked. Certificates are. Raises FetchError, within `seconds` and the
    time of the resolver, whatever the server does. Memory: see `read_body`.

    Args:
        url: http or https.
        access: how the web is asked; as anybody would ask it when None.
        validators: of the version that is at hand.
        seconds: all that it may take.
        check: raises FetchError for an address that isn't to be asked; told each on the way.
    """
    end = time.monotonic() + seconds
    here, for_good = _plain(url), True
    access = access or Access()
    for hops in range(MOST_REDIRECTS + 1):
        check(here)
        left = end - time.monotonic()
        if left <= 0:
            raise FetchError(url, f"it took longer than {seconds:g} seconds")
        answer = _ask(url, here, access, validators, left)
        if isinstance(answer, Fetched):
            return answer._replace(moved=answer.url if hops and for_good else "")
        here, permanent = answer
        for_good = for_good and permanent
    raise FetchError(url, f"more than {MOST_REDIRECTS} redirects")


def _ask(
    url: str, here: str, access: Access, validators: Validators, seconds: float
) -> Fetched | tuple[str, bool]:
    """Ask one server; give what came, or where it sends and whether for good."""
    parts = parts_of(here, url)
    connection, proxy = connection_to(url, parts, access, seconds)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    headers = _headers(validators, access.cookies.header(parts))
    if proxy and parts.scheme == "http":
        path = origin(parts) + path
        headers.update({"Proxy-Authorization": proxy.login} if proxy.login else {})
    try:
        with connection:
            connection.request("GET", path, headers=headers)
            came = _answer(connection.getresponse(), url, here, validators)
    except FetchError:
        if not connection.late:
            raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        if not connection.late:
            raise FetchError(url, why_not(error)) from None
    else:
        if not connection.late:  # a body without a length would seem to have come to its end
            return came
    raise FetchError(url, "it took too long")


def connection_to(
    url: str, parts: WebAddress, access: Access, seconds: float
) -> tuple[WebConnection, Proxy | None]:
    """Give the connection to a host that may be asked, and the proxy it goes through, if it does."""
    port = parts.port or _PORTS[parts.scheme]
    proxy = access.proxies.of(parts, port, url)
    if proxy:
        check_behind_proxy(url, parts.host, access.allowed)
        peers = find_proxy(url, proxy.host, proxy.port)
    else:
        peers = find_peers(url, parts.host, port, access.allowed)
    secure = parts.scheme == "https"
    return WebConnection(parts.host, port, peers, seconds, secure=secure, proxy=proxy), proxy


def _answer(
    response: http.client.HTTPResponse, url: str, here: str, validators: Validators
) -> Fetched | tuple[str, bool]:
    status = response.status
    if status in _REDIRECTS and (target := response.getheader("Location")):
        return _plain(joined_address(here, target), url), status in _PERMANENT
    kept = Validators(
        response.getheader("ETag") or validators.etag,
        response.getheader("Last-Modified") or validators.modified,
    )
    if status == _NOT_MODIFIED:
        return Fetched(here, None, "", "", kept)
    if status != _OK:
        said = said_of(status)
        wait = _wait(response.getheader("Retry-After") or "") if status in _WAIT else None
        raise FetchError(url, said, wait, status)
    kind, charset = _named(response.getheader("Content-Type") or "")
    if not response.getheader("ETag") and not response.getheader("Last-Modified"):
        kept = NO_VALIDATORS
    return Fetched(here, read_body(response, url), kind, charset, kept)


def _named(content_type: str) -> tuple[str, str]:
    """Give the media type and the encoding that a server names, each maybe empty.

    By hand: what the library reads of continued parameters (RFC 2231) raises whatever comes to it.
    """
    kind, *parameters = content_type.split(";")
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip(" \t\"'").lower()
    return kind.strip().lower(), ""


def _headers(validators: Validators, cookies: str) -> dict[str, str]:
    said = {
        "User-Agent": user_agent(),
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
        " application/feed+json, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": accepted_packings(),
        "Connection": "close",
    }
    if cookies:
        said["Cookie"] = cookies
    if validators.etag:
        said["If-None-Match"] = validators.etag
    if validators.modified:
        said["If-Modified-Since"] = validators.modified
    return said


def user_agent() -> str:
    """Give what this program calls itself to servers."""
    try:
        return f"{AGENT}/{version('diptych')} (news reader)"
    except PackageNotFoundError:
        return f"{AGENT} (news reader)"


def parts_of(address: str, url: str) -> WebAddress:
    """Take an address apart; raise FetchError, which names `url`, for one of another kind."""
    parts = web_address(address.strip())
    if parts is None:
        raise FetchError(url, "only addresses of http and https are fetched")
    return parts


def _plain(address: str, url: str = "") -> str:
    """Give an address in ASCII, as a request has it; raise FetchError for one of another kind."""
    parts = parts_of(address, url or address)
    try:
        host = parts.host if parts.host.isascii() else parts.host.encode("idna").decode()
    except UnicodeError:
        raise FetchError(url or address, "its host can't be a name") from None
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return f"{origin(parts._replace(host=host))}{quote(parts.path, safe=_SAFE)}{query}"


def origin(parts: WebAddress) -> str:
    """Give the beginning of an address, up to its path."""
    host = f"[{parts.host}]" if ":" in parts.host else parts.host
    return f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}"


def said_of(status: int) -> str:
    """Say what a status that isn't as it should be means."""
    return _STATUS.get(status, f"the server answers {status}")


def _wait(said: str) -> int | None:
    """Give the seconds a server asks to wait, told as such or as a time; None if it tells none."""
    if (number := whole_number(said.strip())) is not None:
        return min(number, _LONGEST_WAIT)
    try:
        seconds = parsedate_to_datetime(said).timestamp() - time.time()
    except (ValueError, OverflowError, TypeError):
        return None
    return max(0, min(int(seconds), _LONGEST_WAIT))


def why_not(error: Exception) -> str:
    """Say why nothing came of asking, in a phrase."""
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, ProxyError):
        return str(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate can't be trusted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, http.client.IncompleteRead):
        return f"it broke off after {len(error.partial):,} bytes"
    if isinstance(error, http.client.RemoteDisconnected):
        return "the server closed the connection without an answer"
    if isinstance(error, (http.client.HTTPException, ValueError)):
        return "the server's answer makes no sense"
    return reason_of(error)
