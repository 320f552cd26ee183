from __future__ import annotations

import pytest
import torch

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference import device as device_module
from braintumor_desktop.inference.device import (
    ComputeDevice,
    choose_device,
    is_out_of_memory,
    probe,
)


@pytest.fixture
def gpu_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module, "_is_seen", lambda kind: kind in ("cuda", "cpu"))
    monkeypatch.setattr(device_module, "_has_bf16", lambda kind: kind == "cuda")


def test_the_cpu_always_computes() -> None:
    assert choose_device("cpu").kind == "cpu"
    assert choose_device("cpu", "fp32").name == "CPU fp32"
    assert choose_device("cpu", "bf16").name == "CPU bf16"


def test_bf16_is_taken_only_where_the_cpu_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported"):
        monkeypatch.setattr(torch.cpu, name, lambda: False)
    assert choose_device("cpu").dtype == torch.float32
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: True)
    assert choose_device("cpu").dtype == torch.bfloat16


@pytest.mark.usefixtures("gpu_is_seen")
def test_a_gpu_that_computes_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module, "probe", lambda _: None)
    chosen = choose_device()
    assert (chosen.kind, chosen.dtype, chosen.notice) == ("cuda", torch.bfloat16, None)


@pytest.mark.usefixtures("gpu_is_seen")
def test_a_gpu_that_cannot_run_gives_way_to_the_cpu_with_a_notice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reason = "no kernel image is available"
    monkeypatch.setattr(device_module, "probe", lambda d: reason if d.kind == "cuda" else None)
    chosen = choose_device()
    assert chosen.kind == "cpu"
    assert chosen.notice == f"CUDA is there but cannot run ({reason}); using the CPU."


@pytest.mark.usefixtures("gpu_is_seen")
def test_a_gpu_that_was_insisted_on_and_cannot_run_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(device_module, "probe", lambda _: "the driver is too old")
    with pytest.raises(InferenceError, match="cannot run: the driver is too old"):
        choose_device("cuda")


def test_a_device_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module, "_is_seen", lambda kind: kind == "cpu")
    with pytest.raises(InferenceError, match="no MPS device"):
        choose_device("mps")


def test_the_probe_really_asks_the_device() -> None:
    assert probe(ComputeDevice("cpu", torch.float32)) is None
    if not torch.cuda.is_available():
        assert probe(ComputeDevice("cuda", torch.float32))


def test_a_device_that_computes_wrongly_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    right = torch.nn.functional.conv2d
    calls = []

    def wrong_the_second_time(*args: torch.Tensor, **kwargs: int) -> torch.Tensor:
        calls.append(1)
        return right(*args, **kwargs) * len(calls)

    monkeypatch.setattr(torch.nn.functional, "conv2d", wrong_the_second_time)
    assert probe(ComputeDevice("cpu", torch.float32)) == "it gives wrong numbers"


@pytest.mark.parametrize("requested", ["gpu", "", "cuda:1"])
def test_an_unknown_device_is_refused_with_the_known_ones(requested: str) -> None:
    with pytest.raises(InferenceError, match="auto, cpu, cuda, mps"):
        choose_device(requested)


def test_running_out_of_memory_is_told_from_other_errors() -> None:
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory"))
    assert is_out_of_memory(RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"))
    assert is_out_of_memory(
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried ...")
    )
    assert not is_out_of_memory(RuntimeError("shapes do not match"))
