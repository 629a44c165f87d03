"""Where a study is served, and by which names people reach it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True)
class Place:
    """The server listens at host and port; people type the url, where a proxy or another machine lies between."""

    host: str
    port: int
    url: str = ""

    def mistakes(self) -> Iterator[str]:
        if not self.url and self.host not in LOOPBACK:
            yield (
                f"host={self.host}: people need an address that leads here; say which, as in "
                "url=https://study.example.org, or keep host=127.0.0.1 for this machine alone"
            )
        elif self.url and not _plain(self.url):
            yield f"url={self.url}: it has to be as in https://study.example.org or http://192.168.1.5:8430"

    @property
    def open_to_listeners(self) -> bool:
        """Whether links and votes travel to other machines so that those in between can read and change them."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and parts.hostname not in LOOPBACK

    @property
    def base(self) -> str:
        """The address of the study, without a slash at its end."""
        return self.url.rstrip("/") or self.local

    @property
    def local(self) -> str:
        """For programs on this machine."""
        return f"http://{self._loopback[0]}"

    @property
    def prefix(self) -> str:
        """What the address has behind the host: "/study" of https://example.org/study, mostly ""."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def hosts(self) -> frozenset[str]:
        """Of the Host header: those that the study answers to."""
        return frozenset(self._loopback) | self._named(urlsplit(self.url).netloc)

    @property
    def origins(self) -> frozenset[str]:
        """Of the Origin header: pages that may send something."""
        scheme = urlsplit(self.url).scheme
        named = self._named(urlsplit(self.url).netloc)
        return frozenset(f"http://{host}" for host in self._loopback) | {f"{scheme}://{host}" for host in named}

    @property
    def _loopback(self) -> list[str]:
        return [f"[{name}]:{self.port}" if ":" in name else f"{name}:{self.port}" for name in LOOPBACK]

    def _named(self, netloc: str) -> frozenset[str]:
        """The host of the url, with and without the port that goes without saying."""
        usual, host = _PORTS.get(urlsplit(self.url).scheme, ""), netloc.lower().rpartition("@")[2]
        return frozenset({host, host.removesuffix(usual), host.removesuffix(usual) + usual} if host else ())


def _plain(url: str) -> bool:
    """Whether browsers send it letter by letter as it is here, but for capitals: others would find no study there."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in _PORTS and parts.hostname and parts.port != 0
    except ValueError:  # a bracket that is not closed, a port that is none
        return False
    return bool(named and re.fullmatch(r"[A-Za-z0-9.:/_~\[\]-]+", url))
