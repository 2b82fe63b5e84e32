"""The way through the screens: opened by their routes, back and forward again."""
