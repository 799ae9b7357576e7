"""Keys in what people type: found by their shape and taken out at the door, before anything is kept or sent on."""

import re
from typing import Final

REMOVED: Final = "[key removed]"
TOLD: Final = "Something that looks like a key was taken out of your message and is kept nowhere. Replace that key."
_SHAPES: Final = (
    r"\bsk-[A-Za-z0-9_-]{8,}",  # Anthropic and others
    r"(?i:\bbearer)\s+[\w.~+/-]{12,}=*",
    r"(?i:\bauthorization)[\"']?\s*[:=]\s*[\"']?(?:\w+\s+)?[\w.~+/-]{8,}=*",
    r"(?i:x-api-key|passphrase|password)[\"']?\s*[:=]\s*[\"']?[^\s\"']{6,}",
    r"(?<=://)[^\s/:@]+:[^\s/@]+(?=@)",  # a password in an address
    r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b",
    r"\b(?:ghp|gho|ghs|github_pat|xox[abp])[_-][A-Za-z0-9_-]{16,}",
    r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*",  # a signed token
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
    r"(?i:\b(?:api|secret|private|access)[ _-]?(?:key|secret|token)\b)\s*(?:is|=|:)?\s*[\"']?[A-Za-z0-9+/_-]{12,}=*",
    r"(?<![\w+/=.:-])(?=[A-Za-z0-9+/_-]*\d)(?=[A-Za-z0-9+/_-]*[A-Za-z])[A-Za-z0-9+/_-]{32,}={0,2}",  # exchanges
)
_KEY: Final = re.compile("|".join(_SHAPES), re.S)


def redacted(text: str) -> str:
    """The text without what looks like a key, a token or a password of an exchange."""
    return _KEY.sub(REMOVED, text)
