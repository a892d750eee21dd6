"""What Qt does not tell about an X11 desktop: a compositor, windows on top of hers, and where clicks land.

A connection of our own through Xlib. A question about a window that has just vanished is an X error; it is harmless
only while Qt's xcb plugin is loaded, which replaces Xlib's deadly error handler with one that does nothing: make an
`X11` after the QGuiApplication, never before. Every call is one or a few round trips of about 50 µs.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Iterable

from PySide6.QtGui import QGuiApplication

_ATOM_STRING, _ATOM_WM_CLASS = 31, 67
_CLIENT_MESSAGE = 33
_SUBSTRUCTURE = 0x80000 | 0x100000
_STATE_ADD, _FROM_APPLICATION = 1, 1
_SHAPE_SET, _SHAPE_INPUT = 0, 2
_MOST_WINDOWS = 1024
_DEPTH_WITH_ALPHA = 32
_BYTES, _LONGS = 8, 32
_VIEWABLE = 2

_Place = tuple[int, int, int, int]


class _Message(c.Structure):
    """XClientMessageEvent, padded to the size of an XEvent."""

    _fields_ = (
        ("type", c.c_int),
        ("serial", c.c_ulong),
        ("send_event", c.c_int),
        ("display", c.c_void_p),
        ("window", c.c_ulong),
        ("message_type", c.c_ulong),
        ("format", c.c_int),
        ("data", c.c_long * 5),
        ("pad", c.c_long * 24),
    )


class _Attributes(c.Structure):
    """XWindowAttributes."""

    _fields_ = (
        ("x", c.c_int),
        ("y", c.c_int),
        ("width", c.c_int),
        ("height", c.c_int),
        ("border_width", c.c_int),
        ("depth", c.c_int),
        ("visual", c.c_void_p),
        ("root", c.c_ulong),
        ("kinds", c.c_int * 4),
        ("backing", c.c_ulong * 2),
        ("save_under", c.c_int),
        ("colormap", c.c_ulong),
        ("map_installed", c.c_int),
        ("map_state", c.c_int),
        ("pad", c.c_long * 8),
    )


class _Rectangle(c.Structure):
    _fields_ = (("x", c.c_short), ("y", c.c_short), ("width", c.c_ushort), ("height", c.c_ushort))


class X11:
    """A connection to the X server Qt uses. Raises OSError when Xlib or the server is not there."""

    def __init__(self) -> None:
        self._x = c.CDLL("libX11.so.6")
        self._shape = c.CDLL("libXext.so.6")
        x = self._x
        x.XOpenDisplay.restype = c.c_void_p
        for name in ("XDefaultRootWindow", "XGetSelectionOwner", "XInternAtom"):
            getattr(x, name).restype = c.c_ulong
        display = x.XOpenDisplay(None)
        if not display:
            raise OSError("no X server answers")
        self._display = c.c_void_p(display)
        self._root = int(x.XDefaultRootWindow(self._display))
        self._atoms: dict[str, int] = {}

    def close(self) -> None:
        """Leave the server."""
        self._x.XCloseDisplay(self._display)

    def composited(self) -> bool:
        """Whether a compositor runs, without which a transparent window is black where it is empty."""
        number = self._x.XDefaultScreen(self._display)
        atom = c.c_ulong(self._atom(f"_NET_WM_CM_S{number}"))
        return bool(self._x.XGetSelectionOwner(self._display, atom))

    def covered(self, window: int) -> bool:
        """Whether one opaque window above `window` hides it completely."""
        stack = self._stack()
        mine = self._place(window)
        if mine is None or window not in stack:
            return False
        above = stack[stack.index(window) + 1 :]
        return any(_holds(place, mine) for place in map(self._opaque_place, above) if place is not None)

    def name_class(self, window: int, name: str) -> None:
        """Set WM_CLASS, instance and class alike; before the window is shown, so that rules match it."""
        value = f"{name}\0{name}\0".encode()
        self._x.XChangeProperty(
            self._display, c.c_ulong(window), c.c_ulong(_ATOM_WM_CLASS), c.c_ulong(_ATOM_STRING),
            _BYTES, 0, value, len(value),
        )  # fmt: skip
        self._x.XSync(self._display, 0)

    def keep_out_of_lists(self, window: int) -> None:
        """Ask the window manager to leave a shown window out of task bar and pager."""
        states = [self._atom(f"_NET_WM_STATE_SKIP_{what}") for what in ("TASKBAR", "PAGER")]
        message = _Message(type=_CLIENT_MESSAGE, send_event=1, window=window, format=_LONGS)
        message.message_type = self._atom("_NET_WM_STATE")
        message.data = (c.c_long * 5)(_STATE_ADD, *states, _FROM_APPLICATION, 0)
        self._x.XSendEvent(self._display, c.c_ulong(self._root), 0, c.c_long(_SUBSTRUCTURE), c.byref(message))
        self._x.XFlush(self._display)

    def catch_clicks(self, window: int, where: Iterable[_Place]) -> None:
        """Let clicks land only in these rectangles (x, y, width, height in pixels); elsewhere they pass."""
        rectangles = [_Rectangle(*rectangle) for rectangle in where]
        array = (_Rectangle * len(rectangles))(*rectangles)
        self._shape.XShapeCombineRectangles(
            self._display, c.c_ulong(window), _SHAPE_INPUT, 0, 0, array, len(rectangles), _SHAPE_SET, 0
        )
        self._x.XFlush(self._display)

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = int(self._x.XInternAtom(self._display, name.encode(), 0))
        return self._atoms[name]

    def _stack(self) -> list[int]:
        """The managed windows, lowest first."""
        kind, size, count, left = c.c_ulong(), c.c_int(), c.c_ulong(), c.c_ulong()
        data = c.POINTER(c.c_ulong)()
        self._x.XGetWindowProperty(
            self._display, c.c_ulong(self._root), c.c_ulong(self._atom("_NET_CLIENT_LIST_STACKING")),
            c.c_long(0), c.c_long(_MOST_WINDOWS), 0, c.c_ulong(0),
            c.byref(kind), c.byref(size), c.byref(count), c.byref(left), c.byref(data),
        )  # fmt: skip
        if not data:
            return []
        windows = data[: count.value] if size.value == _LONGS else []
        self._x.XFree(data)
        return windows

    def _opaque_place(self, window: int) -> _Place | None:
        return self._place(window, opaque=True)

    def _place(self, window: int, *, opaque: bool = False) -> _Place | None:
        """Where a window is on the desktop; None when it is gone or unmapped, or see-through and not to be."""
        about, child, x, y = _Attributes(), c.c_ulong(), c.c_int(), c.c_int()
        there = self._x.XGetWindowAttributes(self._display, c.c_ulong(window), c.byref(about))
        if not there or about.map_state != _VIEWABLE or (opaque and about.depth >= _DEPTH_WITH_ALPHA):
            return None
        there = self._x.XTranslateCoordinates(
            self._display,
            c.c_ulong(window),
            c.c_ulong(self._root),
            0,
            0,
            c.byref(x),
            c.byref(y),
            c.byref(child),
        )
        return (x.value, y.value, about.width, about.height) if there else None


def x11() -> X11 | None:
    """A connection when Qt shows its windows on X11."""
    if QGuiApplication.platformName() != "xcb":
        return None
    try:
        return X11()
    except OSError:
        return None


def _holds(outer: _Place, inner: _Place) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[0] + outer[2] >= inner[0] + inner[2]
        and outer[1] + outer[3] >= inner[1] + inner[3]
    )
