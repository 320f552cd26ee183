"""The rules propose the series that the model was trained for, and say why."""

from __future__ import annotations

from pathlib import Path

import pytest

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import Series, SliceHeader, Study, rank_series
from braintumor_desktop.imaging.selection import plain, read_rules, standard_rules


def make(
    description: str = "", plane: str = "axial", count: int = 20, modality: str = "MR",
    localizer: bool = False, derived: bool = False, **header: object,
) -> Series:  # fmt: skip
    one = SliceHeader(Path("x"), 4, 4, "DICOM", modality=modality or None, **header)
    return Series(
        "1", (one,) * count, description, None, modality, plane, localizer=localizer,
        derived=derived,
    )  # fmt: skip


def judged(series: Series, study: str = ""):
    (choice,) = rank_series(Study("1", (series,), description=study))
    return choice


ENHANCED = [
    "AX T1 POST GD", "t1_mprage_tra_p2_iso_KM", "Ax T1 +C", "T1W_3D_TFE_GD", "sT1W_TSE+C SENSE",
    "SAG T1 FS POST", "3D BRAVO +GAD", "T1 mit KM tra", "T1 nach KM", "AXIAL T1 CON CONTRASTE",
    "T1 gado axial", "AX T1 INJ", "T1 ax mdc", "AX T1 增强", "Т1 T1 tra с контрастом", "T1CE",
    "eT1W_3D_TFE_ce SENSE", "axt1postgd", "t1_vibe_tra Dotarem", "T1 p.c. tra", "Ax 3D T1 FSPGR C+",
]  # fmt: skip
NATIVE = [
    "AX T1 PRE", "t1_tse_tra nativ", "T1 ohne KM", "T1 SIN CONTRASTE", "T1 sans inj", "AX T1 W/O",
    "T1 without contrast", "NON CONTRAST T1", "AX T1 PRE GD", "t1 平扫",
]  # fmt: skip
OTHERS = [
    "AX T2 FLAIR POST", "ep2d_diff_tra ADC", "DWI b1000", "t2_tse_tra_448", "PERFUSION DSC GD",
    "3D TOF MRA", "SWI_Images", "AX GRE T2*", "PD FS", "ASL", "STIR COR", "rs-fMRI", "T1 map MOLLI",
    "REST1 w SMS",    "t2_space_dark-fluid_sag", "C-SPINE T1 POST", "T1 LUMBAR +C",
]  # fmt: skip


@pytest.mark.parametrize("name", ENHANCED)
def test_enhanced_t1_is_known_by_its_name_in_many_tongues(name):
    choice = judged(make(name))
    assert choice.chosen
    assert {"T1 in the name", "contrast in the name"} <= set(choice.rules)
    assert choice.reason.startswith("Chosen because it is T1-weighted (its name says '")


@pytest.mark.parametrize("name", NATIVE)
def test_t1_before_contrast_is_not_taken_for_enhanced(name):
    choice = judged(make(name, contrast_agent="Gadovist"))
    assert "before contrast in the name" in choice.rules
    assert "contrast agent in the header" not in choice.rules
    assert "it was made before contrast" in choice.reason


@pytest.mark.parametrize("name", ["PART1", "start1 tra", "T10 tra", "TEST1"])
def test_letters_that_happen_to_end_in_t1_are_no_weighting(name):
    assert "T1 in the name" not in judged(make(name)).rules


@pytest.mark.parametrize("name", OTHERS)
def test_other_weightings_and_parts_of_the_body_are_not_proposed(name):
    choice = judged(make(name, contrast_agent="Gadovist"))
    assert not choice.worth
    assert choice.reason.startswith("Not proposed because it ")


def test_posterior_and_phase_contrast_are_no_contrast_agents():
    assert "contrast in the name" not in judged(make("T1 posterior fossa")).rules
    assert not judged(make("PHASE CONTRAST 3D")).worth


