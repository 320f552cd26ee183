"""Names of the pictures that ``--overlay`` writes; no patient's name ever stands in one."""

from __future__ import annotations

from braintumor_desktop.imaging.study import Series, SliceHeader


class PictureNames:
    """Hands out one name a slice, never one twice."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[int, int] = {}

    def name(self, header: SliceHeader, series: Series, number: int) -> str:
        """The file name of a slice's picture.

        Parameters
        ----------
        header
            A picture of a PNG, JPEG or TIFF keeps the name that its user gave the file.  Names of
            DICOM files may hold a patient's, so their pictures are counted instead.
        series, number
            The slice's series, and its place in the run, counted from 0.
        """
        self._counts[number] = index = self._counts.get(number, 0) + 1
        if header.file_format == "DICOM":
            shown = number + 1 if series.number is None else series.number
            stem = f"series-{shown:03d}-slice-{index:04d}"
        else:
            stem = header.path.stem + (f"-frame-{header.frame + 1}" if header.frame else "")
        return self._free(stem)

    def _free(self, stem: str) -> str:
        candidate, repeat = f"{stem}.png", 1
        while candidate.lower() in self._taken:  # some file systems do not tell case apart
            repeat += 1
            candidate = f"{stem}-{repeat}.png"
        self._taken.add(candidate.lower())
        return candidate
