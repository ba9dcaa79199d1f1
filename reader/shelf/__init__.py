"""What the reader keeps: progress and bookmarks of each story, in TOML files on disk."""
