"""The screens, one folder each: the screen, its parts, its sentences and its styles."""
