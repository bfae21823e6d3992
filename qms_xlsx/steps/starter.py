"""The starter in a year's folder: a double click opens the page of that folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WINDOWS, ELSEWHERE = "MTCL.cmd", "mtcl.sh"
_WANTED = "qms-xlsx[app]"
_HOW_WINDOWS = """\
Máy này chưa có chương trình qms-xlsx. Nhờ cán bộ CNTT làm một lần:
  1. Mở Windows PowerShell, gõ:  winget install astral-sh.uv
  2. Đóng cửa sổ này, rồi bấm đúp MTCL.cmd lần nữa."""
_HOW_ELSEWHERE = """\
Máy này chưa có chương trình qms-xlsx. Nhờ cán bộ CNTT cài uv (hoặc Python 3.11 trở lên) rồi gõ:
  uv tool install "qms-xlsx[app]"
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
        "where qms-xlsx >nul 2>nul",
        "if not errorlevel 1 goto installed",
        'set "UVX=uvx"',
        "where uvx >nul 2>nul",
        "if not errorlevel 1 goto uvx",
        r'set "UVX=%USERPROFILE%\.local\bin\uvx.exe"',
        'if exist "%UVX%" goto uvx',
        *said,
        "pause",
        "exit /b 1",
        ":installed",
        'qms-xlsx app "%~dp0."',
        "goto ended",
        ":uvx",
        f'"%UVX%" --from "{_WANTED}" qms-xlsx app "%~dp0."',
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
if command -v qms-xlsx >/dev/null 2>&1; then
  exec qms-xlsx app "$here"
fi
for uvx in uvx "$HOME/.local/bin/uvx"; do
  if command -v "$uvx" >/dev/null 2>&1; then
    exec "$uvx" --from '{_WANTED}' qms-xlsx app "$here"
  fi
done
cat <<'HET'
{_HOW_ELSEWHERE}
HET
exit 1
"""
