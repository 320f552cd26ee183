"""A synthetic head as contrast-enhanced T1 would show it: shapes, tissues, masses, bias and noise.

Everything is computed from formulas and seeded noise; no image of a person has gone into it.
Coordinates are those of DICOM (x to the left, y to the back, z to the head), in mm, with the origin
in the middle of the cranium.  Lengths and contrasts are those of textbooks, in round numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Field = NDArray[np.float32]

AIR, BONE, MARROW, CSF, GREY, WHITE = 0.0, 35.0, 270.0, 95.0, 265.0, 350.0
MUSCLE, FAT, SKIN, ENHANCING, DURA, OEDEMA, NECROSIS = (
    235.0,
    560.0,
    330.0,
    600.0,
    430.0,
    205.0,
    130.0,
)


@dataclass(frozen=True)
class Mass:
    """A mass to be put into the head.

    Attributes
    ----------
    kind
        ``"ring"`` (irregular enhancing rim, dark core, oedema), ``"dural"`` (even, bright, broad
        based) or ``"sellar"`` (even, bright, growing up from the sella).
    centre
        mm.
    radii
        Semi-axes in mm.
    """

    kind: str
    centre: tuple[float, float, float]
    radii: tuple[float, float, float]


class Noise:
    """Smooth random fields of unit variance, sampled anywhere in the head."""

    def __init__(self, seed: int) -> None:
        # RandomState: its stream is frozen, so that the cases can be made again bit by bit
        self._random = np.random.RandomState(seed)

    def field(self, scale: float) -> NDArray[np.float32]:
        """A field on a 2 mm grid over 256 mm, correlated over ``scale`` mm."""
        white = self._random.standard_normal((128, 128, 128)).astype(np.float32)
        smooth = ndimage.gaussian_filter(white, scale / 2, mode="wrap")
        return smooth / smooth.std()


def rician(image: Field, sigma: float, seed: int) -> Field:
    """The magnitude of a signal with complex Gaussian noise (Gudbjartsson and Patz 1995)."""
    random = np.random.RandomState(seed)
    real = image + sigma * random.standard_normal(image.shape)
    imaginary = sigma * random.standard_normal(image.shape)
    return np.hypot(real, imaginary).astype(np.float32)


def sample(field: NDArray[np.float32], x: Field, y: Field, z: Field) -> Field:
    """A field's values at points given in mm."""
    where = np.stack([(axis + 128) / 2 for axis in np.broadcast_arrays(z, y, x)])
    return ndimage.map_coordinates(field, where, order=1, mode="wrap")


def inside(depth: Field, edge: float = 1.0) -> Field:
    """0 outside, 1 inside, with a ramp of ``edge`` mm across the surface at depth 0."""
    return np.clip(depth / edge + 0.5, 0, 1)


def ellipsoid(
    x: Field, y: Field, z: Field, centre: tuple[float, float, float], radii: tuple[float, ...]
) -> Field:
    """Depth in mm below the surface of an ellipsoid (first order; negative outside)."""
    px, py, pz = ((v - c) / r for v, c, r in zip((x, y, z), centre, radii, strict=True))
    k0 = np.sqrt(px**2 + py**2 + pz**2)
    k1 = np.sqrt((px / radii[0]) ** 2 + (py / radii[1]) ** 2 + (pz / radii[2]) ** 2)
    return k0 * (1 - k0) / np.maximum(k1, 1e-6)


def lay(image: Field, value: float | Field, weight: Field) -> Field:
    """Put a tissue over what is there, as far as its weight says."""
    return image + (value - image) * weight


