"""The links of an article, by number."""
