"""Text wrapped by hand: lines joined to paragraphs, and broken words made whole."""
