"""What is said of one frame: in its functional groups (PS3.3 C.7.6.16) or in the data set."""

from __future__ import annotations

from pydicom.dataset import Dataset

from braintumor_desktop.imaging.readers.dicom_dataset import integer, items


def frame_count(dataset: Dataset) -> int:
    """Number of frames; 1 where it is not said or not a positive number."""
    return max(integer(dataset, "NumberOfFrames") or 1, 1)


class FrameGroups:
    """Finds the data set that holds an attribute of one frame.

    Parameters
    ----------
    dataset
        The whole file's.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._shared = items(dataset, "SharedFunctionalGroupsSequence")
        self._per_frame = items(dataset, "PerFrameFunctionalGroupsSequence")

    @property
    def present(self) -> bool:
        """Whether the file is an enhanced one, with functional groups."""
        return bool(self._shared or self._per_frame)

    def macro(self, sequence: str, frame: int) -> Dataset:
        """The item of a functional group macro for a frame.

        The frame's own, else the shared one, else the data set itself, where classic images carry
        the same attributes.
        """
        own = self._per_frame[frame : frame + 1]
        for groups in (*own, *self._shared[:1]):
            if found := items(groups, sequence):
                return found[0]
        return self.dataset
