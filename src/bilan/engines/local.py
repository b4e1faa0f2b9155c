"""Extraction on this machine: in this process, or in several."""

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import NamedTuple

from bilan.engines.base import Extract, LoadExtract
from bilan.errors import BilanError, GazetteerError, ModelError
from bilan.model.extraction import Extraction
from bilan.model.report import Failure, Report

AHEAD = 4  # reports handed out a worker before the first result is taken: keeps workers busy, and memory small
START = "spawn"  # a forked copy of a process with threads (a parser's) may hang
SETUP = (ModelError, GazetteerError)  # what is missing for one report is missing for all: the run stops

_LOG = logging.getLogger(__name__)


class LocalEngine:
    """Runs extraction on this machine; see `Engine`.

    Args:
        load: Loads the tools and returns the function that reads one report. With several processes it must be
            importable by name.
        jobs: How many processes; 1 = in this one.
        start: How processes are started (a name of Python's `multiprocessing`).
    """

    def __init__(self, load: LoadExtract, *, jobs: int = 1, start: str = START) -> None:
        if jobs < 1:
            raise ValueError(f"{jobs} processes: 1 at least")
        self._load = load
        self._jobs = jobs
        self._start = start
        self._extract: Extract | None = None
        self._pool: ProcessPoolExecutor | None = None

    def run(self, reports: Iterable[Report]) -> Iterator[Extraction | Failure]:
        """Read reports; results in order, a failure naming each that could not be read."""
        return self._run_here(reports) if self._jobs == 1 else self._run_in_processes(reports)

    def close(self) -> None:
        """Stop the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _run_here(self, reports: Iterable[Report]) -> Iterator[Extraction | Failure]:
        for report in reports:
            if self._extract is None:
                self._extract = self._load()
            try:
                yield self._extract(report)
            except SETUP:
                raise
            except Exception as error:  # noqa: BLE001 - one report's fault is named and stops no other
                yield _failure(report, error)

    def _run_in_processes(self, reports: Iterable[Report]) -> Iterator[Extraction | Failure]:
        waiting: deque[_Task] = deque()
        for report in reports:
            waiting.append(_Task(report, self._submit(report)))
            if len(waiting) >= self._jobs * AHEAD:
                yield self._take(waiting.popleft())
        while waiting:
            yield self._take(waiting.popleft())

    def _submit(self, report: Report) -> "Future[Extraction]":
        if self._pool is None:
            self._pool = self._new_pool(self._jobs)
        try:
            return self._pool.submit(_extract_here, report)
        except BrokenProcessPool:  # a worker died since: what was under way is read again one by one, this is new
            self._pool = self._new_pool(self._jobs)
            return self._pool.submit(_extract_here, report)

    def _take(self, task: "_Task") -> Extraction | Failure:
        try:
            return task.future.result()
        except BrokenProcessPool:
            return self._read_alone(task.report)
        except ToolsError as error:
            raise error.cause from error
        except SETUP:
            raise
        except Exception as error:  # noqa: BLE001 - same as in _run_here
            return _failure(task.report, error)

    def _read_alone(self, report: Report) -> Extraction | Failure:
        """Read a report in a process of its own: of those under way when a worker died, only one killed it."""
        with self._new_pool(1) as pool:
            try:
                return pool.submit(_extract_here, report).result()
            except BrokenProcessPool:
                return Failure(
                    report.id,
                    "the process that read it died (out of memory, or a crash in a library)",
                    "read it by itself, with fewer --jobs, or cut it into parts",
                )
            except ToolsError as error:
                raise error.cause from error
            except SETUP:
                raise
            except Exception as error:  # noqa: BLE001 - same as in _run_here
                return _failure(report, error)

    def _new_pool(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context(self._start),
            initializer=_set_up_worker,
            initargs=(self._load,),
        )


class ToolsError(Exception):
    """A worker could not load its tools; `cause` is why.

    Args:
        cause: the error in the worker.
    """

    def __init__(self, cause: BaseException) -> None:
        super().__init__(cause)
        self.cause = cause


class _Task(NamedTuple):
    report: Report
    future: "Future[Extraction]"


class _Worker:
    """What a worker process holds: one of each a process, since a pool hands its tasks nothing else."""

    extract: Extract | None = None
    fault: BaseException | None = None


def _set_up_worker(load: LoadExtract) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        _Worker.extract = load()
    except Exception as error:  # noqa: BLE001 - told at the first report: raised here it would be lost
        _Worker.fault = error


def _die_with_parent() -> None:
    """Leave no process behind when the parent is killed: a pool's worker would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _extract_here(report: Report) -> Extraction:
    if _Worker.extract is None:
        raise ToolsError(_Worker.fault or RuntimeError("the worker was not set up"))
    return _Worker.extract(report)


def _failure(report: Report, error: Exception) -> Failure:
    if isinstance(error, BilanError):
        return Failure(report.id, error.message, error.remedy)
    _LOG.error("report %s", report.id, exc_info=error)
    return Failure(report.id, f"{type(error).__name__}: {error}", "a fault in Bilan: please report it with the report")
