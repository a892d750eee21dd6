"""Packets as no server should send them: the library gets each in a form it can act on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from socketio import packet

from workers.engines.stream.wire import EVENT, MOST_CHARACTERS, Packet

UNFIT = [EVENT, "", None]


def taken_apart(encoded: Any) -> Packet:
    return Packet(encoded_packet=encoded)


@pytest.mark.parametrize(
    ("encoded", "name", "payload"),
    [
        ('2["raid",{"viewers":3}]', "raid", {"viewers": 3}),
        ('2["raid"]', "raid", None),
        ('2["raid",1,2]', "raid", [1, 2]),
        ('2["disconnect",1]', "disconnect", 1),
        ('2["*"]', "*", None),
        ('27["asks",1]', "asks", 1),
    ],
)
def test_an_event_carries_its_name_inside(encoded: str, name: str, payload: object) -> None:
    taken = taken_apart(encoded)
    assert (taken.packet_type, taken.id, taken.namespace) == (packet.EVENT, None, None)
    assert taken.data == [EVENT, name, payload, len(encoded)]


@pytest.mark.parametrize(
    "encoded",
    [
        "2",
        "2[]",
        "2{}",
        '2"x"',
        "2[5,{}]",
        "2[null]",
        '2[["x"]]',
        "2[",
        "2[NaN",
        '2["deep",' + "[" * 5000 + "]" * 5000 + "]",
        '2["big",' + "9" * 5000 + "]",
        '2/admin,["x"]',
        "0/admin,",
        '4/admin,"no"',
        "7[]",
        "9",
        "x",
        "-1",
        "",
        {},
        {"a": 1},
        [],
        ["2"],
        0,
        1,
        5,
        True,
        b"",
        b"\x00",
        b"2",
        '50-["x"]',
        '599-["x",{"_placeholder":true,"num":0}]',
        '599999999999999999-["x"]',
        '60-["x"]',
        '2["' + "x" * MOST_CHARACTERS + '"]',
    ],
    ids=lambda encoded: repr(encoded)[:20],
)
def test_what_does_not_hold_is_an_event_without_a_name(encoded: Any) -> None:
    taken = taken_apart(encoded)
    assert (taken.packet_type, taken.attachment_count) == (packet.EVENT, 0)
    assert taken.data[:3] == UNFIT


def test_a_binary_event_ends_with_its_last_attachment_and_carries_none() -> None:
    taken = taken_apart('52-["x",{"a":{"_placeholder":true,"num":0},"b":{"_placeholder":true,"num":1}}]')
    assert taken.attachment_count == 2
    assert not taken.add_attachment(b"1" * 1000)
    assert taken.add_attachment(b"2")
    assert taken.data[:3] == [EVENT, "x", {"a": None, "b": None}]


@pytest.mark.parametrize("num", ["7", '"0"', "null", "[]", "1e400"])
def test_a_binary_event_that_points_nowhere_is_no_trap(num: str) -> None:
    taken = taken_apart(f'51-["x",{{"_placeholder":true,"num":{num}}}]')
    assert taken.add_attachment(b"1")
    assert taken.data[:3] == UNFIT


@pytest.mark.parametrize("data", ["[]", '"sid"', "5", "null"])
def test_a_welcome_without_an_id_is_one_all_the_same(data: str) -> None:
    taken = taken_apart(f"0{data}")
    assert (taken.packet_type, taken.data) == (packet.CONNECT, None)
    assert taken_apart('0{"sid":"x"}').data == {"sid": "x"}


@given(st.text() | st.text('0123456789-/,[]{}":ab', max_size=30) | st.binary() | st.integers() | st.none())
def test_anything_can_be_acted_on(encoded: Any) -> None:
    taken = taken_apart(encoded)
    if encoded is None:
        return
    assert taken.packet_type in range(packet.CONNECT, packet.BINARY_ACK + 1)
    assert taken.namespace in {None, "/"}
    if taken.packet_type in {packet.EVENT, packet.BINARY_EVENT}:
        name, inner, _, size = taken.data
        assert (name, type(inner), type(size)) == (EVENT, str, int)
    if taken.packet_type in {packet.BINARY_EVENT, packet.BINARY_ACK}:
        assert 1 <= taken.attachment_count <= 8


def test_our_own_packets_are_untouched() -> None:
    assert Packet(packet.EVENT, data=["companion-state", {"a": 1}]).encode() == '2["companion-state",{"a":1}]'
