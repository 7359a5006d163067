# SPDX-License-Identifier: EUPL-1.2
import os
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from gemeengoed.project.embedded_postgres import (
    Cluster,
    EmbeddedPostgresError,
    Places,
    places_for_checkout,
    running_cluster,
)
from gemeengoed.project.embedded_postgres.places import LONGEST_SOCKET_FOLDER

Eventually = Callable[[Callable[[], bool]], bool]
Processes = Callable[[str], list[int]]


@pytest.fixture
def places(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A lasting cluster with the settings of a test cluster, for speed."""
    monkeypatch.setenv("GEMEENGOED_HOME", str(open_folder / "home"))
    found = places_for_checkout(_checkout(open_folder / "checkout"))
    # The binaries that the other tests use already need not be copied once more.
    monkeypatch.delenv("GEMEENGOED_HOME")
    return replace(found, home=places_for_checkout().home) if os.geteuid() == 0 else found


def _checkout(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _value(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question).fetchone()
    assert row is not None
    return row[0]


def _modes(folder: Path) -> dict[Path, tuple[int, int]]:
    parents = [path for path in (folder, *folder.parents) if path.exists()]
    return {path: (path.stat().st_mode, path.stat().st_uid) for path in parents}


def test_a_started_server_answers_on_a_socket_only_and_is_gone_afterwards(
    places: Places, processes_with: Processes
) -> None:
    with running_cluster(places) as cluster:
        assert _value(cluster.database_url, "select current_database()") == "gemeengoed"
        assert _value(cluster.database_url, "show listen_addresses") == ""
        assert _value(cluster.database_url, "show fsync") == "on"
        assert _value(cluster.database_url, "show timezone") == "UTC"
        assert _value(cluster.database_url, "select lower('ÉÏ')") == "éï"
        assert processes_with(str(places.data))
    assert processes_with(str(places.data)) == []


def test_what_was_committed_is_there_at_the_next_start(places: Places) -> None:
    with running_cluster(places) as cluster, psycopg.connect(cluster.database_url) as connection:
        connection.execute("create table word as select 'blijft' as word")
    with running_cluster(places) as cluster:
        assert _value(cluster.database_url, "select word from word") == "blijft"


def test_a_second_user_joins_the_server_and_the_last_one_out_stops_it(
    places: Places, eventually: Eventually, processes_with: Processes
) -> None:
    first, second = Cluster(places), Cluster(places)
    first.start()
    second.start()
    first.leave()
    try:
        assert _value(second.database_url, "select 1") == 1
    finally:
        second.leave()
    assert processes_with(f"-D\0{places.data}") == []
    # The guard is not the second user's child: it lets go of its lock an instant before it ends.
    assert eventually(lambda: processes_with(str(places.data)) == [])


def test_a_user_killed_outright_takes_the_server_along(
    places: Places, eventually: Eventually, processes_with: Processes
) -> None:
    user = _start_a_user(places)
    assert processes_with(str(places.data))
    user.kill()
    user.wait()
    assert eventually(lambda: processes_with(str(places.data)) == [])


def test_a_start_straight_after_a_kill_finds_or_makes_a_working_server(
    places: Places,
) -> None:
    user = _start_a_user(places)
    user.kill()
    user.wait()
    with running_cluster(places) as cluster:
        assert _value(cluster.database_url, "select 1") == 1


def test_a_killed_guard_takes_the_server_along_and_the_next_start_works(
    places: Places, eventually: Eventually, processes_with: Processes
) -> None:
    user = _start_a_user(places)
    try:
        os.kill(int(places.lock("guard").read_text()), signal.SIGKILL)
        assert eventually(lambda: processes_with(f"-D\0{places.data}") == [])
        with running_cluster(places) as cluster:
            assert _value(cluster.database_url, "select 1") == 1
    finally:
        user.kill()
        user.wait()


def test_two_starts_at_the_same_moment_share_one_server(
    places: Places, eventually: Eventually, processes_with: Processes
) -> None:
    users = [_popen_a_user(places) for _ in range(3)]
    try:
        assert [_first_line(user) for user in users] == ["ready"] * 3
        # A child of the server is called like it for an instant; a second server would stay.
        assert eventually(lambda: len(processes_with(f"-D\0{places.data}")) == 1)
    finally:
        for user in users:
            user.kill()
            user.wait()


def test_no_existing_folder_changes_its_mode_or_owner(places: Places, open_folder: Path) -> None:
    (open_folder / "home").mkdir(mode=0o751)
    (open_folder / "home").chmod(0o751)
    before = _modes(places.cluster) | _modes(places.sockets) | _modes(Path(sys.prefix))
    with running_cluster(places):
        pass
    after = {path: (path.stat().st_mode, path.stat().st_uid) for path in before}
    assert after == before
    assert stat.S_IMODE(places.data.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another user for PostgreSQL")
def test_a_parent_closed_to_the_database_user_is_refused_and_stays_closed(
    places: Places, open_folder: Path
) -> None:
    open_folder.chmod(0o700)
    with pytest.raises(EmbeddedPostgresError, match=f"cannot enter {open_folder}:"):
        Cluster(places).start()
    assert stat.S_IMODE(open_folder.stat().st_mode) == 0o700
    assert not places.cluster.exists()


def test_a_folder_made_by_somebody_else_is_refused(places: Places) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder of somebody else")
    places.cluster.mkdir(parents=True)
    os.chown(places.cluster, 65534, 65534)
    with pytest.raises(EmbeddedPostgresError, match="belongs to another user"):
        Cluster(places).start()


def test_an_interrupted_first_start_is_done_over(places: Places) -> None:
    with running_cluster(places):
        pass
    (places.cluster / "complete").unlink()
    (places.data / "PG_VERSION").unlink()
    with running_cluster(places) as cluster:
        assert _value(cluster.database_url, "select 1") == 1


def test_data_of_another_version_is_refused_in_a_sentence(places: Places) -> None:
    with running_cluster(places):
        pass
    (places.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(EmbeddedPostgresError, match="is of PostgreSQL 15"):
        Cluster(places).start()


def test_a_server_that_cannot_start_shows_the_end_of_its_log(places: Places) -> None:
    with running_cluster(places):
        pass
    (places.data / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(EmbeddedPostgresError, match="no_such_setting"):
        Cluster(places).start()


def test_a_long_path_gets_a_short_socket_folder(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEMEENGOED_HOME", str(open_folder / ("long" * 40)))
    places = places_for_checkout(_checkout(open_folder / "checkout"))
    assert len(os.fsencode(places.sockets)) <= LONGEST_SOCKET_FOLDER


def test_each_checkout_has_a_cluster_of_its_own_and_keeps_it(open_folder: Path) -> None:
    one, other = _checkout(open_folder / "one"), _checkout(open_folder / "other")
    assert places_for_checkout(one) == places_for_checkout(one)
    assert places_for_checkout(one).cluster != places_for_checkout(other).cluster
    assert places_for_checkout(one).cluster != places_for_checkout(one, purpose="bench").cluster


def test_a_new_clone_at_an_old_place_does_not_get_the_old_data(open_folder: Path) -> None:
    checkout = _checkout(open_folder / "one")
    before = places_for_checkout(checkout).cluster
    (checkout / "var" / "cluster-id").unlink()
    assert places_for_checkout(checkout).cluster != before


def _start_a_user(places: Places) -> "subprocess.Popen[str]":
    user = _popen_a_user(places)
    assert _first_line(user) == "ready"
    return user


def _popen_a_user(places: Places) -> "subprocess.Popen[str]":
    program = textwrap.dedent(f"""
        from pathlib import Path
        from dataclasses import replace
        from gemeengoed.project.embedded_postgres import *
        from gemeengoed.project.embedded_postgres.system_user import owner
        with running_cluster(Places(
            Path({str(places.home)!r}), Path({str(places.cluster)!r}),
            Path({str(places.sockets)!r}), owner(),
        )):
            print("ready", flush=True)
            input()
    """)
    return subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _first_line(user: "subprocess.Popen[str]") -> str:
    assert user.stdout is not None
    return user.stdout.readline().strip()
