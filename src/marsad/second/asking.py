"""One question to an OpenAI-compatible endpoint: the request, its retries, and an answer or one clear line.

In: messages. Out: the text that the model wrote; raises `EndpointFailed`. Next: `answers`, which reads it.
Nothing is followed elsewhere: a redirect would send the text, and the key, to an address nobody named.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from marsad.errors import EndpointFailed
from marsad.second.address import KEY, chat_address, checked_key, httpx_module, shown
from marsad.second.discretion import Discretion, told, without_key
from marsad.second.pauses import pause
from marsad.second.prompt import answer_schema
from marsad.second.records import Endpoint, Usage
from marsad.second.reply import Reply, Unusable, content_of, reason_of, usage_of

LARGEST = 4_000_000  # bytes; the answer about 12,000 characters of text has some 20,000
IN_A_ROW = 3  # questions without an answer, after which nobody is asked any more
AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})  # the server's trouble, or its patience
WISH_REFUSED = frozenset({400, 422})  # perhaps only response_format or temperature
LASTING = {  # what no other question changes
    401: f"refuses the key; set {KEY}",
    402: "asks for payment",
    403: f"refuses access; is {KEY} right?",
    404: "knows no such address or model",
    405: "takes no such request",
    410: "is gone",
}
FORMATS = ("json_schema", "json_object", "")
Messages = Sequence[dict[str, str]]


class _Again(Exception):
    """The request may be made again, after the seconds that the endpoint asks for."""

    def __init__(self, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.headers = headers or {}


class _Lasting(EndpointFailed):
    """Whatever else is asked, this endpoint will not answer."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a request asks for beside the answer; endpoints differ in what they know."""

    format: int = 0  # of FORMATS
    steady: bool = True  # temperature 0

    def less(self, reason: str) -> _Wish | None:
        """The next smaller wish after a refusal with this reason; None where there is none."""
        if self.steady and "temperature" in reason:
            return _Wish(self.format, False)
        if self.format + 1 < len(FORMATS):
            return _Wish(self.format + 1, self.steady)
        return _Wish(self.format, False) if self.steady else None


