"""The few calls of libxcb that global hotkeys need, on a connection of our own.

Checked requests tell their errors one by one (X Protocol, GrabKey: BadAccess when another client holds the grab), so
no error handler of the process is touched. Structures are those of xproto.h.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Iterator

KEY_PRESS, KEY_RELEASE, MAPPING_NOTIFY = 2, 3, 34
MODIFIERS = 8
_SENT = 0x80
_ASYNC = 1
_BAD_ACCESS = 10


class GrabbedElsewhereError(OSError):
    """Another client has grabbed this key."""


class Event(c.Structure):
    """xcb_key_press_event_t as far as it is read; other events share its first three fields."""

    _fields_ = (
        ("response_type", c.c_uint8),
        ("detail", c.c_uint8),
        ("sequence", c.c_uint16),
        ("time", c.c_uint32),
        ("windows", c.c_uint32 * 3),
        ("places", c.c_int16 * 4),
        ("state", c.c_uint16),
        ("same_screen", c.c_uint8),
        ("pad", c.c_uint8),
    )

    @property
    def kind(self) -> int:
        """Its type, whoever sent it."""
        return int(self.response_type) & ~_SENT


class _Cookie(c.Structure):
    _fields_ = (("sequence", c.c_uint),)


class _Error(c.Structure):
    _fields_ = (("response_type", c.c_uint8), ("code", c.c_uint8))


class _Reply(c.Structure):
    """The head of a reply; `each` is how many entries a key or a modifier has."""

    _fields_ = (("response_type", c.c_uint8), ("each", c.c_uint8))


class _Keymap(c.Structure):
    _fields_ = (("head", c.c_uint8 * 8), ("keys", c.c_uint8 * 32))


class _Setup(c.Structure):
    _fields_ = (("head", c.c_uint8 * 34), ("lowest", c.c_uint8), ("highest", c.c_uint8))


class _Screens(c.Structure):
    _fields_ = (("screen", c.POINTER(c.c_uint32)), ("left", c.c_int), ("index", c.c_int))


class Connection:
    """A connection to the X server of $DISPLAY. Raises OSError when libxcb or the server is not there."""

    def __init__(self) -> None:
        self._x, self._c = c.CDLL("libxcb.so.1"), c.CDLL(None)
        self._c.free.argtypes = (c.c_void_p,)
        self._declare()
        self._to = c.c_void_p(self._x.xcb_connect(None, None))
        if self.broken:
            self.close()
            raise OSError("no X server answers")
        setup = self._x.xcb_get_setup(self._to)
        self._lowest, self._highest = int(setup.contents.lowest), int(setup.contents.highest)
        self._root = int(self._x.xcb_setup_roots_iterator(setup).screen.contents.value)

    def close(self) -> None:
        """Leave the server, which lets go of all that was grabbed."""
        self._x.xcb_disconnect(self._to)

    @property
    def broken(self) -> bool:
        """Whether the server is gone."""
        return bool(self._x.xcb_connection_has_error(self._to))

    @property
    def file(self) -> int:
        """The file descriptor events come by."""
        return int(self._x.xcb_get_file_descriptor(self._to))

    def keys(self) -> dict[int, tuple[int, ...]]:
        """Every key code and what is on it: symbols by column, X Protocol's GetKeyboardMapping."""
        count = self._highest - self._lowest + 1
        reply = self._x.xcb_get_keyboard_mapping_reply(
            self._to, self._x.xcb_get_keyboard_mapping(self._to, self._lowest, count), None
        )
        if not reply:
            return {}
        each = int(reply.contents.each)
        found = self._x.xcb_get_keyboard_mapping_keysyms(reply)[: each * count]
        self._free(reply)
        return {self._lowest + n: tuple(found[n * each : (n + 1) * each]) for n in range(count)}

    def modifiers(self) -> tuple[frozenset[int], ...]:
        """The key codes that make each of the eight modifiers, from Shift to Mod5."""
        reply = self._x.xcb_get_modifier_mapping_reply(
            self._to, self._x.xcb_get_modifier_mapping(self._to), None
        )
        if not reply:
            return (frozenset(),) * MODIFIERS
        each = int(reply.contents.each)
        found = self._x.xcb_get_modifier_mapping_keycodes(reply)[: each * MODIFIERS]
        self._free(reply)
        return tuple(frozenset(found[n * each : (n + 1) * each]) - {0} for n in range(MODIFIERS))

    def is_down(self, code: int) -> bool:
        """Whether a key is down now, X Protocol's QueryKeymap."""
        reply = self._x.xcb_query_keymap_reply(self._to, self._x.xcb_query_keymap(self._to), None)
        if not reply:
            return False
        byte = int(reply.contents.keys[code // 8])
        self._free(reply)
        return bool(byte & 1 << code % 8)

    def grab(self, code: int, modifiers: int) -> None:
        """Have a key with these modifiers sent here alone. Raises GrabbedElsewhereError or OSError."""
        cookie = self._x.xcb_grab_key_checked(self._to, 0, self._root, modifiers, code, _ASYNC, _ASYNC)
        error = self._x.xcb_request_check(self._to, cookie)
        if error:
            number = int(error.contents.code)
            self._free(error)
            raise GrabbedElsewhereError if number == _BAD_ACCESS else OSError(f"X error {number}")

    def let_go(self, code: int, modifiers: int) -> None:
        """No longer have it sent here."""
        self._x.xcb_ungrab_key(self._to, code, self._root, modifiers)
        self._x.xcb_flush(self._to)

    def events(self) -> Iterator[Event]:
        """What has come since the last look."""
        while event := self._x.xcb_poll_for_event(self._to):
            seen = Event.from_buffer_copy(event.contents)
            self._free(event)
            yield seen

    def _free(self, pointer: object) -> None:
        self._c.free(c.cast(pointer, c.c_void_p))  # type: ignore[arg-type]  # any ctypes pointer

    def _declare(self) -> None:
        x, p, byte, word = self._x, c.c_void_p, c.c_uint8, c.c_uint16
        reply = c.POINTER(_Reply)
        table: dict[str, tuple[object, tuple[object, ...]]] = {
            "xcb_connect": (p, (c.c_char_p, p)),
            "xcb_disconnect": (None, (p,)),
            "xcb_connection_has_error": (c.c_int, (p,)),
            "xcb_get_file_descriptor": (c.c_int, (p,)),
            "xcb_get_setup": (c.POINTER(_Setup), (p,)),
            "xcb_setup_roots_iterator": (_Screens, (c.POINTER(_Setup),)),
            "xcb_get_keyboard_mapping": (_Cookie, (p, byte, byte)),
            "xcb_get_keyboard_mapping_reply": (reply, (p, _Cookie, p)),
            "xcb_get_keyboard_mapping_keysyms": (c.POINTER(c.c_uint32), (reply,)),
            "xcb_get_modifier_mapping": (_Cookie, (p,)),
            "xcb_get_modifier_mapping_reply": (reply, (p, _Cookie, p)),
            "xcb_get_modifier_mapping_keycodes": (c.POINTER(byte), (reply,)),
            "xcb_query_keymap": (_Cookie, (p,)),
            "xcb_query_keymap_reply": (c.POINTER(_Keymap), (p, _Cookie, p)),
            "xcb_grab_key_checked": (_Cookie, (p, byte, c.c_uint32, word, byte, byte, byte)),
            "xcb_request_check": (c.POINTER(_Error), (p, _Cookie)),
            "xcb_ungrab_key": (_Cookie, (p, byte, c.c_uint32, word)),
            "xcb_flush": (c.c_int, (p,)),
            "xcb_poll_for_event": (c.POINTER(Event), (p,)),
        }
        for name, (result, takes) in table.items():
            call = getattr(x, name)
            call.restype, call.argtypes = result, takes
