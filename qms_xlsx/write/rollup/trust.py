"""How far the figures of the level above can be relied on, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.office import Doubt, Proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.write.rollup.view import Above

_ASKED = {
    Doubt.QUESTION: "có chỉ tiêu còn là câu hỏi chưa trả lời, chưa được đánh giá",
    Doubt.READING: "có cách hiểu chưa được xác nhận",
    Doubt.ESTIMATE: "có số ước",
}
_PROVEN = {
    Proof.CLOSED: "đã chốt, khớp bản kê (manifest)",
    Proof.SEALED: "chưa chốt, khớp dấu kiểm của lần tổng hợp",
    Proof.NONE: "theo mẫu cũ, không có dấu kiểm",
}


def trust(above: Above) -> Iterator[str]:
    """Yield what a reader must know before relying on the figures."""
    yield _completeness(above)
    yield _provisional(above)
    asked = [
        f"{len(codes)} cơ quan {_ASKED[doubt]} ({above.several(codes)})"
        for doubt, codes in above.asking.items()
        if codes
    ]
    if asked:
        yield f"{'; '.join(asked)}."
    tally = [
        (sum(o.summary.proof is proof for o in above.rolled.offices if o.summary), told)
        for proof, told in _PROVEN.items()
    ]
    yield f"Bảng tổng hợp: {'; '.join(f'{n} {told}' for n, told in tally if n)}."
    if above.rolled.left_out:
        offices = {lost.office for lost in above.rolled.left_out}
        yield (
            f"{len(above.rolled.left_out)} số liệu của {len(offices)} cơ quan không cộng được vào "
            "chỉ tiêu cấp trên (trang Phát hiện nêu lý do)."
        )
    if not above.selection.listed:
        yield (
            "Không có danh sách cơ quan trong sổ mục tiêu cấp trên: chưa biết hết cơ quan nào còn "
            "thiếu."
        )


def _completeness(above: Above) -> str:
    reporting = above.aggregate.reporting
    if not (reporting.missing or reporting.rejected):
        return f"Đủ bảng tổng hợp của {len(reporting.expected)} cơ quan."
    owing = [code for code in reporting.missing if code not in reporting.rejected]
    parts = []
    if owing:
        parts.append(f"{len(owing)} cơ quan chưa nộp ({above.several(owing)})")
    if reporting.rejected:
        refused = list(reporting.rejected)
        parts.append(
            f"{len(refused)} cơ quan có bản nộp không được tính ({above.several(refused)})"
        )
    return f"Số liệu chưa đầy đủ: {'; '.join(parts)}."


def _provisional(above: Above) -> str:
    facts, standing = above.facts, above.rolled.standing.values()
    own, whole = sum(s.provisional for s in standing), sum(s.figures for s in standing)
    share = f", từ {own}/{whole} số liệu tạm tính của các cơ quan" if whole else ""
    if not facts.provisional:
        return "Không chỉ tiêu nào của cấp trên là số tạm tính."
    return f"{facts.provisional}/{len(facts.indicators)} chỉ tiêu là số tạm tính{share}."
