"""What a corpus begins with besides articles, by target."""

from __future__ import annotations

import plistlib

SEEDS: dict[str, tuple[bytes, ...]] = {
    "front_matter": (
        b"source: BBC\nauthors: [Jane Doe, Joe]\ndate: 2019-03-14\ntags:\n  - a\n  - b: {c: d}\n",
        b"'quoted': \"a \\u001b b\"\nlong: |\n  text\nx: &a !!python/none [*a, ? b]\n",
    ),
    "web_page": (
        b"""<!doctype html><html lang=en><head><title>Tide - Courier</title><meta property=og:title content=Tide>
        <script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "A B"}}</script></head><body>
        <h1>Tide</h1><p class=byline>By A B</p><time datetime=2019-03-14T10:00:00Z>x</time><p>The bridge
        reopened on Sunday.<br>&#27;&amp;</p><ul><li>a</ul><table><tr><td>b<td>c</table><blockquote>d""",
        b"<!-- saved from url=(0019)https://a.example/b -->" + b"<font>" * 300,
    ),
    "web_archive": (
        b"""Content-Type: multipart/related; boundary="a"\r\nSnapshot-Content-Location: https://a.example/b\r\n\r\n--a\r
Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Tide=\r\n turns</p>\r\n--a--""",
        plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>Tide", "WebResourceURL": "a"}}),
        plistlib.dumps(
            {"WebMainResource": {"WebResourceData": b"<p>Tide"}}, fmt=plistlib.FMT_BINARY
        ),
    ),
    "plain_yaml": (b"a: b\nc: [d, e]\nf:\n- 'g''h'\n- \"i\"\n",),
    "dates": (
        b"Published on Thursday, 14 March 2019 at 6:38 p.m. EST | Updated: 2019-03-14T18:38:00+01:00",
        "14/3/2019 le 3 mai 2019 2019年3月14日 /2019/03/14/ /2019/03/190314".encode(),
    ),
    "addresses": (
        b"By Jane Doe and Joe Bloggs https://proxy.example/https%3A%2F%2Fa.example%2Fb%1b?u=http://c",
    ),
    "words": (
        "“The U.S. left,” he said. L'Italia 字字。 서울에서 \u0e01\u0e33 1.5 self-declared".encode(),
    ),
    "query": (
        b'title:"a b"~5 OR (-word NOT pre* w?ld* wrod~2) date:2019-02..2019-05 newer:2w | #x',
        b'after:2019 before:2019-02-30 source:bbc author:doe lang:en tag:x "U.S."',
    ),
    "compare": (
        b"""The bridge reopened on Sunday after two years of repairs.

        "It is 3 m wide," said Jane Doe.\0The bridge reopened, Doe said. It is 4 m wide.""",
    ),
    "front": (
        b"""{"articles":1,"sources":[["a",1]],"months":[["2019-01",1]],
        "rows":[["0","a.md","t",null,"2019-01-01","text"]]}""",
        b"[" * 20_000,
    ),
    "settings": (
        b'library = "a"\ntheme = "b"\ncolumn = 72\nmemory = 512\n[keys]\nquit = "q"\n',
        b'{"chosen": "a", "given": null}',
        b'["a", "b"]',
        b"a=" + b"[" * 20_000,
    ),
    "rulings": (b'[{"kind": "together", "one": ["a"], "other": ["b"]}]', b"[" * 20_000),
}
