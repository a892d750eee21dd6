from __future__ import annotations

from app.avatar.lips import Lips
from models.sound import Playhead
from models.visemes import MouthTrack, Viseme, VisemeSpan, mouth_at

AA = MouthTrack(1.0, (VisemeSpan(Viseme.AA, 0.0, 1.0),))
OO = MouthTrack(1.0, (VisemeSpan(Viseme.O, 0.0, 1.0),))


class Sound:
    def __init__(self) -> None:
        self.head = Playhead()
        self.lips = Lips(lambda: self.head)


def test_the_mouth_runs_on_with_the_clock() -> None:
    sound = Sound()
    sound.lips.set_track(1, 0, AA, 9.0)
    sound.head = Playhead(turn=1, n=0, position_s=0.2, at_s=10.0)
    assert sound.lips.mouth(10.0) == mouth_at(AA, 0.2)
    assert sound.lips.mouth(10.3) == mouth_at(AA, 0.5)
    assert sound.lips.mouth(9.0) == mouth_at(AA, 0.2)


def test_the_mouth_of_the_clause_that_plays() -> None:
    sound = Sound()
    sound.lips.set_track(1, 0, AA, 0.0)
    sound.lips.set_track(1, 1, OO, 0.0)
    sound.head = Playhead(turn=1, n=1, position_s=0.5, at_s=0.0)
    assert sound.lips.mouth(0.0) == mouth_at(OO, 0.5)


def test_a_sound_that_has_stopped_telling_closes_the_mouth_with_its_clip() -> None:
    sound = Sound()
    sound.lips.set_track(1, 0, AA, 0.0)
    sound.head = Playhead(turn=1, n=0, position_s=0.5, at_s=0.0)
    mouth = sound.lips.mouth(60.0)
    assert mouth is None or mouth.open < 0.05


def test_silence_and_unknown_clauses_have_no_mouth() -> None:
    sound = Sound()
    assert sound.lips.mouth(0.0) is None
    sound.head = Playhead(turn=4, n=2, position_s=0.1, at_s=0.0)
    assert sound.lips.mouth(0.0) is None


def test_a_cut_turn_is_silent_even_if_its_sound_is_still_reported() -> None:
    sound = Sound()
    sound.lips.set_track(1, 0, AA, 0.0)
    sound.head = Playhead(turn=1, n=0, position_s=0.5, at_s=0.0)
    sound.lips.cut(1)
    assert sound.lips.mouth(0.1) is None
    sound.lips.set_track(1, 1, AA, 0.0)
    sound.head = Playhead(turn=1, n=1, position_s=0.5, at_s=0.0)
    assert sound.lips.mouth(0.1) is None
    sound.lips.cut(0)
    sound.lips.set_track(2, 0, OO, 0.0)
    sound.head = Playhead(turn=2, n=0, position_s=0.5, at_s=0.0)
    assert sound.lips.mouth(0.0) == mouth_at(OO, 0.5)


def test_a_queued_clause_is_expected_until_it_has_been_heard() -> None:
    sound = Sound()
    assert not sound.lips.expecting(0.0)
    sound.lips.set_track(1, 0, AA, 1.0)
    assert sound.lips.expecting(1.5)
    assert not sound.lips.expecting(30.0)
    sound.head = Playhead(turn=1, n=0, position_s=0.5, at_s=1.5)
    sound.lips.mouth(1.5)
    sound.head = Playhead()
    sound.lips.mouth(2.5)
    assert not sound.lips.expecting(2.5)


def test_played_tracks_are_forgotten() -> None:
    sound = Sound()
    for n in range(200):
        sound.lips.set_track(1, n, AA, 0.0)
        sound.head = Playhead(turn=1, n=n, position_s=0.5, at_s=0.0)
        sound.lips.mouth(0.0)
    assert len(sound.lips._tracks) == 1
