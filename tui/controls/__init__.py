"""Bases of widgets: lists, texts, lines to type in and labels that behave alike everywhere."""
