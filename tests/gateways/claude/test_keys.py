"""Which key is taken, and what is none."""

import pytest

from engine.core.errors import InterpreterError
from engine.gateways.claude.keys import API, ClaudeSettings, settings_from


@pytest.mark.parametrize("value", ["", "  ", "your_claude_api_key_here", "\n"])
def test_a_placeholder_is_no_key(value: str) -> None:
    """The example file copied as it is must not send requests that fail."""
    assert settings_from({"CLAUDE_API_KEY": value}) is None


def test_our_own_name_goes_first_then_the_environment_then_the_secrets() -> None:
    """CLAUDE_API_KEY, then ANTHROPIC_API_KEY; the machine's environment over a file of secrets."""
    both = {"CLAUDE_API_KEY": " sk-ant-ours \n", "ANTHROPIC_API_KEY": "sk-ant-theirs"}
    assert settings_from(both) == ClaudeSettings("sk-ant-ours")
    assert settings_from({"ANTHROPIC_API_KEY": "sk-ant-theirs"}) == ClaudeSettings("sk-ant-theirs")
    assert settings_from({}, {"CLAUDE_API_KEY": "sk-ant-secret", "CLAUDE_MODEL": "claude-haiku-5-5"}) == ClaudeSettings(
        "sk-ant-secret", "claude-haiku-5-5"
    )
    assert settings_from({"CLAUDE_API_KEY": "sk-ant-a"}, {"CLAUDE_API_KEY": "sk-ant-b"}) == ClaudeSettings("sk-ant-a")


@pytest.mark.parametrize("value", ["sk-ant-a b", "sk-ant-ü", "sk\x00ant"])
def test_a_key_that_cannot_be_sent_is_refused_without_repeating_it(value: str) -> None:
    """The client would call it a connection error."""
    with pytest.raises(InterpreterError, match="Copy it again") as raised:
        settings_from({"CLAUDE_API_KEY": value})
    assert value not in str(raised.value)


def test_the_server_is_the_official_one_unless_named() -> None:
    """ANTHROPIC_BASE_URL in somebody's environment must not lead the key elsewhere."""
    given = {"CLAUDE_API_KEY": "sk-ant-a", "ANTHROPIC_BASE_URL": "https://elsewhere.example"}
    found = settings_from(given)
    assert found is not None
    assert found.base_url == API
    mirror = settings_from({**given, "CLAUDE_BASE_URL": "https://mirror.example/"})
    assert mirror is not None
    assert mirror.base_url == "https://mirror.example"


@pytest.mark.parametrize("url", [
    "http://mirror.example", "http://127.0.0.1.evil.example", "http://localhost@evil.example", "ftp://mirror.example",
    "https://", "//mirror.example", "http://[", "https://user:pass@mirror.example",
])  # fmt: skip
def test_a_server_without_encryption_gets_no_key(url: str) -> None:
    """Except this machine itself, and nobody who only looks like it."""
    with pytest.raises(InterpreterError, match="https"):
        settings_from({"CLAUDE_API_KEY": "sk-ant-a", "CLAUDE_BASE_URL": url})


def test_this_machine_may_be_a_server() -> None:
    """A mirror or a test of one's own."""
    assert settings_from({"CLAUDE_API_KEY": "sk-ant-a", "CLAUDE_BASE_URL": "http://127.0.0.1:8123"})


def test_a_person_is_the_same_letters_every_time_and_no_name() -> None:
    """What the provider and the ledger see."""
    settings = ClaudeSettings("sk-ant-a")
    assert settings.anonymous("ada") == settings.anonymous("ada") != settings.anonymous("bob")
    assert ClaudeSettings("sk-ant-b").anonymous("ada") != settings.anonymous("ada")
