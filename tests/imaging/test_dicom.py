"""What is read from DICOM headers, and what is survived in them."""

from __future__ import annotations

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import JPEG2000, EnhancedMRImageStorage, ImplicitVRLittleEndian

from braintumor_desktop.imaging import open_paths, read_slice
from braintumor_desktop.imaging.readers import read_headers
from braintumor_desktop.imaging.readers.dicom_codecs import codec_package, is_lossy


def header_of(path):
    (image,) = read_headers(path).images
    return image.header


def test_geometry_and_identity_are_taken_from_the_header(write_dicom):
    header = header_of(
        write_dicom(ImagePositionPatient=[-10, 20.5, 3], SliceThickness=4, EchoTime=12.5)
    )
    assert (header.rows, header.columns) == (6, 8)
    assert header.spacing == (0.5, 0.75)
    assert header.orientation == (1, 0, 0, 0, 1, 0)
    assert header.position == (-10, 20.5, 3)
    assert header.slice_thickness == 4
    assert header.echo_time == 12.5
    assert header.modality == "MR"
    assert header.file_format == "DICOM"
    assert header.series_instance_uid == "1.2.3.4"


def test_missing_headers_are_survived(write_dicom):
    gone = [
        "ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "InstanceNumber",
        "Modality", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID",
    ]  # fmt: skip
    header = header_of(write_dicom(**dict.fromkeys(gone)))
    assert header.position is None
    assert header.orientation is None
    assert header.spacing is None
    assert header.instance_number is None
    assert header.modality is None


@pytest.mark.parametrize(
    ("keyword", "raw", "attribute"),
    [
        (b"\x28\x00\x30\x00DS", b"abc\\0.75", "spacing"),
        (b"\x20\x00\x32\x00DS", b"0\\0\\inf ", "position"),
        (b"\x20\x00\x37\x00DS", b"1\\0\\0\\1\\0\\0 ", "orientation"),
        (b"\x20\x00\x13\x00IS", b"one ", "instance_number"),
    ],
)
def test_a_value_that_makes_no_sense_counts_as_missing(write_dicom, keyword, raw, attribute):
    path = write_dicom()
    data = path.read_bytes()
    start = data.index(keyword)
    length = int.from_bytes(data[start + 6 : start + 8], "little")
    value = len(raw).to_bytes(2, "little") + raw
    path.write_bytes(data[: start + 6] + value + data[start + 8 + length :])
    header = header_of(path)
    assert getattr(header, attribute) is None
    assert read_slice(header).pixels[5, 7] == 47


@pytest.mark.parametrize("spacing", [[0, 1], [-1, 1]])
def test_an_impossible_spacing_counts_as_unknown(write_dicom, spacing):
    assert header_of(write_dicom(PixelSpacing=spacing)).spacing is None


def test_a_file_without_preamble_opens(write_dicom):
    path = write_dicom(TransferSyntaxUID=ImplicitVRLittleEndian)
    path.write_bytes(path.read_bytes()[132:])
    assert read_slice(header_of(path)).pixels[0, 1] == 1


def test_a_file_of_bare_elements_without_meta_opens(write_dicom):
    path = write_dicom(TransferSyntaxUID=ImplicitVRLittleEndian)
    data = path.read_bytes()
    start = data.index(b"\x08\x00\x16\x00", 200)  # SOPClassUID, the first element after the meta
    path.write_bytes(data[start:])
    header = header_of(path)
    assert header.transfer_syntax == ImplicitVRLittleEndian
    assert read_slice(header).pixels[0, 1] == 1


def test_a_synthetic_image_is_known_by_synthetic_data(write_dicom):
    assert header_of(write_dicom(SyntheticData="YES")).synthetic
    assert not header_of(write_dicom(SyntheticData="NO")).synthetic
    assert not header_of(write_dicom(PatientName="SYNTHETIC^Head")).synthetic


