"""Writing an index: buffering articles into segments, in this and in worker processes."""
