"""Which names the desk answers to (`janadesh desk --host --name`)."""

from __future__ import annotations

import socket

import pytest

from janadesh.cli.own_names import hosts_answered
from janadesh.desk.app import LOOPBACK
from janadesh.errors import Impossible
from tests.cli.conftest import Janadesh


def test_desk_of_one_machine_answers_to_loopback_only() -> None:
    assert hosts_answered("127.0.0.1", (), LOOPBACK) == list(LOOPBACK)
    assert hosts_answered("::1", (), LOOPBACK) == list(LOOPBACK)


def test_desk_open_to_others_answers_to_the_machines_own_names_and_no_others() -> None:
    hosts = hosts_answered("0.0.0.0", (), LOOPBACK)
    assert socket.gethostname().lower() in hosts
    assert "*" not in hosts


def test_desk_open_at_one_address_answers_to_it() -> None:
    assert "192.0.2.7" in hosts_answered("192.0.2.7", (), LOOPBACK)
    assert "[2001:db8::7]" in hosts_answered("2001:db8::7", (), LOOPBACK)


def test_given_names_take_the_place_of_the_machines_own() -> None:
    names = ("Desk.Example.org", "*.results.example")
    assert hosts_answered("0.0.0.0", names, LOOPBACK) == [*LOOPBACK, "desk.example.org", "*.results.example"]


@pytest.mark.parametrize("name", ["http://desk.example.org", "desk.example.org:8080", "desk/", "", "a b", "x*.org"])
def test_what_is_no_name_of_a_host_is_refused(name: str) -> None:
    with pytest.raises(Impossible, match="is no name of a host"):
        hosts_answered("0.0.0.0", (name,), LOOPBACK)


def test_what_is_no_address_of_a_proxy_is_refused(janadesh: Janadesh) -> None:
    answer = janadesh("desk", "--behind-proxy", "everyone")
    assert answer.code == 2
    assert "'everyone' is no address of a proxy" in answer.err