@pytest.mark.parametrize(
    ("times", "rule"),
    [
        ({"scanning_sequence": ("SE",), "repetition_time": 500.0, "echo_time": 12.0},
         "T1 spin echo by its times"),
        ({"scanning_sequence": ("GR", "IR"), "repetition_time": 2300.0, "echo_time": 2.98,
          "inversion_time": 900.0}, "T1 inversion recovery by its times"),
        ({"scanning_sequence": ("GR",), "repetition_time": 7.2, "echo_time": 3.0},
         "T1 gradient echo by its times"),
        ({"acquisition_contrast": "T1"}, "T1 in the header"),
    ],
)  # fmt: skip
def test_a_nameless_enhanced_t1_is_known_by_its_parameters(times, rule):
    choice = judged(make("Series 5", contrast_agent="DOTAREM", **times))
    assert choice.chosen
    assert {rule, "contrast agent in the header"} <= set(choice.rules)
    assert "agent: DOTAREM" in choice.reason


@pytest.mark.parametrize(
    "times",
    [
        {"scanning_sequence": ("SE",), "repetition_time": 4000.0, "echo_time": 100.0},
        {"scanning_sequence": ("EP",), "repetition_time": 500.0, "echo_time": 30.0},
    ],
)
def test_a_nameless_series_with_other_times_is_not_proposed(times):
    assert not judged(make("Series 5", contrast_agent="DOTAREM", **times)).worth


FIELD_MAPS = [
    "B0 NS", "gre_field_mapping", "FIELDMAP", "fmap AP", "WIP B0 map", "B1 Map T1", "SHIM T1 VOL",
]  # fmt: skip
VESSELS_AND_SPECTRA = [
    "SVS_SE_30", "press 144", "Pha_Images", "FILT_PHA: AX SWAN", "MIN IP SWI", "MRS T1 ref",
]  # fmt: skip


@pytest.mark.parametrize("name", FIELD_MAPS)
def test_field_maps_are_known_by_their_names(name):
    choice = judged(make(name, acquisition_contrast="T1"))
    assert choice.reason.startswith("Not proposed because it maps the magnetic field (its name")


@pytest.mark.parametrize("name", VESSELS_AND_SPECTRA)
def test_vessels_susceptibility_and_spectra_are_known_by_their_names(name):
    assert "its name says" in judged(make(name, acquisition_contrast="T1")).reason
    assert not judged(make(name, acquisition_contrast="T1")).worth


@pytest.mark.parametrize(
    ("header", "rule"),
    [
        ({"image_type": ("ORIGINAL", "PRIMARY", "T1", "FIELD_MAP")}, "field map in the header"),
        ({"complex_component": "PHASE"}, "phase image"),
        ({"image_type": ("ORIGINAL", "PRIMARY", "P", "ND")}, "phase image"),
        ({"scanning_sequence": ("GR", "EP")}, "echo planar"),
        ({"image_type": ("ORIGINAL", "PRIMARY", "FMRI", "NONE")}, "functional in the header"),
        ({"acquisition_contrast": "DIFFUSION"}, "functional by its contrast"),
        ({"diffusion_b_value": 1000.0}, "diffusion by its b-value"),
        ({"angiographic": True}, "angiography in the header"),
        ({"image_type": ("ORIGINAL", "PRIMARY", "M", "SWI")},
         "angiography or susceptibility by its kind"),
        ({"acquisition_contrast": "TOF"}, "angiography by its contrast"),
        ({"acquisition_contrast": "FLUID_ATTENUATED"}, "another weighting in the header"),
    ],
)  # fmt: skip
def test_what_is_no_t1_is_known_by_its_header_whatever_it_is_called(header, rule):
    choice = judged(make("T1 +C" if rule != "another weighting in the header" else "+C", **header))
    assert not choice.worth
    assert rule in choice.rules
    assert choice.reason.startswith("Not proposed because it ")


def test_a_b_value_of_nought_is_no_diffusion():
    assert judged(make("T1 +C", diffusion_b_value=0.0)).worth


def test_the_real_part_of_an_inversion_recovery_is_taken():
    inverted = make("T1 PSIR +C", scanning_sequence=("IR",), complex_component="REAL")
    assert judged(inverted).worth


@pytest.mark.parametrize("study", ["SHOULDER", "MR Knie links", "e+1 KNEE-RT."])
def test_another_part_of_the_body_is_known_by_what_the_study_is_called(study):
    choice = judged(make("T1 +C"), study)
    assert choice.reason.startswith("Not proposed because it shows another part of the body")


@pytest.mark.parametrize("study", ["Brain + C-Spine", "LIVERPOOL HEAD", "MR", "W/WO CONTRAST"])
def test_a_study_that_shows_the_head_or_says_nothing_is_no_other_part(study):
    assert judged(make("T1"), study).worth
    assert "contrast in the name" not in judged(make("T1"), study).rules


