"""
Which of PyYAML's parsers reads a file; both give the same events for what is accepted.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    # PyYAML is loaded when the first file is read, not with the package.
    import yaml


__all__ = ["parser"]


def parser() -> type[yaml.Loader | yaml.CLoader]:
    """
    The parser over libyaml, or the pure one where PyYAML was built without it.

    Example:
        >>> import yaml
        >>> [type(event).__name__ for event in yaml.parse("NO", Loader=parser())][2]
        'ScalarEvent'
    """
    import yaml

    return getattr(yaml, "CLoader", None) or _pure_loader()


@functools.cache
def _pure_loader() -> type[yaml.Loader]:
    """
    The pure parser, made to read question marks in texts between brackets as libyaml does.
    """
    import yaml

    class PureLoader(yaml.Loader):
        """
        PyYAML's parser, to which question marks inside a plain text look like letters.
        """

        within = False

        def peek(self, index: int = 0) -> str:
            """
            The character ahead.
            """
            character: str = super().peek(index)
            return "x" if self.within and character == "?" else character

        def scan_plain(self) -> yaml.ScalarToken:
            """
            Scan a plain text; its value is cut from the buffer, where the marks still are.
            """
            self.within = True
            token: yaml.ScalarToken = super().scan_plain()
            self.within = False
            return token

    return PureLoader
