"""
Running code with no network, and in a process of its own with another clock.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, NoReturn

from diplomodel.errors import DiplomodelError


__all__ = ["NetworkBlockedError", "in_child", "in_two_worlds", "no_network"]

#: Longer than any check of a small sample needs.
_PATIENCE: Final = 120.0


#: 400 days, 3 hours and 7 seconds.
_LATER: Final = 34_570_807


class NetworkBlockedError(DiplomodelError, OSError):
    """
    Something asked for the network where it may not.
    """


@contextmanager
def no_network() -> Iterator[list[str]]:
    """
    Refuse every connection and every look-up of a name inside the block.

    Yields:
        What was asked for, as it is asked for: code that swallows the error is found out too.

    Example:
        >>> with no_network() as asked:
        ...     socket.create_connection(("localhost", 80))
        Traceback (most recent call last):
            ...
        diplomodel.testing._sandbox.NetworkBlockedError: no network here: getaddrinfo 'localhost'
        >>> asked
        ["getaddrinfo 'localhost'"]
    """
    asked: list[str] = []

    def refuse(name: str, about: object) -> NoReturn:
        asked.append(f"{name} {about!r}")
        raise NetworkBlockedError(f"no network here: {asked[-1]}")

    def on_socket(name: str, place: int) -> Callable[..., NoReturn]:
        return lambda *args: refuse(name, args[place] if len(args) > place else None)

    saved: list[tuple[Any, str, Any]] = []
    try:
        for owner, name, place in (
            (socket.socket, "connect", 1),
            (socket.socket, "connect_ex", 1),
            (socket.socket, "sendto", 2),
            (socket, "getaddrinfo", 0),
            (socket, "gethostbyname", 0),
        ):
            saved.append((owner, name, vars(owner).get(name)))
            setattr(owner, name, on_socket(name, place))
        yield asked
    finally:
        for owner, name, before in saved:
            if before is None:
                delattr(owner, name)
            else:
                setattr(owner, name, before)


# A child that believes in another day: every door that Python itself has to the clock is moved.
_CLOCK: Final = """
import datetime, time
shift = float(sys.argv[1])
real = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime")}
time.time = lambda: real["time"]() + shift
time.time_ns = lambda: real["time_ns"]() + int(shift) * 10**9
time.localtime = lambda secs=None: real["localtime"](time.time() if secs is None else secs)
time.gmtime = lambda secs=None: real["gmtime"](time.time() if secs is None else secs)
stamp, shown = time.strftime, time.asctime
time.strftime = lambda form, when=None: stamp(form, time.localtime() if when is None else when)
time.asctime = lambda when=None: shown(time.localtime() if when is None else when)
time.ctime = lambda secs=None: shown(time.localtime(secs))
Day, Moment = datetime.date, datetime.datetime
class Kind(type(Day)):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.real)
    def __subclasscheck__(cls, other):
        return issubclass(other, cls.real)
class date(Day, metaclass=Kind):
    real = Day
    @classmethod
    def today(cls):
        return Day.fromtimestamp(time.time())
class datetime_(Moment, metaclass=Kind):
    real = Moment
    @classmethod
    def now(cls, tz=None):
        return Moment.fromtimestamp(time.time(), tz)
    @classmethod
    def today(cls):
        return Moment.fromtimestamp(time.time())
    @classmethod
    def utcnow(cls):
        return Moment.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
datetime_.__name__ = datetime_.__qualname__ = "datetime"
datetime.date, datetime.datetime = date, datetime_
"""

# Modules that are loaded already have taken the clock with them: theirs is moved too.
_LOADED: Final = """
moved = {id(Day): date, id(Moment): datetime_}
moved |= {id(function): getattr(time, name) for name, function in real.items()}
moved |= {id(stamp): time.strftime, id(shown): time.asctime}
for loaded in list(sys.modules.values()):
    if str(getattr(loaded, "__file__", None)).endswith(".py"):
        for name, value in list(vars(loaded).items()):
            if id(value) in moved:
                setattr(loaded, name, moved[id(value)])
"""

_CALLED: Final = """
import sys, importlib, json
def call():
    module, _, name = sys.argv[2].partition(":")
    return getattr(importlib.import_module(module), name)(**json.loads(sys.argv[3]))
"""

_CALL: Final = "print(json.dumps(call()))"


def in_two_worlds(function: str, arguments: Mapping[str, object]) -> tuple[object, object]:
    """
    What a function gives in two processes whose hashes, clocks and time zones differ.

    Args:
        function: ``module:name``.
        arguments: Its keyword arguments, as plain data.

    Raises:
        DiplomodelError: It fails.
    """
    now = in_child(function, arguments, seed=1, zone="Pacific/Kiritimati")
    try:
        then = in_child(function, arguments, seed=2, shift=_LATER, zone="America/Lima")
    except DiplomodelError:
        # Some compiled modules load with no class of dates but Python's own.
        then = in_child(
            function, arguments, seed=2, shift=_LATER, zone="America/Lima", loaded=True
        )
    return now, then


def in_child(
    function: str,
    arguments: Mapping[str, object],
    *,
    seed: int = 0,
    shift: int = 0,
    zone: str = "",
    loaded: bool = False,
) -> object:
    """
    Call a function in a process of its own.

    Args:
        function: ``module:name``.
        arguments: Its keyword arguments, as plain data.
        seed: The seed of hashes.
        shift: Seconds by which its clock is wrong; 0 leaves the clock alone.
        zone: Its time zone.
        loaded: Whether the clock goes wrong after a first call, which loads all that it needs.

    Returns:
        What it returns, as plain data.

    Raises:
        DiplomodelError: It fails; with the last line that it wrote.
    """
    clock = _CLOCK if shift else ""
    if loaded:
        clock = "call()\n" + clock + _LOADED
    environment = {
        **os.environ,
        "PYTHONHASHSEED": str(seed),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "TZ": zone or "UTC",
    }
    words = [
        sys.executable,
        "-c",
        _CALLED + clock + _CALL,
        str(shift),
        function,
        json.dumps(arguments),
    ]
    try:
        done = subprocess.run(  # noqa: S603 (this interpreter, with code from this file)
            words, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise DiplomodelError(f"it took over {_PATIENCE:.0f} s") from None
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"it ends with {done.returncode}"]
        raise DiplomodelError(lines[-1])
    return json.loads(done.stdout.splitlines()[-1])