class Asker:
    """A connection to one endpoint; remembers what it supports, what was used, and when to give up."""

    def __init__(self, endpoint: Endpoint, sleep: Callable[[float], None] = time.sleep) -> None:
        """Check address and key; nothing is sent yet. Raises `BadUse` and `ExtraMissing`."""
        httpx = httpx_module()
        self._httpx, self._endpoint, self._sleep = httpx, endpoint, sleep
        self.address, self._key = chat_address(endpoint.url), checked_key(endpoint.key)
        headers = {"content-type": "application/json", "accept-encoding": "identity"}
        if self._key:
            headers["authorization"] = f"Bearer {self._key}"
        self._discretion = Discretion(self._key, self.address.query.decode("ascii"))
        self._discretion.begin()
        self._client = httpx.Client(headers=headers, timeout=endpoint.timeout)
        self._wish, self._silent, self._down, self._used = _Wish(), 0, "", Usage()

    def close(self) -> None:
        """Close the connection."""
        self._client.close()
        self._discretion.end()

    @property
    def is_down(self) -> bool:
        """Whether nobody is asked any more."""
        return bool(self._down)

    def discreet(self, words: str) -> str:
        """The words without the key."""
        return without_key(words, self._key)

    def used(self) -> Usage:
        """What was used since the last time that somebody asked."""
        used, self._used = self._used, Usage()
        return used

    def ask(self, messages: Messages) -> str:
        """The model's words; raises `EndpointFailed`, at once where the endpoint is known not to answer."""
        if self._down:
            raise EndpointFailed(self._down)
        try:
            answer = self._tried(messages)
        except EndpointFailed as error:
            self._silent += 1
            if isinstance(error, _Lasting):
                self._down = str(error)
            elif self._silent >= IN_A_ROW:
                self._down = f"{error}; {IN_A_ROW} questions had no answer, no more are asked"
            raise
        self._silent = 0
        return answer

    def _tried(self, messages: Messages) -> str:
        tries = max(1, self._endpoint.tries)
        for tried in range(tries):
            try:
                return self._answer(messages)
            except _Again as again:
                wait, last = pause(again.headers, tried), again
            if wait > self._endpoint.longest_wait:
                raise EndpointFailed(self._line(f"{last}; it asks to wait {wait:.0f} seconds"))
            if tried + 1 < tries:
                self._sleep(wait)
        raise EndpointFailed(self._line(f"{last} ({tries} tries)"))

    def _answer(self, messages: Messages) -> str:
        reply = self._granted(messages)
        if reply.status == 200:
            self._used += usage_of(reply)
            try:
                return self.discreet(content_of(reply))
            except Unusable as error:
                raise EndpointFailed(self._line(f"{error}")) from None
        said = f"status {reply.status}: {reason_of(reply)}"
        if reply.status in AGAIN:
            raise _Again(said, dict(reply.headers))
        if 300 <= reply.status < 400:
            raise _Lasting(
                self._line(f"redirects to {self._target(reply)}; name that address if you trust it")
            )
        if reply.status in LASTING:
            raise _Lasting(self._line(f"{LASTING[reply.status]} ({said})"))
        raise EndpointFailed(self._line(said))

    def _granted(self, messages: Messages) -> Reply:
        """The reply to the largest wish that the endpoint grants; later questions begin there."""
        wish: _Wish | None = self._wish
        while wish:
            reply = self._post(messages, wish)
            if reply.status not in WISH_REFUSED:
                self._wish = wish
                break
            wish = wish.less(reason_of(reply))
        return reply

    def _post(self, messages: Messages, wish: _Wish) -> Reply:
        httpx, end = self._httpx, time.monotonic() + self._endpoint.timeout
        try:
            with self._client.stream("POST", self.address, content=self._body(messages, wish)) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Reply(response.status_code, headers, self._read(response.iter_bytes(), end))
        except (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.ProxyError,
            httpx.UnsupportedProtocol,
        ) as error:
            raise _Lasting(self._line(f"cannot be reached: {error}")) from None
        except httpx.TimeoutException:
            raise self._late() from None
        except httpx.TransportError as error:
            self._used += Usage(calls=1, unstated=1)  # it may have been working, and be paid for it
            raise _Again(f"the answer broke off: {error}") from None
        except httpx.DecodingError as error:
            raise EndpointFailed(self._line(f"the answer cannot be unpacked: {error}")) from None

    def _read(self, pieces: Iterator[bytes], end: float) -> bytes:
        """The body, unless it is too large or comes too slowly."""
        body = bytearray()
        for piece in pieces:
            body += piece
            if len(body) > LARGEST:
                self._used += Usage(calls=1, unstated=1)
                raise EndpointFailed(self._line(f"the answer is larger than {LARGEST:,} bytes"))
            if time.monotonic() > end:
                raise self._late()
        return bytes(body)

    def _late(self) -> EndpointFailed:
        """No second try: it would wait as long again and may be billed twice."""
        self._used += Usage(calls=1, unstated=1)
        return EndpointFailed(self._line(f"no answer within {self._endpoint.timeout:g} seconds"))

    def _body(self, messages: Messages, wish: _Wish) -> bytes:
        form = FORMATS[wish.format]
        schema = {"name": "mentions", "schema": answer_schema()}
        asked: dict[str, object] = {"type": form} | ({form: schema} if form == FORMATS[0] else {})
        body = {
            "model": self._endpoint.model,
            "messages": list(messages),
            **({"temperature": 0} if wish.steady else {}),
            **({"response_format": asked} if form else {}),
        }
        return json.dumps(body).encode("ascii")

    def _target(self, reply: Reply) -> str:
        try:
            return shown(self.address.join(reply.headers.get("location", "")))
        except (self._httpx.InvalidURL, ValueError):
            return "no address"

    def _line(self, words: str) -> str:
        return f"{shown(self.address)}: {told(words, self._key)}"
