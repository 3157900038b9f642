"""What an assistant gets, by the SDK's own client."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp import StdioServerParameters
from mcp_types import CallToolResult
from mcp_types import TextContent

from janadesh.assistant.server import create_server
from janadesh.record.book import Record

Ask = Callable[..., CallToolResult]
TOOLS = {"find", "results", "standings", "constituency", "person", "schedule", "check_article"}


@pytest.fixture
def ask(bundled: Record) -> Ask:
    """Call a tool of the record made from the bundled packs, in memory."""

    def ask(tool: str, **arguments: object) -> CallToolResult:
        async def call() -> CallToolResult:
            async with Client(create_server(bundled)) as client:
                return await client.call_tool(tool, arguments)

        return anyio.run(call)

    return ask


def told(answer: CallToolResult) -> dict[str, Any]:
    assert not answer.is_error, answer.content
    content = answer.structured_content
    assert isinstance(content, dict)
    return content


def words(answer: CallToolResult) -> str:
    return " ".join(part.text for part in answer.content if isinstance(part, TextContent))


def test_tools_say_what_they_do_what_they_take_and_that_they_only_read(bundled: Record) -> None:
    async def listed() -> list[Any]:
        async with Client(create_server(bundled)) as client:
            return (await client.list_tools()).tools

    tools = anyio.run(listed)

    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.description.startswith(("Give ", "Find ", "Check "))
        assert tool.annotations.read_only_hint
        assert tool.output_schema
        assert all("description" in told or "enum" in told for told in tool.input_schema["properties"].values())


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("find", {"name": "Budgam"}),
        ("results", {"election": "in-jk-2024"}),
        ("results", {"election": "in-jk-2024", "by": "alliance"}),
        ("standings", {"election": "in-jk-2024"}),
        ("standings", {"election": "in-jk-2024", "by": "alliance"}),
        ("standings", {"election": "in-jk-2024", "by": "contest"}),
        ("constituency", {"election": "in-jk-2024", "constituency": "27"}),
        ("person", {"person": "Omar Abdullah"}),
        ("schedule", {"election": "in-jk-2024"}),
    ],
)
def test_answer_names_its_sources(ask: Ask, tool: str, arguments: dict[str, object]) -> None:
    answer = told(ask(tool, **arguments))

    assert answer["data"]
    assert answer["sources"]
    assert all(source["title"] and source["publisher"] for source in answer["sources"])


def test_results_are_those_of_the_record(ask: Ask) -> None:
    answer = told(ask("results", election="in-jk-2024", most=2))

    assert [(row["party_short"], row["won"]) for row in answer["data"]] == [("NC", 42), ("BJP", 29)]
    assert answer["left_out"] == 43


def test_moment_is_respected(ask: Ask) -> None:
    def counted_on(as_of: str) -> str:
        (step,) = [
            s for s in told(ask("schedule", election="in-jk-2024", as_of=as_of))["data"] if s["event"] == "count"
        ]
        return str(step["on_date"])

    assert counted_on("2024-08-22") == "2024-10-04"
    assert counted_on("2024-09-01") == "2024-10-08"


def test_nota_stands_last_on_a_ballot_and_has_no_position(ask: Ask) -> None:
    ballot = told(ask("constituency", election="in-jk-2024", constituency="Budgam"))["data"]["ballot"]
    assert (ballot[-1]["candidate"], ballot[-1]["position"]) == ("NOTA", None)


def test_article_is_checked_with_evidence(ask: Ask) -> None:
    text = "Omar Abdullah won Budgam by 18,485 votes."
    (article,) = told(ask("check_article", text=text, written_on="2024-10-14"))["result"]

    assert {claim["verdict"] for claim in article["claims"]} == {"confirmed"}
    assert article["claims"][0]["evidence"][0]["publisher"] == "Election Commission of India"


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("results", {"election": "in-jk-2025"}, "Did you mean 'in-jk-2024'"),
        ("results", {"election": "in-jk-2024", "as_of": "soon"}, "'soon' is not a moment"),
        ("person", {"person": "Budgam"}, "is no person"),
        ("check_article", {"text": "Omar Abdullah won Budgam."}, "does not say when it was written"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(ask: Ask, tool: str, arguments: dict[str, object], says: str) -> None:
    answer = ask(tool, **arguments)

    assert answer.is_error
    assert says in words(answer)


def test_command_speaks_the_protocol_over_standard_input_and_output(bundled_file: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from janadesh.cli.main import app; app()", "mcp", "--record", str(bundled_file)],
    )

    async def call() -> tuple[str, CallToolResult]:
        async with Client(command) as client:
            assert client.server_info is not None
            return client.server_info.name, await client.call_tool("find", {"name": "Budgam"})

    name, answer = anyio.run(call)

    assert name == "janadesh"
    assert told(answer)["data"]["noun"] == "constituency"


def test_command_without_its_part_says_what_to_install() -> None:
    program = "import sys; sys.modules['mcp'] = None; from janadesh.cli.main import app; app()"
    done = subprocess.run([sys.executable, "-c", program, "mcp"], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "pip install 'janadesh[mcp]'" in done.stderr
    assert "Traceback" not in done.stderr
