"""Paints the X root window one colour the way compositors look at it: `python -m tests.paint_root #rrggbb`."""

from __future__ import annotations

import ctypes
import sys
from ctypes import byref, c_char_p, c_int, c_uint, c_ulong, c_void_p

_RETAIN_PERMANENT = 1
_XA_PIXMAP = 20


def paint(colour: str) -> None:
    """Fill a screen-sized pixmap, make it the root's background and tell the compositor."""
    x = ctypes.CDLL("libX11.so.6")
    for name, result, arguments in (
        ("XOpenDisplay", c_void_p, [c_char_p]),
        ("XDefaultRootWindow", c_ulong, [c_void_p]),
        ("XDefaultGC", c_void_p, [c_void_p, c_int]),
        ("XCreatePixmap", c_ulong, [c_void_p, c_ulong, c_uint, c_uint, c_uint]),
        ("XSetForeground", c_int, [c_void_p, c_void_p, c_ulong]),
        ("XFillRectangle", c_int, [c_void_p, c_ulong, c_void_p, c_int, c_int, c_uint, c_uint]),
        ("XInternAtom", c_ulong, [c_void_p, c_char_p, c_int]),
        ("XChangeProperty", c_int, [c_void_p, c_ulong, c_ulong, c_ulong, c_int, c_int, c_void_p, c_int]),
        ("XSetWindowBackgroundPixmap", c_int, [c_void_p, c_ulong, c_ulong]),
        ("XClearWindow", c_int, [c_void_p, c_ulong]),
        ("XSetCloseDownMode", c_int, [c_void_p, c_int]),
        ("XSync", c_int, [c_void_p, c_int]),
        ("XDisplayWidth", c_int, [c_void_p, c_int]),
        ("XDisplayHeight", c_int, [c_void_p, c_int]),
    ):
        function = getattr(x, name)
        function.restype, function.argtypes = result, arguments
    display = x.XOpenDisplay(None)
    root, context = x.XDefaultRootWindow(display), x.XDefaultGC(display, 0)
    width, height = x.XDisplayWidth(display, 0), x.XDisplayHeight(display, 0)
    pixmap = x.XCreatePixmap(display, root, width, height, 24)
    x.XSetForeground(display, context, int(colour.removeprefix("#"), 16))
    x.XFillRectangle(display, pixmap, context, 0, 0, width, height)
    for name in (b"_XROOTPMAP_ID", b"ESETROOT_PMAP_ID"):
        atom, value = x.XInternAtom(display, name, 0), c_ulong(pixmap)
        x.XChangeProperty(display, root, atom, _XA_PIXMAP, 32, 0, byref(value), 1)
    x.XSetWindowBackgroundPixmap(display, root, pixmap)
    x.XClearWindow(display, root)
    x.XSetCloseDownMode(display, _RETAIN_PERMANENT)
    x.XSync(display, 0)


if __name__ == "__main__":
    paint(sys.argv[1])
