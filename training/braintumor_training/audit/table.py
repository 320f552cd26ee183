"""The report as a table of plain text."""

from __future__ import annotations

from braintumor_training.audit.findings import AuditReport, SourceReport

_SHOWN = 8


def audit_table(report: AuditReport) -> str:
    """What was found, for the terminal."""
    lines = [line for source in report.sources for line in _source_lines(source)]
    lines += [
        "all sources together",
        f"  {len(report.samples)} images, {len(set(report.clusters))} of them different;"
        f" {len(report.twins)} pairs of copies: {report.exact} exact, {report.near} near,"
        f" {report.mirrored} mirrored",
        f"  {len(report.conflicts)} images whose copies bear different labels",
    ]
    for conflict in report.conflicts[:_SHOWN]:
        names = ", ".join(sample.name for sample in conflict.samples)
        lines.append(f"    {' or '.join(conflict.labels)}: {names}")
    if report.repeated_names:
        shown = ", ".join(report.repeated_names[:_SHOWN])
        lines.append(f"  {len(report.repeated_names)} names of two different images: {shown}")
    return "\n".join(lines)


def _source_lines(source: SourceReport) -> list[str]:
    classes = ", ".join(f"{count} {key}" for key, count in source.classes.items())
    lines = [
        source.name,
        f"  {source.images} images ({classes}), {source.different} of them different",
    ]
    if source.unreadable:
        lines.append(f"  {len(source.unreadable)} cannot be read")
        lines += [f"    {name}: {reason}" for name, reason in source.unreadable[:_SHOWN]]
    if source.tested:
        share = source.tested_with_twin / source.tested
        lines.append(
            f"  official split: {source.tested_with_twin} of {source.tested} test images"
            f" ({share:.0%}) have the same image in training"
        )
        if source.patients_across:
            lines.append(
                f"  {source.patients_across} patients stand in training and testing, with"
                f" {source.images_across} test images"
            )
    told = [s for s in source.shortcuts if s.gives_away]
    if told:
        lines.append(f"  features that give the class away (chance {told[0].chance:.2f}):")
        lines += [f"    {s.balanced_accuracy:.2f}  {s.feature}" for s in told]
    return lines
