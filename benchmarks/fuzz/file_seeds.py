"""Files of several articles that mutated ones are made of, by the package that reads them."""

from __future__ import annotations

import io
import json
import zipfile

_RECORD = {
    "title": "The tide, again",
    "author": ["Jane Doe", {"name": "Joe Roe"}],
    "date": "2019-02-08 10:00:00",
    "content": "<p>The boat &amp; its crew left.</p><ul><li>One</li></ul>",
    "url": "https://a.example/1",
    "source": {"id": None, "name": "BBC News"},
}
_SAVED = {**_RECORD, "is_archived": 0, "is_starred": 1, "tags": ["sea"]}
_LINES = "".join(f"{json.dumps({**_RECORD, 'id': place})}\n" for place in range(5)).encode()
_ROWS = (
    'id,title,author,date,content,url\r\n1,"The ""tide"", again",Jane Doe,2019-02-08,"The boat left.\r\n\r\n'
    'It was late.",https://a.example/1\r\n2,Ebb,"[\'Jane Doe\']",1549621800,<p>A boat.</p>,\r\n'
)
_BOOKMARKS = (
    b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n"
    b'<DT><A HREF="https://a.example/1" ADD_DATE="1">Tide</A>\n<DD>A boat.\n</DL><p>\n'
)
_POSTS = b'<?xml version="1.0"?><posts user="a"><post href="https://a.example/1" tag="b" /></posts>'


def _omnivore() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content/tide.html", "<p>The boat left.</p>")
        packed.writestr("metadata_0_to_20.json", json.dumps([{**_RECORD, "slug": "tide"}]))
    return out.getvalue()


FILE_SEEDS: dict[str, tuple[tuple[str, bytes], ...]] = {
    "tables": (
        (".csv", _ROWS.encode()),
        (".csv", _ROWS.replace(",", ";").encode("utf-16")),
        (".csv", _ROWS.replace('""', '\\"').replace(",", "\t").encode("cp1252")),
        (".jsonl", _LINES),
        (".json", _LINES),
        (".json", json.dumps({"status": "ok", "articles": [_RECORD, _RECORD]}).encode()),
        (".json", json.dumps({"a": _RECORD, "b": _RECORD}, indent=1).encode()),
        (".json", json.dumps({"title": {"0": "Tide"}, "text": {"0": "A boat."}}).encode()),
    ),
    "reading_lists": (
        (".json", json.dumps([_SAVED, _SAVED]).encode()),
        (
            ".json",
            b'{"checksum":"","roots":{"bookmark_bar":{"children":[{"url":"https://a.example"}]}}}',
        ),
        (
            ".csv",
            b"title,url,time_added,tags,status\nTide,https://a.example/1,1600322788,,unread\n",
        ),
        (".html", _BOOKMARKS),
        (".xml", _POSTS),
        (".zip", _omnivore()),
    ),
}