@pytest.mark.parametrize(
    ("syntax", "stated", "lossy"),
    [
        ("1.2.840.10008.1.2.1", "", False),
        ("1.2.840.10008.1.2.1", "01", True),
        ("1.2.840.10008.1.2.4.50", "", True),
        ("1.2.840.10008.1.2.4.70", "", False),
        ("1.2.840.10008.1.2.4.81", "00", True),
        (str(JPEG2000), "", True),
        (str(JPEG2000), "00", False),
    ],
)
def test_loss_is_known_from_the_syntax_and_from_what_the_file_says(syntax, stated, lossy):
    assert is_lossy(syntax, stated) is lossy


def test_names_of_people_are_made_readable(write_dicom):
    opened = open_paths([write_dicom(PatientName="Doe^Jane^Q=x=y", StudyDate="20240131")])
    assert opened.studies[0].patient_name == "Doe, Jane Q"
    assert opened.studies[0].study_date == "2024-01-31"


def test_text_of_a_file_cannot_command_a_terminal(write_dicom):
    opened = open_paths([write_dicom(PatientName="Doe\x1b[2J^Jane\x07")])
    assert opened.studies[0].patient_name == "Doe[2J, Jane"


def test_each_frame_of_a_multi_frame_image_is_a_slice(write_dicom):
    pixels = np.arange(3 * 48, dtype=np.uint16).reshape(3, 6, 8)
    path = write_dicom(pixels=pixels, NumberOfFrames=3)
    headers = [image.header for image in read_headers(path).images]
    assert [header.frame for header in headers] == [0, 1, 2]
    assert [header.position for header in headers] == [None] * 3
    for header in headers:
        np.testing.assert_array_equal(read_slice(header).pixels, pixels[header.frame])


def functional_group(sequence: str, **attributes) -> Dataset:
    inner, group = Dataset(), Dataset()
    for keyword, value in attributes.items():
        setattr(inner, keyword, value)
    setattr(group, sequence, Sequence([inner]))
    return group


def test_an_enhanced_image_gives_every_frame_its_own_geometry_units_and_window(write_dicom):
    pixels = np.stack([np.full((6, 8), v, dtype=np.uint16) for v in (1, 2)])
    shared = functional_group("PixelMeasuresSequence", PixelSpacing=[2, 3], SliceThickness=4)
    shared.update(
        functional_group("PlaneOrientationSequence", ImageOrientationPatient=[1, 0, 0, 0, 0, -1])
    )
    frames = []
    for index in (0, 1):
        frame = functional_group("PlanePositionSequence", ImagePositionPatient=[0, -4 * index, 0])
        frame.update(
            functional_group(
                "PixelValueTransformationSequence", RescaleSlope=index + 1, RescaleIntercept=10
            )
        )
        frame.update(functional_group("FrameVOILUTSequence", WindowCenter=index, WindowWidth=9))
        frames.append(frame)
    path = write_dicom(
        pixels=pixels,
        NumberOfFrames=2,
        SOPClassUID=EnhancedMRImageStorage,
        SharedFunctionalGroupsSequence=Sequence([shared]),
        PerFrameFunctionalGroupsSequence=Sequence(frames),
    )
    (series,) = open_paths([path]).studies[0].series
    assert series.plane == "coronal"
    assert [header.frame for header in series.slices] == [1, 0]  # coronal: the normal points back
    assert [header.spacing for header in series.slices] == [(2, 3), (2, 3)]
    slices = {header.frame: read_slice(header) for header in series.slices}
    assert slices[0].pixels.max() == 11
    assert slices[1].pixels.max() == 14
    assert [slices[i].windows[0].center for i in (0, 1)] == [0, 1]


def enhanced_headers(write_dicom, per_frame, **attributes):
    path = write_dicom(
        pixels=np.zeros((len(per_frame), 6, 8), dtype=np.uint16),
        NumberOfFrames=len(per_frame),
        SOPClassUID=EnhancedMRImageStorage,
        PerFrameFunctionalGroupsSequence=Sequence(per_frame),
        **attributes,
    )
    return [image.header for image in read_headers(path).images]


