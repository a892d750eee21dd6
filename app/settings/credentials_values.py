"""What the credentials page draws, as frozen values. No secret is ever among them."""

from __future__ import annotations

from dataclasses import dataclass

from app.credentials.store import Place, Ring


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret there can be: what it is called, and where it is. `variable` is the one of the environment for it."""

    name: str
    engine: str
    title: str
    note: str = ""
    place: Place = Place.NOWHERE
    variable: str = ""


@dataclass(frozen=True, slots=True)
class CredentialsState:
    """How secrets are kept.

    `ring` is None until the keyring has answered or was given up; `busy` while something is being looked up or stored.
    `in_file`: those the keyring does not take are kept in `file`. `problem` is what went wrong, in words.
    """

    ring: Ring | None = None
    credentials: tuple[Credential, ...] = ()
    in_file: bool = False
    file: str = ""
    busy: bool = False
    problem: str = ""

    @property
    def movable(self) -> int:
        """How many secrets the keyring could take now."""
        if self.ring is not Ring.WORKS:
            return 0
        return sum(entry.place in {Place.SESSION, Place.FILE} for entry in self.credentials)
