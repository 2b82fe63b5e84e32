"""Widgets: each shows values and posts messages, and knows no other widget nor the app."""
