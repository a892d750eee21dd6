"""The console in a real browser, told by the real API; what it asks for is what the organ emits."""

from __future__ import annotations

import json

from models.commands import Log, Perform, Show, Silence
from models.errors import Blame
from models.events import Failed, Hushed, MicrophoneMuted, ReplyDelta, Typed
from models.mood import Mood
from models.requests import Panicked, Part, PartSwitched, TraitAsked
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, StreamKind
from tests.chromium import Browser
from tests.pages.air import JOINED, TOKEN, Air, entry, holds, on_air
from tests.pages.conftest import Opens

HOSTILE = '<img src=x onerror="window.struck = 1"><script>window.struck = 1</script>'
LINES = "[...document.querySelectorAll('.line .bubble, .line .words')].map(line => line.textContent)"
ENTRIES = """[...document.querySelectorAll('.entry')].map(entry =>
    [entry.dataset.kind, entry.dataset.fate, entry.innerText.replace(/\\s+/g, ' ').replace(/ \\d\\d:\\d\\d/, '')])"""
STATE = "document.getElementById('state').textContent"


async def test_her_line_grows_and_what_is_only_written_is_faint(opened: Opens, air: Air) -> None:
    parts = "[...document.querySelectorAll('.line.her .bubble span')].map(each => each.textContent)"
    async with opened("/chat") as tab:
        air.put(Show("typed-1", "user", "How are you?", final=True), ReplyDelta(1, "I am"))
        await holds(tab, LINES, ["How are you?", "I am"])
        air.put(ReplyDelta(1, " fine. And"), Show("reply-1", "her", "I am fine.", final=False))
        await holds(tab, parts, ["I am fine.", " And"])
        air.put(Show("reply-1", "her", "I am fine.", final=True))
        await holds(tab, parts, ["I am fine.", ""])


async def test_what_will_not_be_said_is_taken_away(opened: Opens, air: Air) -> None:
    async with opened("/chat") as tab:
        air.put(Show("reply-1", "her", "One.", final=False), ReplyDelta(1, "One. Two"), ReplyDelta(2, "Gone"))
        await holds(tab, LINES, ["One.", "Gone"])
        air.put(Silence(2), Show("heard-1", "user", "", final=True))
        await holds(tab, LINES, ["One."])


async def test_lines_with_a_key_replace_each_other(opened: Opens, air: Air) -> None:
    async with opened("/chat") as tab:
        air.put(Show("heard-1", "user", "Hel", final=False))
        await tab.until("document.querySelector('.line.user.partly')")
        air.put(Show("heard-1", "user", "Hello", final=True), Show("note", "note", "She woke up", final=True))
        await holds(tab, LINES, ["Hello", "She woke up"])
        assert (
            await tab.value("document.querySelectorAll('.line.user:not(.partly), .line.remark').length") == 2
        )


async def test_every_decision_stands_with_its_reason(opened: Opens, air: Air) -> None:
    async with opened("/chat") as tab:
        gift = entry(
            "d1", "donation", "Gecko", Fate.WAITING, "she finishes her sentence", amount=25.0, unit="dollars"
        )
        air.put(Log((gift, entry("c1", "chat", "Gus", Fate.SKIPPED, "nobody called her", text="first"))))
        await holds(
            tab,
            ENTRIES,
            [
                ["chat", "skipped", "Gus wrote first Skipped · nobody called her"],
                ["donation", "waiting", "Gecko gave 25 dollars Waiting · she finishes her sentence"],
            ],
        )
        air.put(Log((Entry(gift.happening, Fate.ANSWERED, "answered in full"),)))
        raid = Happening("r1", StreamKind.RAID, "Ann", viewers=42)
        air.put(Log((Entry(raid, Fate.ANSWERING, "it comes first", more=3),)))
        await holds(
            tab,
            ENTRIES,
            [
                ["raid", "answering", "Ann raids with 42 Answering · it comes first · and 3 more"],
                ["chat", "skipped", "Gus wrote first Skipped · nobody called her"],
                ["donation", "answered", "Gecko gave 25 dollars Answered · answered in full"],
            ],
        )
        await tab.click("#brief")
        assert (
            await tab.value("getComputedStyle(document.querySelector('[data-fate=skipped]')).display")
            == "none"
        )


