"""Which device answers: CUDA, else MPS, else the CPU, each asked by a small forward pass first.

A GPU can be seen and still not run: too old for this build of torch, its driver missing, its memory
full.  So a device counts only when it has computed something and the numbers are right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch.nn import functional as F  # noqa: N812  torch's own custom

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.choices import check_device

_TITLES = {"cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_PROBE_TOLERANCE = 0.05  # bf16 keeps 8 bits; a device that computes wrongly is off by far more


@dataclass(frozen=True)
class ComputeDevice:
    """A device that has been seen to compute.

    Attributes
    ----------
    kind
        ``"cpu"``, ``"cuda"`` or ``"mps"``.
    dtype
        ``torch.bfloat16`` where the hardware has it, else ``torch.float32``.
    notice
        What the user should know about the choice, or ``None``.
    """

    kind: str
    dtype: torch.dtype
    notice: str | None = None

    @property
    def torch_device(self) -> torch.device:
        return torch.device(self.kind)

    @property
    def name(self) -> str:
        """In words: ``"CPU bf16"``, ``"NVIDIA H200 bf16"``."""
        title = torch.cuda.get_device_name() if self.kind == "cuda" else _TITLES[self.kind]
        return f"{title} {'bf16' if self.dtype == torch.bfloat16 else 'fp32'}"


def choose_device(requested: str = "auto", precision: str = "auto") -> ComputeDevice:
    """Choose the device to compute on.

    Parameters
    ----------
    requested
        ``"auto"``, ``"cpu"``, ``"cuda"`` or ``"mps"``.
    precision
        ``"auto"`` takes bf16 where the hardware has it; ``"fp32"`` and ``"bf16"`` insist.

    Raises
    ------
    InferenceError
        If the name is unknown, or the device that was asked for is not there or does not compute.
    """
    check_device(requested, precision)
    if requested != "auto":
        return _insist(requested, precision)
    notices = []
    for kind in ("cuda", "mps"):
        if _is_seen(kind):
            device = ComputeDevice(kind, _dtype(kind, precision))
            reason = probe(device)
            if reason is None:
                return device
            notices.append(f"{_TITLES[kind]} is there but cannot run ({reason}); using the CPU.")
    return replace(_insist("cpu", precision), notice=" ".join(notices) or None)


def probe(device: ComputeDevice) -> str | None:
    """Run a small forward pass; return why the device cannot be used, or ``None`` if it can."""
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(1, 8, 16, 16, generator=generator)
    weight = torch.randn(8, 8, 3, 3, generator=generator) / 9
    expected = F.conv2d(x, weight, padding=1).relu().mean((2, 3))
    try:
        with torch.inference_mode():
            place, dtype = device.torch_device, device.dtype
            x = x.to(place, dtype, memory_format=torch.channels_last)
            answer = F.conv2d(x, weight.to(place, dtype), padding=1).relu().float()
            answer = answer.mean((2, 3)).cpu()
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        return _first_sentence(error)
    if not torch.allclose(answer, expected, atol=_PROBE_TOLERANCE):
        return "it gives wrong numbers"
    return None


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether torch ran out of memory; CUDA has its own class, MPS and the CPU only words."""
    if isinstance(error, torch.OutOfMemoryError):
        return True
    words = str(error).lower()
    return "out of memory" in words or "can't allocate memory" in words


def _insist(kind: str, precision: str) -> ComputeDevice:
    """The device that was asked for, or the reason why not."""
    if not _is_seen(kind):
        raise InferenceError(
            f"This computer has no {_TITLES[kind]} device that this build of torch can use.",
            remedy="Choose another device: auto or cpu always works.",
        )
    device = ComputeDevice(kind, _dtype(kind, precision))
    if (reason := probe(device)) is not None:
        raise InferenceError(
            f"{_TITLES[kind]} is there but cannot run: {reason}.",
            remedy="Choose another device.",
        )
    return device


def _is_seen(kind: str) -> bool:
    if kind == "cuda":
        return torch.cuda.is_available()
    if kind == "mps":
        return torch.backends.mps.is_available()
    return True


def _dtype(kind: str, precision: str) -> torch.dtype:
    if precision != "auto":
        return torch.bfloat16 if precision == "bf16" else torch.float32
    return torch.bfloat16 if _has_bf16(kind) else torch.float32


def _has_bf16(kind: str) -> bool:
    """Whether the hardware itself computes in bf16; emulation is slower than fp32."""
    if kind == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    if kind == "cpu":
        return _cpu_has_bf16()
    return False


def _cpu_has_bf16() -> bool:
    """Whether the CPU has AVX512_BF16 or AMX; on others torch only emulates bf16."""
    checks = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")  # absent on some builds
    return any(getattr(torch.cpu, name, lambda: False)() for name in checks)


def _first_sentence(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return text[0].rstrip(".") if text else type(error).__name__
