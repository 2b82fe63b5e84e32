"""The one thing an interface talks to: a library opened, searched, read and compared."""