async def test_a_long_show_is_kept_short(opened: Opens, air: Air) -> None:
    async with opened("/chat") as tab:
        for n in range(0, 400, 20):
            chat = [entry(f"c{k}", "chat", "Gus", Fate.SKIPPED, "chat is busy") for k in range(n, n + 20)]
            air.put(
                Log(tuple(chat)),
                *(Show(f"typed-{k}", "user", f"line {k}", final=True) for k in range(n, n + 20)),
            )
        await tab.until("document.querySelector('#lines').textContent.includes('line 399')")
        assert await tab.value("document.querySelectorAll('.entry').length") == 200
        assert await tab.value("document.querySelectorAll('.line').length") == 300
        below = "document.getElementById('scroll').scrollHeight - document.getElementById('scroll').scrollTop"
        assert await tab.value(f"{below} - document.getElementById('scroll').clientHeight") < 2


async def test_reading_back_is_not_disturbed(opened: Opens, air: Air) -> None:
    place = "document.getElementById('scroll').scrollTop"
    async with opened("/chat", 600, 500) as tab:
        air.put(*(Show(f"typed-{n}", "user", f"line {n}", final=True) for n in range(40)))
        await tab.until(f"document.querySelectorAll('.line').length === 40 && {place} > 0")
        await tab.value(f"{place} = 0")
        await tab.until("!document.getElementById('newest').hidden")
        air.put(Show("typed-99", "user", "the newest", final=True))
        await tab.until("document.querySelectorAll('.line').length === 41")
        assert await tab.value(place) == 0
        await tab.click("#newest")
        await tab.until(f"{place} > 0 && document.getElementById('newest').hidden")


async def test_what_strangers_write_is_never_markup(opened: Opens, air: Air) -> None:
    async with opened("/chat") as tab:
        happening = Happening(HOSTILE, StreamKind.CUSTOM, HOSTILE, HOSTILE, name=HOSTILE, unit=HOSTILE)
        air.put(
            Log((Entry(happening, Fate.SKIPPED, HOSTILE),)),
            Show(HOSTILE, "user", HOSTILE, final=True),
            Show("x", HOSTILE, HOSTILE, final=True),
            ReplyDelta(3, HOSTILE),
            Failed("mind", Blame.NETWORK, HOSTILE),
            Perform("speaking", HOSTILE),
        )
        await tab.until(f"{LINES}.length === 4 && document.querySelectorAll('.entry').length === 1")
        assert await tab.value(f"{LINES}.every(line => line === {json.dumps(HOSTILE)})")
        assert await tab.value("document.querySelector('.entry .words').textContent") == HOSTILE
        assert await tab.value("document.querySelectorAll('img, body script').length") == 0
        assert await tab.value("window.struck === undefined")


async def test_she_is_written_to(opened: Opens, air: Air) -> None:
    async with opened("/chat") as tab:
        await tab.until("document.activeElement.id === 'write'")
        await tab.press("Enter")
        await tab.write("Hello")
        await tab.press("Enter", shift=True)
        await tab.write("there")
        await tab.press("Enter")
        assert (await air.see(Typed)).text == "Hello\nthere"
        await tab.until("document.getElementById('write').value === ''")
        await tab.write("Again")
        await tab.click("#send")
        assert (await air.see(Typed, 2)).text == "Again"


async def test_what_could_not_be_sent_comes_back(browser: Browser) -> None:
    async with browser.tab() as tab:
        async with on_air() as air:
            await air.joins(tab, "/chat")
            await tab.until("document.activeElement.id === 'write'")
        await tab.write("Are you there?")
        await tab.press("Enter")
        await tab.until("!document.getElementById('notice').hidden")
        assert await tab.value("document.getElementById('write').value") == "Are you there?"
        assert "does not answer" in await tab.value("document.getElementById('notice').textContent")


async def test_stop_and_panic(opened: Opens, air: Air) -> None:
    pressed = "document.getElementById('panic').getAttribute('aria-pressed')"
    async with opened("/chat") as tab:
        await tab.click("#hush")
        await air.see(Hushed)
        await tab.press("Escape")
        await air.see(Hushed, 2)
        await tab.click("#panic")
        assert (await air.see(Panicked)).on
        assert await tab.value(pressed) == "false", "it says what is, not what was asked"
        air.put(Panicked(on=True))
        await holds(tab, pressed, "true")
        assert await tab.value("!document.getElementById('panicking').hidden")
        assert await tab.value("document.getElementById('panic').textContent") == "End panic"
        await tab.click("#panic")
        assert not (await air.see(Panicked, 2)).on
        air.put(Panicked(on=False))
        await holds(tab, pressed, "false")


