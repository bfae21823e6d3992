"""Reads many files on the machines of a Dask cluster; what it cannot read there is read here.

A node reads as this machine does: each file in a bounded process of its own. Only small results
travel. Whoever names a cluster trusts it: what its machines answer is unpickled.
"""

from __future__ import annotations

import pickle
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qms_xlsx.intake.reader import Reader
from qms_xlsx.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from qms_xlsx.intake.book import Book, Refused

T = TypeVar("T")
Other = TypeVar("Other")
_BATCH = 32
"""Files of a task: enough that handing it out costs little, few enough that a lost one does too."""
_PATIENCE = "10s"
_OF_THREAD = threading.local()


class NoClusterError(Exception):
    """A cluster that cannot be used: nobody answers, or its machines are not set up as this one."""


class ClusterReader(Reader[T]):
    """A reader whose `read_as` hands batches of files to a cluster, its results the same."""

    def __init__(
        self, address: str, extract: Callable[[Book], T] | None = None, mark: str = ""
    ) -> None:
        """Join the cluster at an address such as tcp://10.0.0.5:8786; NoClusterError if not."""
        self._client = _joined(address)
        super().__init__(extract, mark=mark)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._client.close()
        super().__exit__(kind, error, tb)

    def read_as(
        self, extract: Callable[[Book], Other], paths: Iterable[Path | str]
    ) -> Iterator[Other | Refused]:
        """Yield what a function makes of each file; a batch that the cluster lost is read here."""
        ordered = [Path(path).absolute() for path in paths]
        batches = [ordered[at : at + _BATCH] for at in range(0, len(ordered), _BATCH)]
        task = partial(_read_batch, __version__, self._mark.decode(), pickle.dumps(extract))
        futures = [self._client.submit(task, batch, pure=False) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            answers = _result(future)
            yield from super().read_as(extract, batch) if answers is None else answers
            future.release()


def _joined(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 (an extra)
    except ImportError:
        raise NoClusterError("distributed") from None
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoClusterError(address) from error


def _result(future: Any) -> list[Any] | None:
    """Return a batch's answers; None when those who read it, or the whole cluster, were lost."""
    try:
        return future.result()  # type: ignore[no-any-return]
    except NoClusterError:
        raise
    except Exception:
        return None


def _read_batch(version: str, mark: str, extract: bytes, paths: Sequence[Path]) -> list[Any]:
    """Read files on a node; NoClusterError when it is not set up as who asks."""
    if version != __version__:
        raise NoClusterError(f"qms-xlsx {__version__} ≠ {version}")
    if paths and not paths[0].parent.is_dir():
        raise NoClusterError(str(paths[0].parent))
    if not hasattr(_OF_THREAD, "reader"):
        _OF_THREAD.reader = Reader[Any](workers=1, mark=mark)
    return list(_OF_THREAD.reader.read_as(pickle.loads(extract), paths))  # noqa: S301 (see above)
