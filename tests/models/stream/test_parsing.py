from __future__ import annotations

from typing import Any

import pytest

from models.stream.happening import Happening, Origin, Standing, StreamKind
from models.stream.parsing import (
    FIELD,
    ID,
    MOST_FIELDS,
    MOST_RECALLED,
    TEXT,
    VALUE,
    WHO,
    happening,
    is_nameless,
    may_be_paid,
    recalled,
)

K = StreamKind
NOON = "2026-05-01T12:00:00.500Z"
NOON_S = 1_777_636_800.5
CHAT = {
    "id": "b34ccfc7-4977-403a-8a94-33c6bac34fb8",
    "username": "Ann",
    "message": "hello you",
    "color": "#8cffbe",
    "badges": {"subscriber": "12"},
    "timestamp": NOON,
    "userType": "viewer",
}
BY_CHAT = {
    "id": "1777636800500",
    "username": "Ann",
    "method": {"prime": False, "plan": "2000", "planName": "Channel Subscription"},
    "message": "seven already",
    "months": "7",
    "timestamp": NOON,
}
BY_HOOK = {"id": "1777636800911", "username": "Ann", "tier": "3000", "timestamp": NOON}


def parsed(name: str, payload: object, origin: Origin = Origin.LIVE) -> Happening:
    one = happening(name, payload, origin=origin)
    assert one is not None
    return one


def told(one: Happening, *fields: str) -> tuple[Any, ...]:
    return tuple(getattr(one, field) for field in fields)


# --- what the backend documents


def test_a_line_of_chat() -> None:
    one = parsed("chat-message", CHAT)
    assert told(one, "kind", "who", "text", "standing", "name", "sent_s", "origin", "data") == (
        K.CHAT, "Ann", "hello you", Standing.VIEWER, "chat-message", NOON_S, Origin.LIVE, (),
    )  # fmt: skip
    assert not one.paid


@pytest.mark.parametrize(
    ("badges", "user", "standing"),
    [
        ({}, "viewer", Standing.VIEWER),
        ({"moderator": "1"}, "viewer", Standing.MODERATOR),
        ({}, "mod", Standing.MODERATOR),
        ({}, "Moderator", Standing.MODERATOR),
        ({"broadcaster": "1"}, "", Standing.STREAMER),
        ({"broadcaster": "1", "moderator": "1"}, "mod", Standing.STREAMER),
        ({"vip": "1"}, "vip", Standing.VIEWER),
        (None, None, Standing.VIEWER),
        (["broadcaster"], 7, Standing.VIEWER),
    ],
)
def test_standing_is_read_from_badges_and_user_type(badges: object, user: object, standing: Standing) -> None:
    assert parsed("chat-message", CHAT | {"badges": badges, "userType": user}).standing is standing


def test_a_sub_by_chat() -> None:
    one = parsed("new-subscriber", BY_CHAT)
    assert told(one, "kind", "who", "text", "tier", "months", "gifts") == (
        K.SUB, "Ann", "seven already", 2, 7, 0,
    )  # fmt: skip
    assert one.paid


def test_a_sub_by_web_hook() -> None:
    assert told(parsed("new-subscriber", BY_HOOK), "kind", "who", "text", "tier", "months") == (
        K.SUB, "Ann", "", 3, 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "tier"),
    [
        ({"tier": "1000"}, 1),
        ({"tier": "2000"}, 2),
        ({"tier": 3000}, 3),
        ({"tier": 2}, 2),
        ({"tier": 2.0}, 2),
        ({"tier": "Prime"}, 1),
        ({"method": {"plan": "Prime", "prime": True}}, 1),
        ({"method": {"plan": "3000"}}, 3),
        ({"plan": "2000"}, 2),
        ({"tier": "9000"}, 1),
        ({"tier": None}, 1),
        ({"tier": True}, 1),
        ({"tier": [3000]}, 1),
        ({"tier": float("nan")}, 1),
        ({"method": "3000"}, 1),
        ({}, 1),
    ],
)
def test_tiers_are_one_to_three(fields: dict[str, object], tier: int) -> None:
    assert parsed("new-subscriber", {"username": "Ann"} | fields).tier == tier


@pytest.mark.parametrize(
    ("months", "read"),
    [(7, 7), ("7", 7), ("12 months", 12), (-3, 0), (True, 0), (1e300, 1200), ("x", 0), (None, 0)],
)
def test_months_are_a_sane_number(months: object, read: int) -> None:
    assert parsed("new-subscriber", {"username": "Ann", "months": months}).months == read


