"""Places of a template that nothing goes into: refused by name, never left standing in a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.messages import message
from qms_xlsx.write.templating import TemplateError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def refuse_unknown(names: Iterable[str], known: Collection[str]) -> None:
    """Raise TemplateError for the first name that is not known."""
    for name in names:
        if name not in known:
            raise TemplateError(
                message(
                    "The template has a place {place} that nothing goes into. It may be: {known}.",
                    place=f"{{{{{name}}}}}",
                    known=", ".join(sorted(known)),
                )
            )
