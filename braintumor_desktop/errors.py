"""The one family of errors whose message is written for the person at the screen."""

from __future__ import annotations

from os import PathLike


class BrainTumorError(Exception):
    """Base of every error that the application explains to its user.

    Parameters
    ----------
    what
        What happened, as one sentence without the file's name.
    path
        The file or folder that it happened to, when there is one.
    remedy
        What the user can do next, as one sentence.

    Notes
    -----
    ``str(error)`` joins the three: ``"<path>: <what> <remedy>"``.
    """

    def __init__(
        self,
        what: str,
        *,
        path: str | PathLike[str] | None = None,
        remedy: str = "",
    ) -> None:
        self.what = what
        self.path = None if path is None else str(path)
        self.remedy = remedy
        subject = f"{self.path}: " if self.path else ""
        super().__init__(f"{subject}{what}{' ' + remedy if remedy else ''}")


class ImagingError(BrainTumorError):
    """A file or folder that cannot be read as an MR image."""


class BundleError(BrainTumorError):
    """A model bundle that is missing, damaged or not meant for this version."""


class InferenceError(BrainTumorError):
    """A slice that the network cannot be asked about, or a device that cannot run it."""


class BlankSliceError(InferenceError):
    """A slice of one value: there is nothing to ask about."""


class SettingsError(BrainTumorError):
    """A settings file or value that cannot be used."""


class JournalError(BrainTumorError):
    """A journal of readings that cannot be opened, written or read."""


class NetworkError(BrainTumorError):
    """A peer (PACS, DICOMweb) that cannot be reached or does not answer as agreed."""


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Work that stopped because it was asked to; never shown as an error."""
