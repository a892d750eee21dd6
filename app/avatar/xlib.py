"""A connection of our own to the X server, through Xlib: windows, properties, messages, shapes.

A question about a window that has just vanished is an X error; it is harmless only while Qt's xcb plugin is loaded,
which replaces Xlib's deadly error handler with one that does nothing: make a `Connection` after the QGuiApplication,
never before. Every call is one or a few round trips of about 50 µs.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Iterable

Place = tuple[int, int, int, int]
"""x, y, width and height in pixels."""

_ATOM_CARDINAL, _ATOM_STRING = 6, 31
_CLIENT_MESSAGE = 33
_SUBSTRUCTURE = 0x80000 | 0x100000
_SHAPE_SET, _SHAPE_INPUT = 0, 2
_MOST = 1024
_DEPTH_WITH_ALPHA = 32
_BYTES, _LONGS = 8, 32
_VIEWABLE = 2


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


class Connection:
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
        self.root = int(x.XDefaultRootWindow(self._display))
        self.number = int(x.XDefaultScreen(self._display))
        self._atoms: dict[str, int] = {}

    def close(self) -> None:
        """Leave the server."""
        self._x.XCloseDisplay(self._display)

    def atom(self, name: str) -> int:
        """The number of a name."""
        if name not in self._atoms:
            self._atoms[name] = int(self._x.XInternAtom(self._display, name.encode(), 0))
        return self._atoms[name]

    def owner(self, selection: str) -> int:
        """The window that owns a selection; 0 for none."""
        return int(self._x.XGetSelectionOwner(self._display, c.c_ulong(self.atom(selection))))

    def longs(self, window: int, name: str) -> list[int]:
        """A property that is a list of numbers, atoms or windows; empty when it is not there."""
        kind, size, count, left = c.c_ulong(), c.c_int(), c.c_ulong(), c.c_ulong()
        data = c.POINTER(c.c_ulong)()
        self._x.XGetWindowProperty(
            self._display, c.c_ulong(window), c.c_ulong(self.atom(name)),
            c.c_long(0), c.c_long(_MOST), 0, c.c_ulong(0),
            c.byref(kind), c.byref(size), c.byref(count), c.byref(left), c.byref(data),
        )  # fmt: skip
        if not data:
            return []
        values = data[: count.value] if size.value == _LONGS else []
        self._x.XFree(data)
        return values

    def write_text(self, window: int, name: str, value: bytes) -> None:
        """Set a property that is a text."""
        self._change(window, name, _ATOM_STRING, _BYTES, value, len(value))

    def write_number(self, window: int, name: str, value: int) -> None:
        """Set a property that is one number."""
        self._change(window, name, _ATOM_CARDINAL, _LONGS, c.byref(c.c_ulong(value)), 1)

    def ask_manager(self, window: int, name: str, *values: int) -> None:
        """Send the window manager a message about a window."""
        message = _Message(type=_CLIENT_MESSAGE, send_event=1, window=window, format=_LONGS)
        message.message_type = self.atom(name)
        message.data = (c.c_long * 5)(*values)
        self._x.XSendEvent(self._display, c.c_ulong(self.root), 0, c.c_long(_SUBSTRUCTURE), c.byref(message))
        self._x.XFlush(self._display)

    def shape_input(self, window: int, where: Iterable[Place]) -> None:
        """Let clicks land only in these rectangles of a window; elsewhere they pass."""
        rectangles = [_Rectangle(*rectangle) for rectangle in where]
        array = (_Rectangle * len(rectangles))(*rectangles)
        self._shape.XShapeCombineRectangles(
            self._display, c.c_ulong(window), _SHAPE_INPUT, 0, 0, array, len(rectangles), _SHAPE_SET, 0
        )
        self._x.XFlush(self._display)

    def place(self, window: int, *, opaque: bool = False) -> Place | None:
        """Where a window is on the desktop; None when it is gone or unmapped, or see-through and not to be."""
        about, child, x, y = _Attributes(), c.c_ulong(), c.c_int(), c.c_int()
        there = self._x.XGetWindowAttributes(self._display, c.c_ulong(window), c.byref(about))
        if not there or about.map_state != _VIEWABLE or (opaque and about.depth >= _DEPTH_WITH_ALPHA):
            return None
        there = self._x.XTranslateCoordinates(
            self._display, c.c_ulong(window), c.c_ulong(self.root), 0, 0,
            c.byref(x), c.byref(y), c.byref(child),
        )  # fmt: skip
        return (x.value, y.value, about.width, about.height) if there else None

    def _change(self, window: int, name: str, kind: int, size: int, value: object, count: int) -> None:
        self._x.XChangeProperty(
            self._display, c.c_ulong(window), c.c_ulong(self.atom(name)), c.c_ulong(kind), size, 0, value, count
        )  # fmt: skip
        self._x.XSync(self._display, 0)
