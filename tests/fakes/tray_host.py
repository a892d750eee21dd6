"""A real StatusNotifier host on the session bus, for desktops' trays that are no X11 ones.

`python -m tests.fakes.tray_host` is watcher and host in one, as Plasma's and GNOME's extension are. It prints a JSON
line for every item that registers. Lines on its standard input are what a user does; each is answered by a JSON line:
`look` (icon, tooltip, status), `click`, `middle`, `menu` (the labels), `press LABEL` (a line of the menu), `leave`.

https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ and com.canonical.dbusmenu.
"""

from __future__ import annotations

import json
import select
import sys
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    Properties,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM, _MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
_WATCHED = DBusAddress("/StatusNotifierWatcher", interface=_WATCHER)
_WAIT_S = 10.0


class Host:
    """Watches for items, and does with the last one what a user does."""

    def __init__(self, connection: DBusConnection) -> None:
        self._bus = connection
        self._item = ""

    def announce(self) -> None:
        """Become the tray of this session."""
        self._ask(message_bus.RequestName(_WATCHER))
        self._bus.send(new_signal(_WATCHED, "StatusNotifierHostRegistered"))

    def serve(self) -> None:
        """Answer until the input ends."""
        while True:
            readable, _, _ = select.select([sys.stdin, self._bus.sock], [], [])
            if self._bus.sock in readable:
                self._handle(self._bus.receive(timeout=_WAIT_S))
            if sys.stdin in readable:
                line = sys.stdin.readline()
                if not line:
                    return
                _tell(self._do(line.strip()))

    def _do(self, line: str) -> object:
        wish, _, label = line.partition(" ")
        match wish:
            case "look":
                pixmaps = self._get("IconPixmap")
                tip = self._get("ToolTip")
                return {
                    "sizes": sorted(width for width, _, _ in pixmaps),
                    "picture": sum(sum(data) for _, _, data in pixmaps),
                    "tip": tip[2],
                    "status": self._get("Status"),
                }
            case "click":
                self._call(self._address("/StatusNotifierItem", _ITEM), "Activate", "ii", (30, 10))
            case "middle":
                self._call(self._address("/StatusNotifierItem", _ITEM), "SecondaryActivate", "ii", (30, 10))
            case "menu":
                return list(self._labels())
            case "press":
                number = self._labels()[label]
                body = (number, "clicked", ("s", ""), 0)
                self._call(self._address(str(self._get("Menu")), _MENU), "Event", "isvu", body)
            case "leave":
                self._ask(message_bus.ReleaseName(_WATCHER))
        return "done"

    def _labels(self) -> dict[str, int]:
        """The lines of the menu by their label."""
        menu = self._address(str(self._get("Menu")), _MENU)
        self._call(menu, "AboutToShow", "i", (0,))
        _, (_, _, children) = self._call(menu, "GetLayout", "iias", (0, -1, []))
        found = {}
        for _, (number, properties, _) in children:
            if "label" in properties:
                found[str(properties["label"][1])] = int(number)
        return found

    def _get(self, name: str) -> Any:  # whatever the property is
        reply = self._ask(Properties(self._address("/StatusNotifierItem", _ITEM)).get(name))
        return reply[0][1]

    def _address(self, path: str, interface: str) -> DBusAddress:
        return DBusAddress(path, bus_name=self._item, interface=interface)

    def _call(self, to: DBusAddress, method: str, signature: str, body: tuple[object, ...]) -> Any:
        return self._ask(new_method_call(to, method, signature, body))

    def _ask(self, message: Message) -> Any:  # the body of the reply
        """Send a call and wait for its answer; meanwhile others are answered."""
        serial = next(self._bus.outgoing_serial)
        self._bus.send(message, serial=serial)
        while True:
            got = self._bus.receive(timeout=_WAIT_S)
            if got.header.fields.get(HeaderFields.reply_serial) == serial:
                if got.header.message_type is MessageType.error:
                    raise RuntimeError(got.body)
                return got.body
            self._handle(got)

    def _handle(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        answer = self._answer(fields.get(HeaderFields.member), message, fields.get(HeaderFields.sender))
        if not message.header.flags & MessageFlag.no_reply_expected:
            self._bus.send(answer)

    def _answer(self, member: str | None, message: Message, sender: str | None) -> Message:
        match member:
            case "Get":
                told = {
                    "IsStatusNotifierHostRegistered": ("b", True),
                    "ProtocolVersion": ("i", 0),
                    "RegisteredStatusNotifierItems": ("as", [self._item] if self._item else []),
                }
                return new_method_return(message, "v", (told[message.body[1]],))
            case "RegisterStatusNotifierItem":
                self._item = str(sender)
                _tell({"item": message.body[0]})
                return new_method_return(message)
            case "RegisterStatusNotifierHost":
                return new_method_return(message)
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")


def _tell(value: object) -> None:
    print(json.dumps(value), flush=True)


def main() -> None:
    """Be the tray of the session bus until the input ends."""
    with open_dbus_connection(bus="SESSION") as connection:
        host = Host(connection)
        host.announce()
        _tell("ready")
        host.serve()


if __name__ == "__main__":
    main()
