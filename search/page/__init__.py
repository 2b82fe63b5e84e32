"""Understanding the text of a web page: its head, its story and its boilerplate."""
