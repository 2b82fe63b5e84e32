"""Web pages, as they were saved: the story and the head of each, by tags, linked data and text."""

from search.formats.web.html_blocks import read_html_fragment
from search.formats.web.html_signature import is_web_page
from search.formats.web.read_web_page import read_web_page

__all__ = ["is_web_page", "read_html_fragment", "read_web_page"]
