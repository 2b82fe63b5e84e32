"""Small dialogs over a screen: taking something out, giving an article to a command."""
