"""A Dask cluster against as many processes of this machine, and the same figures from both.

python benchmarks/cluster.py [FORMS [WORKERS]]       # 400 forms, two workers

The cluster's machines are processes here, so this shows what handing work to one costs, not what
more machines bring.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from aggregate import make_folder
from distributed import LocalCluster

from qms_xlsx.domain.period import Period
from qms_xlsx.steps.aggregate import run_aggregation


def main() -> None:
    forms, workers = (int(word) for word in [*sys.argv[1:], "400", "2"][:2])
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
    ):
        workspace = make_folder(Path(folder) / "MTCL", forms)
        seconds, documents = {}, {}
        for address in ("", cluster.scheduler_address) * 2:
            workspace.kept.unlink(missing_ok=True)  # as if every form was new
            begin = time.perf_counter()
            run = run_aggregation(
                workspace.root,
                period=Period.parse("2024"),
                as_of=date(2024, 12, 15),
                workers=workers,
                cluster=address,
            )
            spent = time.perf_counter() - begin
            seconds[address] = min(spent, seconds.get(address, spent))
            documents[address] = run.as_json()
        here, there = seconds.values()
        first, second = documents.values()
        print(f"{forms} forms, --workers {workers}: {here:.2f} s; --dask: {there:.2f} s")
        print(f"{there / here:.2f} times as long; the same figures: {first == second}")


if __name__ == "__main__":
    main()
