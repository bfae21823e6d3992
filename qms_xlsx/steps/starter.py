"""The starter in a year's folder: a double click opens the page of that folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WINDOWS, ELSEWHERE = "MTCL.cmd", "mtcl.sh"
# Where IT has put the program for everybody: a file .whl. Not the package's name, which on a public
# index anybody could take; and not a path in the folder, where others may write.
_PLACE = "QMS_XLSX_WHL"
_HOW_WINDOWS = """\
Máy này chưa có chương trình qms-xlsx. Nhờ cán bộ CNTT làm một lần:
  1. Mở Windows PowerShell, gõ:  winget install astral-sh.uv
  2. Đóng PowerShell, mở lại, gõ:  uv tool install "đường-dẫn-tới-tệp.whl[app]"
  3. Đóng cửa sổ này, rồi bấm đúp MTCL.cmd lần nữa."""
_HOW_ELSEWHERE = """\
Máy này chưa có chương trình qms-xlsx. Nhờ cán bộ CNTT cài uv rồi gõ một lần:
  uv tool install "đường-dẫn-tới-tệp.whl[app]"
Sau đó mở lại mtcl.sh."""


def put_starter(root: Path) -> None:
    """Put the starters for Windows and for other systems into a year's folder."""
    (root / WINDOWS).write_bytes(for_windows().encode())
    (root / ELSEWHERE).write_bytes(for_others().encode())
    (root / ELSEWHERE).chmod(0o755)


def for_windows() -> str:
    """Return the starter for Windows, its lines as cmd.exe needs them.

    No program is taken from the folder itself: it may lie where others can write.
    """
    said = [f"echo {line}" if line.strip() else "echo." for line in _HOW_WINDOWS.split("\n")]
    lines = [
        "@echo off",
        "chcp 65001 >nul",
        "title Mục tiêu chất lượng",
        "set NoDefaultCurrentDirectoryInExePath=1",
        'cd /d "%SystemRoot%"',
        'set "MTCL=qms-xlsx"',
        "where qms-xlsx >nul 2>nul",
        "if not errorlevel 1 goto installed",
        r'set "MTCL=%USERPROFILE%\.local\bin\qms-xlsx.exe"',
        'if exist "%MTCL%" goto installed',
        f"if not defined {_PLACE} goto missing",
        'set "MTCL=uvx"',
        "where uvx >nul 2>nul",
        "if not errorlevel 1 goto uvx",
        r'set "MTCL=%USERPROFILE%\.local\bin\uvx.exe"',
        'if exist "%MTCL%" goto uvx',
        ":missing",
        *said,
        "pause",
        "exit /b 1",
        ":installed",
        '"%MTCL%" app "%~dp0."',
        "goto ended",
        ":uvx",
        f'"%MTCL%" --from "%{_PLACE}%[app]" qms-xlsx app "%~dp0."',
        ":ended",
        "if errorlevel 1 pause",
        "",
    ]
    return "\r\n".join(lines)


def for_others() -> str:
    """Return the starter for Linux and macOS."""
    return f"""\
#!/bin/sh
# Mở trang làm việc của thư mục này trong trình duyệt.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
cd / || exit 1
for own in qms-xlsx "$HOME/.local/bin/qms-xlsx"; do
  if command -v "$own" >/dev/null 2>&1; then
    exec "$own" app "$here"
  fi
done
if [ -n "${{{_PLACE}:-}}" ]; then
  for uvx in uvx "$HOME/.local/bin/uvx"; do
    if command -v "$uvx" >/dev/null 2>&1; then
      exec "$uvx" --from "${_PLACE}[app]" qms-xlsx app "$here"
    fi
  done
fi
cat <<'HET'
{_HOW_ELSEWHERE}
HET
exit 1
"""
