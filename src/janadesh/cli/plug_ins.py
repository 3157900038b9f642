"""The plug-ins that are installed, as `janadesh --version` lists them."""

from __future__ import annotations

from collections.abc import Iterator


def plug_in_lines() -> Iterator[str]:
    """Describe each plug-in that can be used in one line; those that are left out are told on standard error."""
    from janadesh.plugins.finding import any_plug_ins

    # what a plug-in has to be is known only with much that `--version` alone does without
    if not any_plug_ins():
        return
    from janadesh.claims.plug_ins import plugged_in_kinds
    from janadesh.cli.export import ExportFormat
    from janadesh.export.plug_ins import plugged_in_exporters
    from janadesh.sources.plug_ins import plug_ins_of_readers
    from janadesh.sources.sniff import READERS

    for what, found in (
        ("reader", plug_ins_of_readers({reader.name for reader in READERS})),
        ("claim kind", plugged_in_kinds().by_name.values()),
        ("exporter", plugged_in_exporters({form.value for form in ExportFormat})),
    ):
        for one in found:
            yield f"{what} {one.brings.name}, of {one.package}: {one.brings.describes}"
