"""Writing an index: articles gather in segments, here and in helping processes, which merge."""