def test_a_follow() -> None:
    one = parsed("new-follower", {"id": "5", "username": "Bob", "timestamp": NOON})
    assert told(one, "kind", "who", "sent_s", "paid") == (K.FOLLOW, "Bob", NOON_S, False)


def test_a_raid() -> None:
    one = parsed("raid", {"id": "5", "username": "Cleo", "viewers": 42, "timestamp": NOON})
    assert told(one, "kind", "who", "viewers", "paid") == (K.RAID, "Cleo", 42, True)


@pytest.mark.parametrize(
    ("type_", "amount", "kind", "fields"),
    [
        ("follow", None, K.FOLLOW, {}),
        ("subscribe", None, K.SUB, {"tier": 1, "gifts": 0}),
        ("donation", 5, K.DONATION, {"amount": 5.0}),
        ("donation", "$5.50", K.DONATION, {"amount": 5.5, "unit": "dollars"}),
        ("raid", 31, K.RAID, {"viewers": 31}),
        ("bits", 100, K.DONATION, {"amount": 100.0, "unit": "bits"}),
        ("gift_sub", 5, K.SUB, {"gifts": 5}),
        ("gift_sub", None, K.SUB, {"gifts": 1}),
        ("GIFT-SUB", 2, K.SUB, {"gifts": 2}),
        ("party", None, K.ALERT, {"data": (("type", "party"),)}),
        ("chat-message", None, K.ALERT, {}),
        (None, None, K.ALERT, {}),
        (7, None, K.ALERT, {}),
    ],
)
def test_an_alert_is_what_its_type_says(
    type_: object, amount: object, kind: StreamKind, fields: dict[str, object]
) -> None:
    payload = {"id": "1", "type": type_, "username": "TestUser", "message": "Test alert!", "timestamp": NOON}
    one = parsed("alert", payload | ({} if amount is None else {"amount": amount}))
    assert told(one, "kind", "who", "text", "name") == (kind, "TestUser", "Test alert!", "alert")
    for field, value in fields.items():
        assert getattr(one, field) == value or (field == "data" and ("type", "party") in one.data)


@pytest.mark.parametrize(
    "name",
    [
        "alert-settings",
        "settings-changed",
        "overlay-update",
        "endpoint-created",
        "endpoint-updated",
        "endpoint-deleted",
        "scene-created",
        "scene-updated",
        "scene-activated",
        "scene-deleted",
        "recent-events",
        "companion-state",
        "",
        " \u200b\n",
    ],
)
def test_bookkeeping_is_of_no_interest(name: str) -> None:
    assert happening(name, {"id": 1, "username": "Ann", "message": "x"}) is None


@pytest.mark.parametrize("name", [None, 5, ["raid"], b"raid", object()])
def test_a_name_that_is_none_is_nothing(name: Any) -> None:
    assert happening(name, CHAT) is None


@pytest.mark.parametrize("message", ["", "  ", "\u200b\u202e", None, 0.5j, [], {"a": 1}, True])
def test_a_line_that_says_nothing_is_nothing(message: object) -> None:
    assert happening("chat-message", CHAT | {"message": message}) is None


# --- what it does not send yet, and what users make


@pytest.mark.parametrize(
    ("name", "payload", "kind", "fields"),
    [
        ("donation", {"name": "D", "amount": 5, "currency": "EUR"}, K.DONATION, (5.0, "euros", 0)),
        ("tip", {"from": "D", "amount": "12.34", "currency": "usd"}, K.DONATION, (12.34, "dollars", 0)),
        ("tip", {"user": "D", "amount": "5,00 €"}, K.DONATION, (5.0, "euros", 0)),
        ("donation", {"user": "D", "amount": "1,234.50 GBP"}, K.DONATION, (1234.5, "pounds", 0)),
        ("donation", {"user": "D", "amount": 3, "formatted_amount": "£3.00"}, K.DONATION, (3.0, "pounds", 0)),
        ("donation", {"user": "D", "amount": 3, "unit": "cookies"}, K.DONATION, (3.0, "cookies", 0)),
        ("donation", {"user": "D"}, K.DONATION, (0.0, "", 0)),
        ("bits", {"username": "D", "bits": "100"}, K.DONATION, (100.0, "bits", 0)),
        ("cheer", {"username": "D", "amount": 100}, K.DONATION, (100.0, "bits", 0)),
        ("gift-sub", {"username": "D", "count": 5}, K.SUB, (0.0, "", 5)),
        ("gift_sub", {"username": "D"}, K.SUB, (0.0, "", 1)),
        ("GiftSub", {"gifter": "D", "gifts": "20"}, K.SUB, (0.0, "", 20)),
        ("resub", {"username": "D", "months": 3}, K.SUB, (0.0, "", 0)),
    ],
)
def test_names_of_other_backends_are_taken_for_what_they_say(
    name: str, payload: dict[str, object], kind: StreamKind, fields: tuple[float, str, int]
) -> None:
    one = parsed(name, payload)
    assert told(one, "kind", "who", "amount", "unit", "gifts") == (kind, "D", *fields)


