"""The screens, one folder each: the screen, its parts, its texts and its styles."""
