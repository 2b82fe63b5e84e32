"""Base classes of widgets: lists, scrolling texts, text inputs and labels."""
