"""Ingest: bringing a library's files into an engine."""
