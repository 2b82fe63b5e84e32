"""One module or folder a verb: its arguments, what it does, its text and its JSON document.

Verbs don't import each other; what several need stands in the modules beside this folder.
"""