def test_an_event_of_the_users_own_keeps_its_plain_fields() -> None:
    payload = {
        "user": "Ann",
        "text": "spun it",
        "prize": {"name": "hat", "worth": 3, "deep": {"x": 1}, "list": [1]},
        "lucky": True,
        "odds": 0.25,
        "nothing": None,
        "list": [1, 2],
        "amount": 3,
    }
    one = parsed("Wheel Spin", payload)
    assert told(one, "kind", "name", "who", "text", "amount") == (
        K.CUSTOM, "Wheel Spin", "Ann", "spun it", 3.0,
    )  # fmt: skip
    assert dict(one.data) == {
        "user": "Ann",
        "text": "spun it",
        "prize.name": "hat",
        "prize.worth": "3",
        "lucky": "true",
        "odds": "0.25",
        "amount": "3",
    }


@pytest.mark.parametrize("payload", [None, [], "hydrate!", 5, {}, [[]], float("inf")])
def test_an_event_without_fields_is_one_all_the_same(payload: object) -> None:
    one = parsed("hydrate", payload)
    assert told(one, "kind", "name") == (K.CUSTOM, "hydrate")


@pytest.mark.parametrize("name", ["new-subscriber", "raid", "donation", "chat-message", "alert"])
@pytest.mark.parametrize("payload", [None, "x", 5, [], {}, [None]])
def test_a_known_name_with_nothing_in_it_is_no_payment(name: str, payload: object) -> None:
    assert parsed(name, payload).kind is K.CUSTOM


def test_of_several_arguments_the_first_counts() -> None:
    assert parsed("raid", [{"username": "Cleo", "viewers": 3}, "more"]).viewers == 3


# --- hostile text


def test_text_is_stripped_of_tricks() -> None:
    one = parsed(
        "chat-message",
        CHAT
        | {
            "username": "A\u202enn\u0000\x1b[31m\u2066",
            "message": "one\r\n\ttwo\u00a0\u3000three\u200bfour\ufeff\ud800\ue000 \u3164 five",
        },
    )
    assert (one.who, one.text) == ("Ann[31m", "one two threefour five")


def test_no_letter_carries_more_than_three_marks() -> None:
    one = parsed("chat-message", CHAT | {"message": "Z" + "\u0301" * 400 + "x", "username": "é" * 3})
    assert (one.text, one.who) == ("Z\u0301\u0301\u0301x", "ééé")


def test_everything_has_a_length() -> None:
    long = "x" * 1_000_000
    one = parsed(
        "e" * 500,
        {"id": long, "username": long, "message": long, long: long, "a": {long: long}}
        | {f"k{n}": n for n in range(200)},
    )
    assert (len(one.name), len(one.who), len(one.text)) == (80, WHO, TEXT)
    assert len(one.data) == MOST_FIELDS
    assert all(len(key) <= FIELD and len(value) <= VALUE for key, value in one.data)
    assert len(parsed("chat-message", CHAT | {"id": long}).id) <= ID
    assert len(parsed("raid", {"id": long, "username": long}).id) <= ID


@pytest.mark.parametrize(
    "viewers", [True, -5, float("nan"), -float("inf"), "nan", "-7", "", None, [], {}, 0.4, b"5"]
)
def test_a_number_that_is_none_is_zero(viewers: object) -> None:
    assert parsed("raid", {"username": "Cleo", "viewers": viewers}).viewers == 0


@pytest.mark.parametrize("viewers", [10**400, float("inf"), "9" * 39, 10_000_000])
def test_a_number_is_never_out_of_bounds(viewers: object) -> None:
    assert parsed("raid", {"username": "Cleo", "viewers": viewers}).viewers == 10_000_000


