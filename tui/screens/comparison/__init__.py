"""The comparison of two articles side by side."""