def test_the_frames_of_an_enhanced_image_say_each_what_they_are(write_dicom):
    kinds = [("M", "MAGNITUDE"), ("FIELD_MAP", "REAL")]
    frames = [
        functional_group(
            "MRImageFrameTypeSequence", FrameType=["ORIGINAL", "PRIMARY", "T1", kind],
            ComplexImageComponent=component, AcquisitionContrast="T1",
        )
        for kind, component in kinds
    ]  # fmt: skip
    magnitude, field = enhanced_headers(
        write_dicom, frames, ImageType=["ORIGINAL", "PRIMARY", "T1", "MIXED"],
        ComplexImageComponent="MIXED",
    )  # fmt: skip
    assert magnitude.image_type == ("ORIGINAL", "PRIMARY", "T1", "M")
    assert magnitude.complex_component == "MAGNITUDE"
    assert field.image_type == ("ORIGINAL", "PRIMARY", "T1", "FIELD_MAP")
    assert (field.complex_component, field.acquisition_contrast) == ("REAL", "T1")


def test_the_sequence_of_an_enhanced_image_is_said_in_the_words_of_a_classic_one(write_dicom):
    frames = [functional_group("MRModifierSequence", InversionRecovery="YES"), Dataset()]
    inverted, plain = enhanced_headers(
        write_dicom, frames, EchoPulseSequence="GRADIENT", EchoPlanarPulseSequence="YES"
    )
    assert inverted.scanning_sequence == ("GR", "EP", "IR")
    assert plain.scanning_sequence == ("GR", "EP")


def test_b_values_are_read_from_classic_and_enhanced_images(write_dicom):
    assert header_of(write_dicom(DiffusionBValue=800.0)).diffusion_b_value == 800
    assert header_of(write_dicom("plain.dcm")).diffusion_b_value is None
    (frame,) = enhanced_headers(
        write_dicom, [functional_group("MRDiffusionSequence", DiffusionBValue=1000.0)]
    )
    assert frame.diffusion_b_value == 1000


@pytest.mark.parametrize(
    "said", [{"AngioFlag": "Y"}, {"TimeOfFlightContrast": "YES"}, {"PhaseContrast": "YES"}]
)
def test_angiography_is_known_by_the_header(write_dicom, said):
    assert header_of(write_dicom(**said)).angiographic
    assert not header_of(write_dicom("plain.dcm", **dict.fromkeys(said, "N"))).angiographic


def test_frames_can_be_read_on_several_threads(write_dicom):
    from concurrent.futures import ThreadPoolExecutor

    pixels = np.arange(40 * 48, dtype=np.uint16).reshape(40, 6, 8)
    headers = [
        image.header for image in read_headers(write_dicom(pixels=pixels, NumberOfFrames=40)).images
    ]
    with ThreadPoolExecutor(8) as pool:
        for header, slice_ in zip(headers, pool.map(read_slice, headers), strict=True):
            np.testing.assert_array_equal(slice_.pixels, pixels[header.frame])


def test_a_multi_frame_file_is_taken_apart_once_for_all_its_frames(write_dicom, monkeypatch):
    from braintumor_desktop.imaging.readers import dicom_pixels

    path = write_dicom(pixels=np.zeros((9, 6, 8), dtype=np.uint16), NumberOfFrames=9)
    headers = [image.header for image in read_headers(path).images]
    calls = []
    reader = dicom_pixels.read_dataset
    monkeypatch.setattr(
        dicom_pixels, "read_dataset", lambda *given: calls.append(1) or reader(*given)
    )
    for header in headers:
        read_slice(header)
    assert len(calls) == 1


def test_a_refusal_names_the_codec_package_of_pip():
    assert codec_package("1.2.840.10008.1.2.4.70") == "pylibjpeg-libjpeg"
    assert codec_package("1.2.840.10008.1.2.4.80") == "pyjpegls"
    assert codec_package("1.2.840.10008.1.2.4.90") == "pylibjpeg-openjpeg"
    assert codec_package("1.2.840.10008.1.2.4.201") == "pylibjpeg-openjpeg"
