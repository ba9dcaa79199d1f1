"""What the author wrote: a TOML file into a Story, or problems an author can mend."""
