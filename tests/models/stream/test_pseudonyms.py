from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.stream.pseudonyms import Pseudonyms


@pytest.fixture
def people() -> Pseudonyms:
    return Pseudonyms("salt", ("Vesper", "Vesper Vale"))


def chat(who: str, text: str) -> dict[str, object]:
    return {"id": "m1", "username": who, "message": text, "badges": {"moderator": "1", "subscriber": "12"}}


def said(people: Pseudonyms, who: str, text: str) -> str:
    hidden = people.hide("chat-message", chat(who, text))
    assert isinstance(hidden, dict)
    return str(hidden["message"])


def test_one_person_has_one_name_however_it_is_spelt(people: Pseudonyms) -> None:
    ann = people.invented("AnnK")
    assert ann.isalnum()
    assert ann != people.invented("Bob")
    assert {people.invented(name) for name in ("annk", "ANNK", " AnnK ", "AnnK")} == {ann}
    assert people.invented("@annk") == f"@{ann}"
    assert people.invented("Straße") == people.invented("STRASSE")


def test_the_names_hang_on_the_salt_alone(people: Pseudonyms) -> None:
    assert Pseudonyms("salt").invented("Ann") == people.invented("Ann")
    assert Pseudonyms("pepper").invented("Ann") != people.invented("Ann")
    assert len({people.invented(f"viewer{n}") for n in range(2000)}) >= 1998


def test_her_own_names_stay(people: Pseudonyms) -> None:
    assert people.invented("vesper") == "vesper"
    assert said(people, "Vesper", "@Vesper hi, vesper vale") == "@Vesper hi, vesper vale"


@pytest.mark.parametrize(
    "payload",
    [
        {"username": "AnnK"},
        {"user_name": "AnnK"},
        {"user": "AnnK"},
        {"user": {"name": "AnnK", "display-name": "annk"}},
        {"displayName": "AnnK"},
        {"from": "AnnK", "message": "hi"},
        {"name": "AnnK", "amount": 5},
        {"data": [{"deep": {"gifter": "AnnK"}}]},
        {"subscribers": ["AnnK", "annk"]},
        {"winner": ["AnnK"]},
    ],
)
def test_a_name_is_replaced_wherever_it_stands(people: Pseudonyms, payload: object) -> None:
    hidden = json.dumps(people.hide("anything", payload))
    assert "annk" not in hidden.casefold()
    assert people.invented("annk") in hidden


def test_history_is_hidden_too_names_and_mentions_before_they_were_introduced(people: Pseudonyms) -> None:
    history = {
        "followers": [],
        "chatMessages": [chat("Bob", "did AnnK say that?"), chat("AnnK", "bob, I did")],
        "raids": [{"username": "Zed_9", "viewers": 5}],
    }
    hidden = people.hide("recent-events", history)
    text = json.dumps(hidden).casefold()
    assert not any(name in text for name in ("annk", "bob", "zed_9"))
    assert isinstance(hidden, dict)
    assert hidden["chatMessages"][0]["message"] == f"did {people.invented('AnnK')} say that?"
    assert hidden["chatMessages"][1]["badges"] == {"moderator": "1", "subscriber": "12"}
    assert hidden["raids"][0]["viewers"] == 5


def test_mentions_are_found_as_words_and_remembered(people: Pseudonyms) -> None:
    said(people, "AnnK", "hello")
    ann = people.invented("AnnK")
    told = said(people, "Bob", "annk's cat, ANNK! (AnnK) annka xannk annk_2")
    assert told == f"{ann}'s cat, {ann}! ({ann}) annka xannk annk_2"


def test_names_of_several_words_and_of_other_scripts_are_found(people: Pseudonyms) -> None:
    people.hide("donation", {"name": "Mary Jane Poe", "amount": 5})
    people.hide("donation", {"name": "Mary", "amount": 5})
    said(people, "たぬき", "hi")
    said(people, "Zoë🦊", "hi")
    whole, mary = people.invented("Mary Jane Poe"), people.invented("Mary")
    assert said(people, "Bob", "mary jane-poe and Mary Jane") == f"{whole} and {mary} Jane"
    assert said(people, "Bob", "今日たぬきさん") == f"今日{people.invented('たぬき')}さん"
    assert said(people, "Bob", "is ZOË🦊 here") == f"is {people.invented('Zoë🦊')} here"


def test_whoever_is_addressed_is_hidden_though_never_met(people: Pseudonyms) -> None:
    assert said(people, "Bob", "@stranger and @vesper") == f"{people.invented('@stranger')} and @vesper"
    assert "ann@mail.example.com" not in said(people, "Bob", "write to ann@mail.example.com!")
    assert said(people, "Bob", "write to ann@mail.example.com!").endswith("@example.org!")


def test_short_names_do_not_eat_words(people: Pseudonyms) -> None:
    said(people, "to", "hi")
    assert said(people, "Bob", "go to @to") == f"go to {people.invented('@to')}"


def test_what_points_at_a_person_goes_and_what_does_not_stays(people: Pseudonyms) -> None:
    payload = {
        "id": "tier", "type": "tier", "username": "tier", "user_id": "1234", "from_user_id": 1234, "email": "a@b.c",
        "avatarUrl": "https://pictures.example/ann", "amount": 5.5, "tier": "1000", "method": {"plan": "Prime"},
        "timestamp": "2026-05-01T19:00:00Z", "test": True, "nothing": None,
    }  # fmt: skip
    hidden = people.hide("new-subscriber", payload)
    assert isinstance(hidden, dict)
    assert list(hidden) == list(payload)
    assert hidden.pop("username") == people.invented("tier")
    assert hidden["user_id"] == str(hidden["from_user_id"]) != "1234"
    assert hidden.pop("user_id").isdigit()
    assert isinstance(hidden.pop("from_user_id"), int)
    assert hidden.pop("email") == hidden.pop("avatarUrl") == ""
    assert hidden == {key: payload[key] for key in hidden}


@pytest.mark.parametrize(
    "event", ["endpoint-created", "scene-activated", "settings-changed", "alert-settings"]
)
def test_things_of_the_backend_keep_their_names(people: Pseudonyms, event: str) -> None:
    assert people.hide(event, {"name": "Hydrate"}) == {"name": "Hydrate"}


def test_a_name_beside_a_person_is_a_things(people: Pseudonyms) -> None:
    hidden = people.hide("boss-defeated", {"name": "Moth King", "username": "Ann"})
    assert hidden == {"name": "Moth King", "username": people.invented("Ann")}


def test_what_is_nested_too_deeply_goes(people: Pseudonyms) -> None:
    payload: object = "AnnK"
    for _ in range(5000):
        payload = {"user": [payload]}
    assert "AnnK" not in json.dumps(people.hide("odd", payload))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.just("user"), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(JSON)
def test_any_payload_keeps_its_shape(payload: object) -> None:
    def shape(value: object) -> object:
        match value:
            case dict():
                return {key: shape(part) for key, part in value.items()}
            case list():
                return [shape(part) for part in value]
        return type(value)

    assert shape(Pseudonyms("salt").hide("odd", payload)) == shape(payload)
