"""An endpoint on this machine that answers as it is told, well or badly, and keeps what it was asked."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

USAGE = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}


@dataclass(frozen=True)
class Reply:
    """One reply; `promised` bytes are announced where they are more than the body has."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    delay: float = 0.0
    promised: int | None = None
    drops: bool = False  # the connection, before anything is said
    dribbles: float = 0.0  # seconds between the pieces of the body


@dataclass
class Stub:
    """A running endpoint: the replies to come (the last one for ever) and the requests that came."""

    url: str
    replies: list[Reply | Callable[[dict[str, object]], Reply]]
    asked: list[dict[str, object]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def reply(self, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        self.paths.append(path)
        self.headers.append(headers)
        asked = json.loads(body)
        self.asked.append(asked)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply if isinstance(reply, Reply) else reply(asked)


def completion(content: object, usage: object = USAGE, finish: str = "stop") -> Reply:
    """A chat completion whose message is the text, or the JSON of anything else."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    message = {"role": "assistant", "content": text}
    answer = {"choices": [{"index": 0, "message": message, "finish_reason": finish}], "usage": usage}
    return raw(answer if usage is not None else {"choices": answer["choices"]})


def raw(body: object, status: int = 200, **headers: str) -> Reply:
    """Any JSON as a reply."""
    kept = {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
    return Reply(json.dumps(body, ensure_ascii=False).encode(), status, kept)


class Handler(BaseHTTPRequestHandler):
    """Sends what the stub says."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        reply = self.server.stub.reply(self.path, dict(self.headers.items()), self.rfile.read(length))
        time.sleep(reply.delay)
        self.close_connection = reply.drops or reply.promised is not None
        if not reply.drops:
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", f"{reply.promised or len(reply.body)}")
        step = max(1, len(reply.body) // 20) if reply.dribbles else 1 << 16
        try:
            self.end_headers()
            for at in range(0, len(reply.body), step):
                self.wfile.write(reply.body[at : at + step])
                self.wfile.flush()
                time.sleep(reply.dribbles)
        except OSError:  # who asked has gone
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """An HTTP server that knows its stub; a connection that breaks off is no news."""

    stub: Stub
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def endpoint(*replies: Reply | Callable[[dict[str, object]], Reply]) -> Iterator[Stub]:
    """A stub that runs as long as the block."""
    server = Server(("127.0.0.1", 0), Handler)
    server.stub = Stub(f"http://127.0.0.1:{server.server_port}/v1", list(replies))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