@pytest.mark.parametrize(
    ("timestamp", "sent_s"),
    [
        (NOON, NOON_S),
        ("2026-05-01T14:00:00.500+02:00", NOON_S),
        ("2026-05-01T12:00:00.500", NOON_S),
        (1_777_636_800.5, NOON_S),
        (1_777_636_800_500, NOON_S),
        ("1777636800500", NOON_S),
        (0, 0.0),
        (-1, 0.0),
        (1e300, 0.0),
        (10**400, 0.0),
        (float("nan"), 0.0),
        (True, 0.0),
        ("yesterday", 0.0),
        ("9999-99-99", 0.0),
        ("0001-01-01T00:00:00+14:00", 0.0),
        ({}, 0.0),
    ],
)
def test_times_are_seconds_since_1970(timestamp: object, sent_s: float) -> None:
    assert parsed("raid", {"username": "Cleo", "timestamp": timestamp}).sent_s == sent_s


# --- ids


def test_the_same_thing_told_again_has_the_same_id() -> None:
    for name, payload in (
        ("chat-message", CHAT),
        ("new-subscriber", BY_CHAT),
        ("donation", {"timestamp": NOON}),
    ):
        again = parsed(name, dict(payload), Origin.HISTORY)
        assert parsed(name, payload).id == again.id
        assert not is_nameless(again)
    [past] = recalled({"subscribers": [BY_CHAT]})
    assert past.id == parsed("new-subscriber", BY_CHAT).id


def test_a_hundred_of_one_millisecond_are_a_hundred() -> None:
    subs = [parsed("new-subscriber", BY_HOOK | {"username": f"viewer{n}"}).id for n in range(100)]
    assert len(set(subs)) == 100


def test_two_kinds_with_one_id_are_two() -> None:
    same = {"id": "7", "username": "Ann", "timestamp": NOON}
    assert len({parsed(name, same).id for name in ("raid", "new-subscriber", "new-follower", "tip")}) == 4


def test_without_id_and_time_the_next_may_be_alike() -> None:
    assert is_nameless(parsed("donation", {"username": "Ann", "amount": 5}))
    assert is_nameless(parsed("hydrate", {"id": 5, "timestamp": NOON}))
    assert not is_nameless(parsed("donation", {"username": "Ann", "amount": 5, "id": "9"}))
    assert not is_nameless(parsed("donation", {"username": "Ann", "amount": 5, "timestamp": NOON}))


@pytest.mark.parametrize("id_", [None, True, [], {}, "", "\u200b", float("nan"), 10**400])
def test_an_id_that_is_none_is_made_of_what_is_told(id_: object) -> None:
    one = parsed("raid", {"id": id_, "username": "Cleo", "timestamp": NOON})
    if id_ is not True:
        assert one.id == parsed("raid", {"username": "Cleo", "timestamp": NOON}).id


# --- history


def test_history_is_told_oldest_first() -> None:
    found = recalled(
        {
            "chatMessages": [
                CHAT | {"timestamp": 1_777_636_803},
                CHAT | {"id": "2", "timestamp": 1_777_636_801},
            ],
            "subscribers": [BY_CHAT],
            "raids": [{"id": 1, "username": "Cleo", "viewers": 3, "timestamp": 1_777_636_802}],
            "followers": [{"id": 1, "username": "Bob"}],
            "donations": [{"id": 1, "username": "Dan", "amount": 5, "timestamp": 1_777_636_804}],
        }
    )
    assert [one.kind for one in found] == [K.FOLLOW, K.SUB, K.CHAT, K.RAID, K.CHAT, K.DONATION]
    assert {one.origin for one in found} == {Origin.HISTORY}


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "x",
        5,
        {},
        {
            "chatMessages": None,
            "raids": {},
            "subscribers": 5,
            "followers": "x",
            "donations": [None, 5, [], "x"],
        },
    ],
)
def test_a_history_that_is_none_is_empty(payload: object) -> None:
    assert recalled(payload) == ()


def test_history_has_a_length() -> None:
    lines = [CHAT | {"id": str(n)} for n in range(MOST_RECALLED + 50)]
    assert [one.id for one in recalled({"chatMessages": lines})] == [
        parsed("chat-message", line).id for line in lines[50:]
    ]


def test_names_that_may_be_money() -> None:
    assert all(map(may_be_paid, ("new-subscriber", "raid", "alert", "donation", "TIP", "gift_sub", "bits")))
    assert not any(map(may_be_paid, ("chat-message", "new-follower", "recent-events", "hydrate", "")))
