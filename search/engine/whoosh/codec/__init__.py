"""Whoosh's extension points, filled with arrays: field type, codec, storage, writer, searcher."""
