"""What the reader sees: a Textual app whose panes draw lines of one frozen value."""
