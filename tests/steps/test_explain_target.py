"""What `explain --target` says of a wording."""

from __future__ import annotations

from qms_xlsx.steps.explain import explain_target


def test_a_target_says_its_period_its_departments_its_plan_and_its_day() -> None:
    (target,) = explain_target("Mỗi phòng ít nhất 01 buổi/tháng").document["targets"]
    assert (target["per"], target["each"], target["of_plan"], target["by"]) == (
        "month",
        True,
        False,
        None,
    )
    (answer,) = explain_target("Hoàn thành trước 31/12/2026").document["targets"]
    assert (answer["kind"], answer["by"]) == ("yes_no", "trước 31/12/2026")
    (planned,) = explain_target("Thu ngân sách đạt 105% kế hoạch").document["targets"]
    assert planned["of_plan"]
