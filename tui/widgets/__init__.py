"""Widgets: each shows values and posts messages; none knows another, the app or the desk."""
