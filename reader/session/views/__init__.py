"""The views: one file for each, with its value and its moves. The text, below them all, is in `session/state.py`."""
