import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the gold standard; its absence is a failure in CI and a reason to skip elsewhere."""
    folder = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared")
    if folder.is_dir():
        return folder
    if os.environ.get("MARSAD_CI") == "1":
        pytest.fail(f"MARSAD_CI=1 but {folder} is not there")
    pytest.skip(f"{folder} is not there: the gold standard is not part of the repository")
