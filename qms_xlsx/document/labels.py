"""Numbers of rows, each given once."""

from __future__ import annotations


class Labels:
    """Gives every row a number of its own: a number that a document uses twice gets a mark."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def own(self, label: str) -> str:
        """Return the label, or one beside it when it has been given.

        >>> labels = Labels()
        >>> [labels.own(label) for label in ("1", "1", "1", "1-2")]
        ['1', '1-2', '1-3', '1-2-2']
        """
        count = self._given.get(label, 0) + 1
        self._given[label] = count
        return label if count == 1 else self.own(f"{label}-{count}")
