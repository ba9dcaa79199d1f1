"""Which Latin letters stand on the keys that type others, as far as the terminal has told."""


class Letters:
    """A keyboard that types letters of another script; it is learned key by key, as keys are pressed."""

    def __init__(self) -> None:
        self._latin: dict[str, str] = {}

    def learn(self, typed: str, latin: str) -> None:
        """A key types one letter now, and another with a Latin keyboard."""
        self._latin[typed] = latin

    def key_of(self, typed: str) -> str:
        """The name of the Latin key that typed a letter; empty if it is not known."""
        return self._latin.get(typed, "")
