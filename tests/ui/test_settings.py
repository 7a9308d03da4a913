"""The machine's own choices."""

from pathlib import Path

from gpconnect.ui import settings
from gpconnect.ui.settings import Settings


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    chosen = Settings(theme="dark", scale=1.5, idle_minutes=10)
    settings.save(path, chosen)
    assert settings.load(path) == chosen


def test_missing_or_damaged_file_gives_the_plain_choices(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert settings.load(path) == Settings()
    for damaged in (b'{"scale": "large"}', b'{"theme": "\xff\xfe"}', b"[" * 100_000):
        path.write_bytes(damaged)
        assert settings.load(path) == Settings()


def test_file_stands_in_the_configuration_folder(own_folders: Path) -> None:
    assert own_folders in settings.default_path().parents