def test_the_folder_of_pictures_and_volumes_says_nothing_of_the_body():
    one = SliceHeader(Path("x"), 4, 4, "PNG")
    assert judged(Series("1", (one,), "PNG image"), "knee").worth


def test_localisers_derived_images_and_other_modalities_are_not_proposed():
    assert "localiser" in judged(make("T1 +C", localizer=True)).reason
    calculated = make("T1 +C", derived=True, image_type=("DERIVED", "PRIMARY", "MPR"))
    assert "calculated from others (MPR)" in judged(calculated).reason
    assert "not MR (CT)" in judged(make("T1 +C", modality="CT")).reason


def test_converted_images_are_doubted_but_proposed_where_nothing_better_is():
    original, derived = make("T1 +C"), make("T1 +C", derived=True, count=200)
    ranked = rank_series(Study("1", (derived, original)))
    assert [choice.series for choice in ranked] == [original, derived]
    assert judged(derived).chosen
    assert judged(derived).reason.endswith(
        ", although its images are marked as derived from others."
    )


def test_the_best_series_of_a_study_comes_first_and_alone_is_chosen():
    series = [
        make("localizer", localizer=True, count=3), make("t2_tse_tra"), make("t1_tse_tra"),
        make("t1_tse_sag KM", "sagittal"), make("t1_tse_tra KM"), make("t1_tse_cor KM", "coronal"),
    ]  # fmt: skip
    ranked = rank_series(Study("1", tuple(series)))
    assert [choice.series.description for choice in ranked] == [
        "t1_tse_tra KM", "t1_tse_cor KM", "t1_tse_sag KM", "t1_tse_tra", "t2_tse_tra", "localizer",
    ]  # fmt: skip
    assert [choice.chosen for choice in ranked] == [True] + [False] * 5
    assert [choice.worth for choice in ranked] == [True] * 4 + [False] * 2
    assert ranked[0].reason == (
        "Chosen because it is T1-weighted (its name says 't1'), it is contrast-enhanced "
        "(its name says 'km') and it is axial."
    )


def test_of_equal_series_the_longer_one_is_chosen():
    ranked = rank_series(Study("1", (make("T1 KM", count=10), make("T1 KM", count=150))))
    assert len(ranked[0].series) == 150


def test_pictures_without_headers_are_taken_as_they_are():
    choice = judged(make("PNG images", plane="", modality="", count=1))
    assert choice.chosen
    assert choice.reason == "Chosen because its files say nothing against it."


def test_a_study_of_which_nothing_is_worth_it_has_no_choice():
    ranked = rank_series(Study("1", (make("t2 tra"), make("unnamed"))))
    assert not any(choice.chosen for choice in ranked)
    assert all(choice.reason.startswith("Not proposed") for choice in ranked)


def test_names_are_compared_without_accents_case_and_separators():
    assert plain("Ax_T1-C+ (Crâne) 조영") == " ax t1 c+ crane 조영 "


def test_every_rule_has_a_name_of_its_own_and_a_reason():
    rules = standard_rules().rules
    assert len({rule.name for rule in rules}) == len(rules) > 15
    assert all(rule.reason for rule in rules)


@pytest.mark.parametrize(
    "text",
    [
        "worth = 1", "worth = 'x'\nrule = []", "nonsense",
        "worth = 1\n[[rule]]\nname = 'a'\nreason = 'b'\nword = ['typo']",
        "worth = 1\n[[rule]]\nname = 'a'\nreason = 'b'\nwords = ['(']",
        "worth = 1\n[[rule]]\nname = 'a'\nreason = 'b'\nte = [1]",
    ],
)  # fmt: skip
def test_a_damaged_table_is_told(tmp_path, text):
    path = tmp_path / "rules.toml"
    path.write_text(text)
    with pytest.raises(ImagingError, match="rules that choose a series cannot be read"):
        read_rules(path)


def test_another_table_may_be_given(tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text(
        "worth = 1\n[[rule]]\nname = 'a'\nreason = 'it is PD'\npoints = 2\nwords = ['pd']"
    )
    (choice,) = rank_series(Study("1", (make("PD"),)), read_rules(path))
    assert choice.reason == "Chosen because it is PD."
