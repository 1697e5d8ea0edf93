"""Where a question goes and with which key: checked before anything is sent, and told without secrets."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from marsad.errors import BadUse, ExtraMissing

if TYPE_CHECKING:
    import httpx

KEY = "MARSAD_LLM_KEY"  # the environment variable
EXAMPLE = "http://localhost:11434/v1"
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_CHAT = "/chat/completions"


def chat_address(url: str) -> httpx.URL:
    """The address of the chat completions below a base such as https://host/v1; raises `BadUse`.

    >>> str(chat_address("http://localhost:11434/v1"))
    'http://localhost:11434/v1/chat/completions'
    """
    package = httpx_module()
    try:
        address: httpx.URL = package.URL(url)
    except (package.InvalidURL, ValueError) as error:
        raise BadUse(f"{url}: expected an address such as {EXAMPLE}, found {error}") from error
    if address.userinfo:  # not told again: it holds a password
        raise BadUse(f"expected an endpoint's address without a name or password; put the key into {KEY}")
    if address.scheme not in ("http", "https") or not address.host:
        raise BadUse(f"{url}: expected an address such as {EXAMPLE}")
    path = address.path.rstrip("/")
    whole = path if path.endswith(_CHAT) else f"{path or '/v1'}{_CHAT}"
    return address.copy_with(path=whole, fragment=None)


def shown(address: httpx.URL) -> str:
    """The address as it may be told: without its query, which may hold a key."""
    return str(address.copy_with(query=None))


def is_open(address: httpx.URL) -> bool:
    """Whether text and key go over a network unencrypted."""
    return address.scheme == "http" and address.host not in LOCAL


def checked_key(key: str | None) -> str | None:
    """The key without white space around it; raises `BadUse` where no header can hold it."""
    key = (key or "").strip()
    if not all("!" <= letter <= "~" for letter in key):
        raise BadUse(f"{KEY}: expected printable ASCII without spaces, found something else; set it anew")
    return key or None


def httpx_module() -> ModuleType:
    """The optional dependency, imported when somebody asks; raises `ExtraMissing` with what to install."""
    try:
        import httpx
    except ImportError as error:
        raise ExtraMissing(
            "the second reader: expected the package httpx, found none; "
            "install it with: pip install 'marsad[llm]'"
        ) from error
    return httpx
