"""Asking a server's interface for programs: with a login, any method, and no redirects."""

from __future__ import annotations

import http.client
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from search.errors import FetchError
from search.fetch.fetch_page import (
    SECONDS,
    connection_to,
    origin,
    parts_of,
    said_of,
    user_agent,
    why_not,
)
from search.fetch.response_body import read_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.fetch.access import Access

_GOOD = range(200, 300)
_ELSEWHERE = range(300, 400)


class ApiCall(NamedTuple):
    """A call: `url` with its query, headers of its own (a login), and what is sent."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""


def call(asked: ApiCall, access: Access, seconds: float = SECONDS) -> bytes:
    """Make a call and give what comes back; raise FetchError, which names the address without its query.

    The host is checked and the time bounded as `fetch` does it. A login is never sent where others
    could read it: `http` is for hosts that are allowed by name; and never to where a redirect leads.
    """
    shown = asked.url.partition("?")[0]
    parts = parts_of(asked.url, shown)
    if parts.scheme != "https" and parts.host not in access.allowed:
        raise FetchError(shown, "http would show the login to others on the way; https is needed")
    connection, proxy = connection_to(shown, parts, access, seconds)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    headers = {"User-Agent": user_agent(), "Accept": "*/*", "Connection": "close", **asked.headers}
    if proxy and parts.scheme == "http":
        path = origin(parts) + path
        headers.update({"Proxy-Authorization": proxy.login} if proxy.login else {})
    try:
        with connection:
            connection.request(asked.method, path, body=asked.body or None, headers=headers)
            came = _came(connection.getresponse(), shown)
    except FetchError:
        if not connection.late:
            raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        if not connection.late:
            raise FetchError(shown, why_not(error)) from None
    else:
        if not connection.late:
            return came
    raise FetchError(shown, "it took too long")


def call_json(asked: ApiCall, access: Access) -> dict[str, Any]:
    """Make a call whose answer is an object of JSON; raises as `call` does, also for any other answer."""
    try:
        said = json.loads(call(asked, access))
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise FetchError(asked.url.partition("?")[0], "its answer is no object of JSON")
    return said


def _came(response: http.client.HTTPResponse, shown: str) -> bytes:
    if response.status in _ELSEWHERE:
        raise FetchError(
            shown, "it lies elsewhere; name the address it is at", None, response.status
        )
    if response.status not in _GOOD:
        raise FetchError(shown, said_of(response.status), None, response.status)
    return read_body(response, shown)