class Head:
    """One head; ``tissue`` tells what T1 with contrast shows at any point of it."""

    def __init__(self, seed: int, mass: Mass | None) -> None:
        noise = Noise(seed)
        self._shape = noise.field(26)
        self._fold = noise.field(4.1)
        self._fold_fine = noise.field(3.0)
        self._folia = noise.field(2.6)
        self._texture = noise.field(2.4)
        self._soft = noise.field(6)
        self._edge = noise.field(7)
        self._wobble = noise.field(14)
        self._mass = mass

    def tissue(self, x: Field, y: Field, z: Field) -> Field:
        """Signal at points in mm, before bias and noise; about 0 to 650."""
        shape = sample(self._shape, x, y, z)
        x, y, z = self._pushed(x, y, z)
        cranium = self._cranium(x, y, z, shape)
        base = z - self._base(x, y)
        depth = np.minimum(cranium, base)
        image = self._outside_brain(x, y, z, depth, cranium)
        brain = self._brain(x, y, z, depth)
        return lay(image, brain, inside(depth))

    def _pushed(self, x: Field, y: Field, z: Field) -> tuple[Field, Field, Field]:
        """Mass effect: tissue around a mass is moved away from its centre."""
        if self._mass is None or self._mass.kind == "sellar":
            return x, y, z
        cx, cy, cz = self._mass.centre
        reach = 2.1 * max(self._mass.radii)
        distance = np.sqrt((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) / reach
        pull = np.where(distance < 1, 0.28 * (1 - distance) ** 2, 0)
        inner = np.clip((70 - np.hypot(np.abs(x), 0.8 * y)) / 25, 0, 1)  # bone does not move
        share = pull * inner
        return x - (x - cx) * share, y - (y - cy) * share, z - (z - cz) * share

    def _cranium(self, x: Field, y: Field, z: Field, shape: Field) -> Field:
        narrow = 1 + 0.0011 * np.clip(-y, -40, 90)  # the forehead is narrower than the back
        depth = ellipsoid(x * narrow, y, z, (0, 0, 0), (67, 84, 74))
        return depth + 0.9 * shape

    @staticmethod
    def _base(x: Field, y: Field) -> Field:
        """Height of the skull's base: anterior, middle and posterior fossa, clivus and sella."""

        def step(v: Field, at: float, width: float) -> Field:
            return 1 / (1 + np.exp(-(v - at) / width))

        middle = -22 - 24 * step(np.abs(x), 17, 3)
        posterior = -62 + 24 * step(np.abs(x), 46, 4)
        height = -22 + 6 * np.exp(-((x / 14) ** 2)) + (middle + 22) * step(y, -28, 3)
        height = height + (posterior - middle) * step(y, 16, 5)
        sella = np.exp(-((x / 8.5) ** 2) - ((y + 14) / 7.0) ** 2)
        return height - 9 * sella

    def _outside_brain(self, x: Field, y: Field, z: Field, depth: Field, cranium: Field) -> Field:
        """Bone with marrow, scalp, face and neck; air."""
        soft = sample(self._soft, x, y, z)
        neck = 52 - np.hypot(x * 0.92, (y - 22) * 0.95)
        face = ellipsoid(x, y, z, (0, -22, -52), (60, 66, 62))
        below = np.maximum(np.where(z < -20, neck, -99), face) * np.ones_like(x)
        head = np.maximum(cranium + 12.5 + 0.2 * soft, np.minimum(below, -30 - z + 20))
        image = np.zeros_like(head)
        tissue = np.full_like(head, FAT * 0.88)
        strands = soft + 0.7 * np.sin((x + 0.6 * z) / 5 + 1.5 * soft)
        mixed = MUSCLE + 0.62 * (FAT - MUSCLE) * inside(strands - 0.8, 1.4)
        low = inside(-14 - z + 4 * soft, 12)
        temporal = inside(np.abs(x) - 60, 6) * inside(24 - np.abs(y), 10) * inside(14 - z, 12)
        scalp = lay(tissue, mixed, np.maximum(low, 0.9 * temporal))
        image = lay(image, SKIN, inside(head, 1.4))
        image = lay(image, scalp, inside(head - 2.2, 1.4))
        image = self._lay_face(image, x, y, z, soft)
        shell = inside(depth + 7.2 + 0.4 * soft)
        image = lay(image, BONE, shell)
        marrow = inside(depth + 5.8 + 0.5 * soft, 1.2) * inside(-1.9 - depth, 1.2)
        image = lay(image, MARROW, 0.95 * marrow * inside(soft + 1.6, 1.5))
        return lay(image, DURA, 0.7 * inside(depth + 1.3, 0.9))

    def _lay_face(self, image: Field, x: Field, y: Field, z: Field, soft: Field) -> Field:
        """Sinuses and the nose (air), orbits with globes and muscles."""
        sphenoid = ellipsoid(np.abs(x) - 8, y, z, (0, -16, -42), (8, 11, 9))
        maxillary = ellipsoid(np.abs(x) - 26, y, z, (0, -48, -60), (13, 15, 15))
        nose = ellipsoid(np.abs(x) - 6, y, z, (0, -48, -54), (4.5, 26, 17))
        frontal = ellipsoid(np.abs(x) - 9, y, z, (0, -89, -12), (9, 4, 9))
        for cavity in (sphenoid, maxillary, nose, frontal):
            image = lay(image, BONE, inside(cavity + 1.8 + 0.6 * soft))
            image = lay(image, 8, inside(cavity + 0.6 * soft))
        ear = ellipsoid(np.abs(x) - 54, y, z, (0, 22, -44), (10, 12, 9))
        image = lay(image, BONE, inside(ear) * inside(soft + 0.8))
        orbit = ellipsoid(np.abs(x) - 31, y, z, (0, -62, -33), (18, 27, 16))
        image = lay(image, FAT * 0.95, inside(orbit))
        globe = ellipsoid(np.abs(x) - 31, y, z, (0, -74, -33), (12, 12, 12))
        nerve = 2.2 - np.hypot(np.abs(x) - 31 + (y + 62) * 0.42, z + 32)
        image = lay(image, GREY, inside(nerve) * inside(-28 - y) * inside(y + 66))
        for side in (-11, 11):
            muscle = 2.6 - np.hypot(np.abs(x) - 31 - side * np.clip((-28 - y) / 30, 0, 1), z + 33)
            image = lay(image, ENHANCING * 0.8, inside(muscle) * inside(-32 - y) * inside(y + 72))
        image = lay(image, SKIN, inside(globe + 1.0))
        image = lay(image, 120, inside(globe))
        lens = ellipsoid(np.abs(x) - 31, y, z, (0, -83, -33), (4.5, 2.2, 4.5))
        return lay(image, 290, inside(lens))

    def _brain(self, x: Field, y: Field, z: Field, depth: Field) -> Field:
        image = self._cerebrum(x, y, z, depth)
        image = self._lay_midline(image, x, y, z)
        image = self._lay_posterior_fossa(image, x, y, z, depth)
        image = self._lay_vessels(image, x, y, z, depth)
        image = image * (1 + 0.022 * sample(self._texture, x, y, z))
        if self._mass is not None:
            image = self._lay_mass(image, x, y, z, depth)
        return image

    def _cerebrum(self, x: Field, y: Field, z: Field, depth: Field) -> Field:
        """Folded cortex over white matter: sulci run where a smooth field changes its sign."""
        side = np.sign(x) * 37.0  # the two halves are folded differently
        fold = np.abs(sample(self._fold, x, y + side, z + side))
        fine = np.abs(sample(self._fold_fine, x, y - side, z))
        valley = np.minimum(fold, 0.12 + 0.9 * fine)
        reach = np.clip(1 - (depth - 1.5) / 19, 0, 1)
        image = np.full_like(depth, WHITE)
        deep = self._deep_grey(x, y, z)
        image = lay(image, GREY + 12, deep)
        ribbon = np.maximum(inside(5.0 - depth, 1.6), inside(0.62 * reach**0.5 - valley, 0.24))
        image = lay(image, GREY, ribbon * inside(23 - depth, 6))
        sulcus = inside(0.23 * reach - valley, 0.14) * inside(reach - 0.08, 0.1)
        image = lay(image, CSF + 20, 0.92 * sulcus)
        sylvian = 2.4 - np.abs(z + 4 - 0.3 * (y + 4) + 3 * (fold - 0.5))
        insula = inside(sylvian, 1.4) * inside(np.abs(x) - 37, 3) * inside(30 - np.abs(y + 4), 6)
        image = lay(
            image,
            GREY,
            inside(sylvian + 3.2) * inside(np.abs(x) - 34, 3) * inside(32 - np.abs(y + 4), 6),
        )
        image = lay(image, CSF + 10, insula)
        return lay(image, CSF, inside(1.9 - depth, 1.2))

    def _deep_grey(self, x: Field, y: Field, z: Field) -> Field:
        ax = np.abs(x)
        thalamus = ellipsoid(ax, y, z, (11, 8, 4), (8, 14, 9))
        putamen = ellipsoid(ax - 0.18 * (y + 8), y, z, (25, -6, 3), (5.5, 17, 9))
        caudate = ellipsoid(ax, y, z, (12, -21, 9), (5, 9, 9))
        return np.maximum(np.maximum(inside(thalamus, 2), inside(putamen, 2)), inside(caudate, 2))

    def _lay_midline(self, image: Field, x: Field, y: Field, z: Field) -> Field:
        """Fissure with falx and corpus callosum, ventricles, cisterns around the sella."""
        wobble = sample(self._wobble, x, y, z)
        xm = x + 0.9 * wobble
        core = ellipsoid(0 * x, y, z, (0, 4, 2), (99, 46, 27))
        cut = inside(-core, 2.5) * inside(z + 24, 4)
        image = lay(image, GREY, inside(4.2 - np.abs(xm), 1.6) * cut)
        image = lay(image, CSF + 15, inside(1.7 - np.abs(xm), 1.2) * cut)
        falx = (
            inside(0.7 - np.abs(x + 0.2 * wobble), 0.9) * inside(-core - 5, 3) * inside(z + 14, 4)
        )
        image = lay(image, DURA, 0.8 * falx)
        callosum = inside(core, 2) * inside(6.5 - core, 2) * inside(14 - np.abs(x), 4)
        image = lay(image, WHITE + 22, callosum * inside(z - 2, 4))
        ax = np.abs(x + 0.5 * wobble)
        front = ellipsoid(ax - 0.12 * np.clip(-y - 8, 0, 40), y, z, (8, -20, 11), (5.5, 17, 9))
        body = ellipsoid(ax, y, z, (9.5, 8, 19), (6, 26, 6.5))
        spread = ax - 0.42 * np.clip(y - 16, 0, 40)
        trigone = ellipsoid(spread, y, z, (14, 34, 8), (6, 20, 9))
        septum = inside(ax - 1.6, 1)
        for ventricle in (front, body, trigone):
            image = lay(image, CSF, inside(ventricle + 0.7 * wobble) * septum)
        plexus = ellipsoid(spread, y, z, (14, 33, 7), (2.6, 8, 3.6))
        image = lay(image, ENHANCING * 0.85, inside(plexus + 0.6 * wobble, 1.6))
        third = ellipsoid(x, y, z, (0, 2, -4), (2.0, 12, 11))
        image = lay(image, CSF, inside(third))
        cistern = ellipsoid(x, y, z, (0, -10, -19), (14, 10, 6.5))
        image = lay(image, CSF, inside(cistern + 1.5 * wobble, 2))
        chiasm = ellipsoid(x, y, z, (0, -12, -15), (9, 4, 1.8))
        image = lay(image, GREY + 40, inside(chiasm))
        stalk = 1.2 - np.hypot(x, y + 12 + 0.2 * (z + 16))
        image = lay(image, ENHANCING, inside(stalk) * inside(-16 - z) * inside(z + 28))
        gland = ellipsoid(x, y, z, (0, -14, -28), (6.5, 5, 3.2))
        return lay(image, ENHANCING * 0.95, inside(gland))

    def _lay_posterior_fossa(
        self, image: Field, x: Field, y: Field, z: Field, depth: Field
    ) -> Field:
        """Tentorium, cerebellum with its leaves, brainstem in its cisterns."""
        tent = -13 + 0.16 * (y - 20) - 0.10 * np.abs(x)
        below = np.minimum(tent - z, y - 16 - 0.12 * np.abs(x))
        wobble = sample(self._wobble, x, y, z)
        leaves = np.abs(sample(self._folia, x * 0.75, y, z * 1.7))
        lobes = np.minimum(below, depth - 1)
        cerebellum = lay(np.full_like(x, WHITE), GREY + 6, inside(13 - lobes, 7))
        cerebellum = lay(
            cerebellum, CSF + 80, 0.7 * inside(0.26 - leaves, 0.25) * inside(15 - lobes, 5)
        )
        image = lay(image, DURA * 1.05, inside(below + 1.2, 1.2) * inside(depth - 1, 3))
        image = lay(image, CSF, inside(below))
        image = lay(image, cerebellum, inside(lobes - 1.6, 1.6))
        image = lay(image, CSF, inside(2.0 - np.hypot(x, 0.5 * (y - 74)), 2) * inside(below))
        stem = 13.5 + 0.10 * np.clip(z + 50, -20, 20) - np.hypot(x * 0.92, y - 17 - 0.15 * (z + 35))
        around = inside(stem + 6 + wobble, 2) * inside(-9 - z, 3)
        image = lay(image, CSF, around * inside(30 - y, 5))
        image = lay(image, WHITE - 28, inside(stem + 0.6 * wobble) * inside(-5 - z, 4))
        fourth = ellipsoid(x, y, z, (0, 35, -36), (8, 5, 10))
        return lay(image, CSF, inside(fourth + 0.5 * wobble))

    def _lay_vessels(self, image: Field, x: Field, y: Field, z: Field, depth: Field) -> Field:
        """Sinuses and veins enhance; the carotids are flow voids beside the sella."""
        sagittal = 3.4 - np.hypot(x, (depth - 2.2) * 0.9)
        image = lay(image, ENHANCING, inside(sagittal) * inside(z + 8, 6))
        transverse = 3.6 - np.hypot(depth - 2.5, z + 16 + 0.10 * np.abs(x))
        image = lay(image, ENHANCING, inside(transverse) * inside(y - 24, 6))
        straight = 1.9 - np.hypot(x, z - 8 + 0.32 * (y - 30))
        image = lay(image, ENHANCING, inside(straight) * inside(y - 34, 4) * inside(78 - y, 4))
        cavernous = ellipsoid(np.abs(x), y, z, (13, -13, -28), (5, 9, 6))
        image = lay(image, ENHANCING * 0.9, inside(cavernous))
        carotid = 2.7 - np.hypot(np.abs(x) - 13, z + 28)
        image = lay(image, 30, inside(carotid) * inside(9 - np.abs(y + 13), 3))
        middle = 1.4 - np.hypot(z + 16 - 0.2 * (np.abs(x) - 20), y + 10 + 2 * np.sin(x / 7))
        return lay(
            image, ENHANCING, inside(middle) * inside(np.abs(x) - 12) * inside(44 - np.abs(x))
        )

    def _lay_mass(self, image: Field, x: Field, y: Field, z: Field, depth: Field) -> Field:
        mass = self._mass
        assert mass is not None
        body = ellipsoid(x, y, z, mass.centre, mass.radii)
        edge = sample(self._edge, x, y, z)
        fine = sample(self._texture, x, y, z)
        if mass.kind == "ring":
            return self._lay_ring(image, body, edge, fine, depth)
        if mass.kind == "dural":
            tail = inside(2.4 - depth, 1.2) * inside(body + 16, 10)
            image = lay(image, OEDEMA, 0.55 * inside(body + 5 + 2 * edge, 9))
            image = lay(image, ENHANCING * 0.95, 0.8 * tail)
            image = lay(image, CSF, 0.7 * inside(body + 1.6 + 0.5 * edge) * inside(depth - 2))
            return lay(
                image, ENHANCING * 0.82 + 12 * fine + 8 * edge, inside(body + 0.8 * edge, 1.6)
            )
        image = lay(image, ENHANCING * 0.86 + 12 * fine + 14 * edge, inside(body + 1.3 * edge, 1.6))
        cyst = ellipsoid(x, y, z, mass.centre, tuple(r * 0.34 for r in mass.radii))
        return lay(image, NECROSIS + 110, 0.8 * inside(cyst + 1.6 * edge, 3))

    def _lay_ring(self, image: Field, body: Field, edge: Field, fine: Field, depth: Field) -> Field:
        """Oedema along the white matter, an uneven rim, a dark core."""
        irregular = body + 3.2 * edge
        oedema = inside(irregular + 11 + 4 * edge, 9) * inside(depth - 5, 6)
        image = lay(image, OEDEMA, 0.85 * oedema * inside(image - (GREY - 30), 60))
        rim = inside(irregular, 1.8)
        thick = 4.6 + 1.8 * edge + 0.8 * fine
        image = lay(image, ENHANCING * 0.97 + 28 * fine, rim)
        return lay(image, NECROSIS + 14 * edge, inside(irregular - thick, 2.6))


def acquire(
    head: Head,
    points: tuple[Field, Field, Field],
    through: tuple[float, float, float],
    thickness: float,
    seed: int,
) -> NDArray[np.uint16]:
    """One slice as a scanner would give it.

    Parameters
    ----------
    head
        The head.
    points
        x, y and z of the pixels' centres, each (H, W) in mm.
    through
        Unit normal of the slice.
    thickness
        mm; four planes are averaged across it (partial volume).
    seed
        Of the slice's noise.

    Returns
    -------
    (H, W) uint16, about 0 to 700; noise in the air is cut off, as scanners do.
    """
    x, y, z = points
    planes = [
        head.tissue(*(axis + step * part for axis, part in zip(points, through, strict=True)))
        for step in (np.arange(4) - 1.5) * thickness / 4
    ]
    image = ndimage.gaussian_filter(np.mean(planes, axis=0), 0.62)
    bias = 1 + 0.10 * np.cos((x + 18) / 62) * np.cos((y - 14) / 75) + 0.05 * (z / 90) - 0.05
    noisy = rician(image * bias, 4.2, seed)
    noisy[noisy < 14] = 0
    return np.rint(noisy).astype(np.uint16)
