"""What the author wrote: turns a TOML file into a `Story`, or into problems that the author can mend."""
