"""
Files that are written whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

from diplomodel.errors import BadInputError, Problem


__all__ = ["new_file", "os_errors", "refuse"]

# Names of devices, with any suffix and in either case (Microsoft, "Naming Files, Paths, and
# Namespaces"); the digits may be superscript.
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789¹²³"]
)


@contextmanager
def new_file(path: str | os.PathLike[str], *, overwrite: bool) -> Iterator[BinaryIO]:
    """
    A file to write to, which takes its name when all is written and is gone after an error.

    Errors of the writing itself pass through as they are.

    Args:
        path: The file.
        overwrite: Replace a file that is there.

    Raises:
        BadInputError: There is a file of that name, it cannot be written, or its name is reserved
            on Windows.

    Example:
        >>> with new_file("aux.csv", overwrite=False) as stream:
        ...     pass
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: aux.csv: Windows keeps this name for a device; choose ...
    """
    import secrets
    import shutil

    _check_name(path)
    with os_errors(path):
        # Through a link, the file that it leads to is replaced, and not the link.
        target = Path(path).resolve()
        if not overwrite and (target.exists() or Path(path).is_symlink()):
            refuse(path, "there is a file of this name; choose another, or pass overwrite=True")
    spare = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.tmp")
    with os_errors(path):
        # Readable too: some formats go back to what they have written.
        stream = spare.open("x+b")
    try:
        with stream:
            yield stream
            with os_errors(path):
                stream.flush()
                os.fsync(stream.fileno())
        with os_errors(path):
            if target.exists():
                shutil.copymode(target, spare)
            spare.replace(target)
    finally:
        spare.unlink(missing_ok=True)


def _check_name(path: str | os.PathLike[str]) -> None:
    name = Path(path).name
    if name.partition(".")[0].rstrip(" ").lower() in _DEVICES:
        refuse(path, "Windows keeps this name for a device; choose another name")


def refuse(path: str | os.PathLike[str], message: str) -> NoReturn:
    """
    Raise the error for a file as a whole.
    """
    raise BadInputError([Problem(message=message, file=os.fspath(path))])


@contextmanager
def os_errors(path: str | os.PathLike[str]) -> Iterator[None]:
    """
    Turn what the operating system says into the library's error.
    """
    try:
        yield
    except FileNotFoundError:
        refuse(path, "there is no such file; check the path")
    except IsADirectoryError:
        refuse(path, "this is a directory; name a file in it")
    except PermissionError:
        if Path(path).is_dir():  # of which Windows says that access is denied
            refuse(path, "this is a directory; name a file in it")
        refuse(path, "access is denied; check who may read or write it")
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        refuse(path, f"the system refuses: {reason}")
