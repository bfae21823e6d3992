"""Family R, the register as a workbook: its areas, settings, codes and decision."""

from __future__ import annotations

from qms_xlsx.codes.old_fonts import DOUBTFUL, NOTHING, READ, TYPE_AGAIN
from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

CODES: tuple[Code, ...] = (
    Code(
        "R101",
        "area_missing",
        Severity.ERROR,
        Excludes.FILE,
        N_("The register has no area “{area}”: its marker {marker} was not found."),
        N_("Start from a register made by “qms-xlsx init”, and do not delete its hidden rows."),
    ),
    Code(
        "R102",
        "area_doubled",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The area “{area}” stands on several sheets: {sheets}. The first was read."),
        N_("Delete the copied sheet."),
    ),
    Code(
        "R103",
        "no_year",
        Severity.ERROR,
        Excludes.FILE,
        N_("The year of the register is missing or not a year: “{value}”."),
        N_("Type the year, such as 2024, beside “Năm” on the first sheet."),
    ),
    Code(
        "R104",
        "no_organisation",
        Severity.ERROR,
        Excludes.FILE,
        N_("The register does not name its organisation."),
        N_("Type the organisation's full name beside “Cơ quan” on the first sheet."),
    ),
    Code(
        "R105",
        "unreadable_setting",
        Severity.ERROR,
        Excludes.CELL,
        N_("The setting “{key}” cannot be read: “{value}”. Its default is used."),
        N_("Type it as the note beside the cell shows."),
    ),
    Code(
        "R106",
        "duplicate_code",
        Severity.ERROR,
        Excludes.ROW,
        N_("The code “{value}” stands twice; the second row was left out."),
        N_("Give one of the two rows another code."),
    ),
    Code(
        "R107",
        "unknown_word",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not one of: {choices}. The column's default is used."),
        N_("Choose a value from the cell's list."),
    ),
    Code(
        "R108",
        "not_a_date",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a date."),
        N_("Type the date as day/month/year, such as 22/3/2024."),
    ),
    Code(
        "R109",
        "not_a_figure",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a number."),
        N_("Type the number alone, with a comma for decimals."),
    ),
    Code(
        "R110",
        "old_text_converted_register",
        Severity.INFO,
        Excludes.NOTHING,
        READ,
        NOTHING,
    ),
    Code(
        "R111",
        "old_text_register",
        Severity.WARNING,
        Excludes.NOTHING,
        DOUBTFUL,
        TYPE_AGAIN,
    ),
    Code(
        "R112",
        "row_without_code",
        Severity.ERROR,
        Excludes.ROW,
        N_("The row “{value}” has no code, so it was left out."),
        N_("Type a code of its own in the marked cell."),
    ),
    Code(
        "R113",
        "area_empty",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The register lists nothing yet under “{area}”."),
        N_("Fill in one row for each, below the headings of this sheet."),
    ),
    Code(
        "R114",
        "percentage_for_a_figure",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is a percentage, but the row is counted in {unit}."),
        N_("Type the number in the row's own unit, and format the cell as a number."),
    ),
    Code(
        "R261",
        "no_decision_number",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The decision has no number."),
        N_("Type it beside “Số quyết định” on the first sheet."),
    ),
    Code(
        "R262",
        "no_decision_date",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The decision has no date."),
        N_("Type it beside “Ngày quyết định” on the first sheet."),
    ),
    Code(
        "R263",
        "no_report_date",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The register does not name the due dates of both reports."),
        N_("Type them beside “Hạn báo cáo 6 tháng” and “Hạn báo cáo năm”, such as 15/6."),
    ),
    Code(
        "R264",
        "report_dates_on_weekends",
        Severity.INFO,
        Excludes.NOTHING,
        N_("Due dates of the reports that fall on a weekend are not moved: {days}."),
        N_("Nothing needs to be done; a working day would be plainer."),
    ),
    Code(
        "R265",
        "outdated_standard",
        Severity.INFO,
        Excludes.NOTHING,
        N_("An edition of ISO 9001 before 2015 is named, in {rows}."),
        N_("Name TCVN ISO 9001:2015 in the next decision."),
    ),
    Code(
        "R266",
        "outdated_service_levels",
        Severity.INFO,
        Excludes.NOTHING,
        N_(
            "Levels 1 to 4 of online services are named, in {rows}; since Decree 42/2022/NĐ-CP "
            "they are called “một phần” and “toàn trình”."
        ),
        N_("Use the new names in the next decision."),
    ),
    Code(
        "R238",
        "shared_file_name",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The departments “{one}” and “{other}” share the file name “{name}”: one's form would "
            "take the place of the other's."
        ),
        N_("Give one of them a code that differs in letters or digits, not only in signs."),
    ),
    Code(
        "R239",
        "device_name",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("“{code}” is the name of a device in Windows, where no file can bear it."),
        N_("Give the department another code."),
    ),
)