async def test_switches_show_and_change_what_is_on(opened: Opens, air: Air) -> None:
    on = "Object.fromEntries([...document.querySelectorAll('.switch')].map(s => [s.dataset.part, s.ariaChecked]))"
    async with opened("/chat") as tab:
        usual = dict.fromkeys(("reactions", "chat", "microphone", "voice"), "true")
        await holds(tab, on, usual)
        await tab.click("[data-part=chat]")
        assert await air.see(PartSwitched) == PartSwitched(Part.CHAT, on=False)
        await holds(tab, on, usual | {"chat": "false"})
        air.put(MicrophoneMuted(muted=True), PartSwitched(Part.CHAT, on=True))
        await holds(tab, on, usual | {"microphone": "false"})
        await tab.go(f"{air.url}/chat?again")
        await holds(tab, on, usual | {"microphone": "false"})


async def test_who_she_is(opened: Opens, air: Air) -> None:
    chosen = (
        "Object.fromEntries([...document.querySelectorAll('#persona select')].map(s => [s.name, s.value]))"
    )
    async with opened("/chat") as tab:
        await holds(
            tab, chosen, {"preset": "snarky", "dynamic": "ride_or_die", "style": "", "energy": "normal"}
        )
        chooses = "(each => { each.value = 'chill'; each.dispatchEvent(new Event('change')); })"
        await tab.value(f"{chooses}(document.querySelector('[name=preset]'))")
        asked = await air.see(TraitAsked)
        assert (asked.field, asked.value) == ("preset", "chill")


async def test_mood_and_what_she_is_doing(opened: Opens, air: Air) -> None:
    meters = "[...document.querySelectorAll('[role=meter]')].map(meter => +meter.ariaValueNow)"
    async with opened("/chat") as tab:
        await holds(tab, meters, [62, 75, 48])
        await holds(tab, "[...document.querySelectorAll('#parts li')].map(p => p.textContent)",
                     ["Mind: on", "Voice: on", "Stream: off", "OBS: off"])  # fmt: skip
        air.status = air.status.__class__(0.0, "Vesper Astra", Mood(10.0, 20.0, 30.0), "sad")
        await holds(tab, meters, [10, 20, 30])
        for phase, words in (
            ("thinking", "Thinking…"),
            ("speaking", "Speaking"),
            ("listening", "Hearing you…"),
        ):
            air.put(Perform(phase, "excited"))
            await holds(tab, STATE, words)
        await holds(tab, "document.getElementById('face').dataset.face", "excited")


async def test_the_token_is_asked_for_and_kept_out_of_the_address(browser: Browser, air: Air) -> None:
    async with browser.tab(800, 600) as tab:
        await tab.go(f"{air.url}/chat")
        await tab.until(
            "document.querySelector('dialog[open]') && document.activeElement.id === 'door-token'"
        )
        assert "vesper token" in await tab.value("document.querySelector('dialog').textContent")
        await tab.press("Escape")
        await tab.write("not the token")
        await tab.press("Enter")
        await tab.until("document.getElementById('door-why').className === 'bad'")
        await tab.value("document.getElementById('door-token').select()")
        await tab.write(TOKEN)
        await tab.press("Enter")
        await tab.until(f"{JOINED} && !document.querySelector('dialog[open]')")
        await air.joins(tab, "/chat?later")
        assert await tab.value("location.href") == f"{air.url}/chat?later"
        await tab.call("Page.reload")
        await tab.until(f"performance.getEntriesByType('navigation')[0].type === 'reload' && {JOINED}")
        assert tab.problems == []


async def test_it_says_when_she_is_gone_and_comes_back(browser: Browser) -> None:
    async with browser.tab() as tab:
        async with on_air() as air:
            await air.joins(tab, "/chat")
            air.put(Show("typed-1", "user", "before", final=True))
            await holds(tab, LINES, ["before"])
        await tab.until(f"{STATE}.includes('does not answer')")
        async with on_air(air.port) as air:
            await tab.until(JOINED)
            air.put(Show("typed-2", "user", "after", final=True))
            await holds(tab, LINES, ["before", "after"])
