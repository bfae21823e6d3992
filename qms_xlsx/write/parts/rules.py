"""What a sheet lets people type, and how it colours what stands there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.language.text import as_xml
from qms_xlsx.write.parts.node import Element, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.write.parts.sheet import Worksheet
    from qms_xlsx.write.parts.styles import Styles

_FORMATTING = "conditionalFormatting"


@dataclass(frozen=True, slots=True)
class InputRule:
    """What cells may hold, and what is said of it."""

    kind: str
    formula: str
    error: str
    prompt: str = ""
    operator: str = ""

    def add_to(self, sheet: Worksheet, ranges: Iterable[str]) -> None:
        """Guard some cells of a sheet; nothing for none."""
        if cells := " ".join(ranges):
            sheet.validations.append(self._on(cells))

    def _on(self, cells: str) -> str:
        operator = {"operator": self.operator} if self.operator else {}
        prompt = {"prompt": self.prompt} if self.prompt else {}
        attributes = {
            "type": self.kind, **operator, "allowBlank": "1", "showErrorMessage": "1",
            "showInputMessage": "1" if self.prompt else "0", "errorTitle": "Chưa đúng",
            "error": self.error, **prompt, "sqref": cells,
        }  # fmt: skip
        return element("dataValidation", attributes, f"<formula1>{as_xml(self.formula)}</formula1>")


@dataclass(slots=True)
class Formats:
    """The conditional formats of a sheet; the first that is added comes first."""

    sheet: Worksheet
    styles: Styles
    _rules: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _last: int = field(init=False)

    def __post_init__(self) -> None:
        self._last = _count(self.sheet)

    def add(self, cells: str, dxf: str, formula: str, kind: str = 'type="expression"') -> None:
        """Let cells look otherwise (`dxf`) where a formula asks for it."""
        self._last += 1
        number = self.styles.differing(dxf)
        head = f'<cfRule {kind} priority="{self._last}" dxfId="{number}">'
        self._rules[cells].append(f"{head}<formula>{as_xml(formula)}</formula></cfRule>")

    def put(self) -> None:
        """Write them into the sheet, behind those of the template."""
        own = "".join(
            element(_FORMATTING, {"sqref": cells}, "".join(rules))
            for cells, rules in self._rules.items()
        )
        known = self.sheet.elements.get(_FORMATTING, "")
        self.sheet.elements = self.sheet.elements | {_FORMATTING: known + own}


def _count(sheet: Worksheet) -> int:
    """Return the last priority among a sheet's conditional formats."""
    known = Element.parse(f"<all>{sheet.elements.get(_FORMATTING, '')}</all>")
    rules = (rule for own in known.elements() for rule in own.elements("cfRule"))
    return max((int(rule.attributes["priority"]) for rule in rules), default=0)


def dxf(fill: str, ink: str = "") -> str:
    """Return another fill and, with `ink`, bold letters of another colour."""
    font = f'<font><b val="1"/><color rgb="00{ink}"/></font>' if ink else ""
    pattern = f'<patternFill patternType="solid"><bgColor rgb="00{fill}"/></patternFill>'
    return f"<dxf>{font}<fill>{pattern}</fill></dxf>"
