from __future__ import annotations

import pytest

from app import wording
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, Standing, StreamKind

K = StreamKind


@pytest.mark.parametrize(
    ("happening", "words"),
    [
        (Happening("1", K.CHAT), "wrote"),
        (Happening("1", K.CHAT, standing=Standing.MODERATOR), "(moderator) wrote"),
        (Happening("1", K.CHAT, standing=Standing.STREAMER), "(streamer) wrote"),
        (Happening("1", K.FOLLOW), "follows you now"),
        (Happening("1", K.SUB), "subscribed"),
        (Happening("1", K.SUB, tier=3, months=14), "subscribed at tier 3, month 14"),
        (Happening("1", K.SUB, gifts=1), "gave 1 sub to others"),
        (Happening("1", K.SUB, gifts=5, tier=2), "gave 5 subs to others at tier 2"),
        (Happening("1", K.RAID, viewers=40), "raided with 40 viewers"),
        (Happening("1", K.RAID, viewers=1), "raided with 1 viewer"),
        (Happening("1", K.DONATION, amount=5.0, unit="dollars"), "donated 5 dollars"),
        (Happening("1", K.DONATION, amount=1234.5, unit="euros"), "donated 1,234.50 euros"),
        (Happening("1", K.DONATION, amount=100.0, unit="bits"), "cheered 100 bits"),
        (Happening("1", K.DONATION, amount=3.0), "donated 3"),
        (Happening("1", K.ALERT, name="raid"), "sent a test alert: raid"),
        (Happening("1", K.ALERT), "sent a test alert"),
        (Happening("1", K.CUSTOM, name="hydrate"), "set off “hydrate”"),
        (Happening("1", K.CUSTOM), "set something off"),
    ],
)
def test_what_happened_is_told_in_words(happening: Happening, words: str) -> None:
    assert wording.what(happening) == words


def test_who_has_no_name_is_someone() -> None:
    assert wording.who(Happening("1", K.FOLLOW)) == "Someone"
    assert wording.who(Happening("1", K.CUSTOM)) == "An event"


def test_fields_of_own_events_are_told_but_not_all() -> None:
    fields = tuple((f"f{n}", str(n)) for n in range(9))
    told = wording.said(Happening("1", K.CUSTOM, text="hi", data=fields))
    assert told == "“hi”\nf0: 0 · f1: 1 · f2: 2 · f3: 3 · f4: 4 · f5: 5 · …"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("skipped because she was not named", "because she was not named"),
        ("spoken because a raid is always answered; 2 wait", "because a raid is always answered; 2 wait"),
        ("waits: she was named", "she was named"),
        ("answered", ""),
        ("answered, with 3 more of its kind", "with 3 more of its kind"),
        ("from before we connected", "from before we connected"),
    ],
)
def test_a_reason_does_not_say_the_tag_again(told: str, reason: str) -> None:
    assert wording.reason(Entry(Happening("1", K.CHAT), Fate.SKIPPED, told)) == reason


def test_a_line_can_be_copied_whole() -> None:
    happening = Happening("1", K.CHAT, who="Ann", text="hi all", origin=Origin.LIVE)
    entry = Entry(happening, Fate.SKIPPED, "skipped because she was not named", more=87)
    assert wording.line(entry, "12:00:01") == (
        "12:00:01 Ann wrote\n“hi all”\nSkipped, because she was not named\nand 87 more messages"
    )
