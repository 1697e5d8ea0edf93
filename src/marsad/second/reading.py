"""The second reader: an article out, the mentions that an endpoint proposes for it in.

In: an `Article` and an `Endpoint`. Out: `Proposals`; nothing that an endpoint does raises, it becomes a
problem of this article. Next: `beside`, which lays them next to the rule coder's mentions.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import TracebackType

from marsad.errors import EndpointFailed
from marsad.records import Article, EventMention, Span
from marsad.second.address import is_open, shown
from marsad.second.answers import BadAnswer, proposals_in
from marsad.second.asking import Asker
from marsad.second.grounding import Ground, Refused
from marsad.second.parts import MOST, PART, parts
from marsad.second.prompt import messages
from marsad.second.records import Endpoint, Proposals, Refusal, Usage

MOST_PROPOSALS = 300  # a part; the densest article of the gold has 40 mentions
KEPT = 2000  # characters of a refused proposal


@dataclass(slots=True)
class _Gathered:
    """What came back for the parts of one article so far."""

    ground: Ground
    mentions: list[EventMention] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    heard: list[Span] = field(default_factory=list)
    events: dict[tuple[int, str], str] = field(default_factory=dict)

    def event(self, part: Span, label: str) -> str:
        """One label an event over the whole article; a mention without a label is an event of its own."""
        new = f"e{len(self.events) + 1}"
        return self.events.setdefault((part.start, label or f" {new}"), new)


class SecondReader:
    """Asks one endpoint about articles, one after the other; to be closed, or used in a `with`."""

    def __init__(self, endpoint: Endpoint, sleep: Callable[[float], None] = time.sleep) -> None:
        """Check the endpoint's address and key; nothing is sent. Raises `BadUse` and `ExtraMissing`."""
        self.endpoint, self.usage = endpoint, Usage()
        self._asker = Asker(endpoint, sleep)

    def __enter__(self) -> SecondReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._asker.close()

    @property
    def address(self) -> str:
        """Where texts go, as it may be told."""
        return shown(self._asker.address)

    @property
    def is_open(self) -> bool:
        """Whether texts go over a network unencrypted."""
        return is_open(self._asker.address)

    @property
    def is_down(self) -> bool:
        """Whether the endpoint is known not to answer, so that nothing more is sent."""
        return self._asker.is_down

    def propose(self, article: Article) -> Proposals:
        """What the endpoint proposes for an article, part by part; its text goes to the endpoint."""
        gathered, asked = _Gathered(Ground(article)), parts(article.text)
        if len(asked) > MOST:
            gathered.problems.append(_too_long(article))
            asked = ()
        for part in asked:
            self._ask(gathered, part)
        usage = self._asker.used()
        self.usage += usage
        problems = tuple(dict.fromkeys(gathered.problems))
        found = tuple(sorted(gathered.mentions, key=lambda mention: mention.trigger.start))
        heard, refused = tuple(gathered.heard), tuple(gathered.refused)
        return Proposals(self.endpoint.model, found, refused, problems, heard, usage)

    def _ask(self, gathered: _Gathered, part: Span) -> None:
        try:
            answer = self._asker.ask(messages(gathered.ground.article, part))
            proposed = proposals_in(answer)
        except EndpointFailed as error:
            gathered.problems.append(str(error))
        except BadAnswer as error:
            gathered.problems.append(f"{self.address}: {self._asker.discreet(str(error))}")
        else:
            gathered.heard.append(part)
            self._take(gathered, proposed, part)

    def _take(self, gathered: _Gathered, proposed: list[object], part: Span) -> None:
        """Ground each proposal, or keep it with the reason why it is refused."""
        for proposal in proposed[:MOST_PROPOSALS]:
            try:
                found = gathered.ground.mention(proposal, part)
            except Refused as refused:
                written = self._asker.discreet(json.dumps(proposal, ensure_ascii=False))
                gathered.refused.append(Refusal(self._asker.discreet(str(refused)), written[:KEPT]))
            else:
                gathered.mentions.append(replace(found, event=gathered.event(part, found.event)))
        if len(proposed) > MOST_PROPOSALS:
            gathered.problems.append(
                f"{self.address}: {len(proposed)} proposals, of which the first {MOST_PROPOSALS} are read"
            )


def propose(article: Article, endpoint: Endpoint, sleep: Callable[[float], None] = time.sleep) -> Proposals:
    """What an endpoint proposes for one article; its text goes there. Raises `BadUse` and `ExtraMissing`."""
    with SecondReader(endpoint, sleep) as reader:
        return reader.propose(article)


def _too_long(article: Article) -> str:
    length, limit = len(article.text), MOST * PART
    return f"the article is not sent: it has {length:,} characters, the second reader takes up to {limit:,}"
