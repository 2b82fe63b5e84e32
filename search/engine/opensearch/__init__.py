"""The engine on OpenSearch: an archive, which holds the texts of its articles too.

Its words and stems are made here and sent as text to be split at spaces, so that a query means the
same as in the embedded engine.
"""
