"""An address -> bytes, through httpx: within bounds on size, time and redirects, and from public hosts only.

A host name is resolved once, every address that it has is checked, and the connection goes to a checked address: a name that
resolves differently a second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import ReadingError, TooLargeError
from summarizer.options import MAX_CONTAINER_BYTES

if TYPE_CHECKING:
    import httpx

# A page answers within a second or two; five redirects are what browsers meet at worst (http, www, locale, consent, slash).
STEP_SECONDS, TOTAL_SECONDS, MAX_REDIRECTS = 10.0, 30.0, 5
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
# The name and password in an address, which go to its host and are shown nowhere.
_USER = re.compile(r"(?<=://)[^/?#@\s]*@")
_AGENT = "article-summarizer"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5"
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with: the bytes, their media type as the server names it, and the last address."""

    data: bytes
    media_type: str
    url: str


def is_url(text: str) -> bool:
    """Tell whether *text* is one address of the web.

    >>> is_url("https://example.org/a"), is_url("see https://example.org/a")
    (True, False)
    """
    return _URL.fullmatch(text.strip()) is not None


def without_user(url: str) -> str:
    """Return *url* without a user's name and password.

    >>> without_user("https://ann:secret@example.org/a@b")
    'https://example.org/a@b'
    """
    return _USER.sub("", url, count=1)


def fetch(url: str, *, allow_private_addresses: bool = False) -> Fetched:
    """Return what *url* answers with, at most 50 MB of it.

    A user's name and password in *url* are sent to its host alone. Raises ReadingError when the host is private (unless
    *allow_private_addresses*), does not answer in time, answers with an error, with too much, or with too many redirects.
    """
    import httpx

    given, url = url, without_user(url)
    deadline = time.monotonic() + TOTAL_SECONDS
    timeout = httpx.Timeout(STEP_SECONDS)
    try:
        # Proxies of the environment are not used: the check of addresses would be the proxy's to make.
        with httpx.Client(timeout=timeout, trust_env=False, follow_redirects=False) as client:
            login = httpx.URL(given)
            auth = httpx.BasicAuth(login.username, login.password) if login.userinfo else None
            for _ in range(MAX_REDIRECTS + 1):
                request = _request(client, url, allow_private=allow_private_addresses)
                is_same_host = httpx.URL(url).host == login.host
                response = client.send(request, stream=True, auth=auth if is_same_host else None)
                try:
                    if response.status_code not in _REDIRECTS or "location" not in response.headers:
                        return _body(response, url=url, deadline=deadline)
                    url = without_user(str(httpx.URL(url).join(response.headers["location"])))
                finally:
                    response.close()
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        detail = str(error) or type(error).__name__
        raise ReadingError(
            f"{url}: cannot be fetched ({detail}); check the address, or save the page and give the file"
        ) from error
    raise ReadingError(f"{url}: redirects more than {MAX_REDIRECTS} times; open it in a browser and save the page")


def _request(client: httpx.Client, url: str, *, allow_private: bool) -> httpx.Request:
    """Return the request for *url*, sent to an address of its host that was checked."""
    import httpx

    parsed = httpx.URL(url)
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ReadingError(f"{url}: is no address of the web; give one that starts with http:// or https://")
    usual = 443 if parsed.scheme == "https" else 80
    address = _public_address(parsed.host, parsed.port or usual, url=url, allow_private=allow_private)
    host = parsed.raw_host.decode("ascii")
    named = f"[{host}]" if ":" in host else host
    headers = {"Host": f"{named}:{parsed.port}" if parsed.port else named, "User-Agent": _AGENT, "Accept": _ACCEPT}
    target = parsed.copy_with(host=address, fragment=None)
    return client.build_request("GET", target, headers=headers, extensions={"sni_hostname": host})


def _public_address(host: str, port: int, *, url: str, allow_private: bool) -> str:
    """Return an address of *host*. Raises ReadingError when any of its addresses is not one of the public internet."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadingError(f"{url}: the host {host} is not found; check the address and the connection") from error
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    for address in addresses:
        if not allow_private and not _is_public(address):
            raise ReadingError(
                f"{url}: leads to the private address {address}, which is not read; save the page, or allow it "
                "(--allow-private-addresses)"
            )
    return addresses[0]


def _is_public(address: str) -> bool:
    """Tell whether *address* belongs to the public internet; an IPv4 address inside an IPv6 one counts as what it is.

    >>> _is_public("93.184.215.14"), _is_public("127.0.0.1"), _is_public("::ffff:10.0.0.1"), _is_public("169.254.169.254")
    (True, False, False, False)
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast


def _body(response: httpx.Response, *, url: str, deadline: float) -> Fetched:
    if response.status_code >= 400 or response.status_code < 200:
        raise ReadingError(f"{url}: answers with {response.status_code} {response.reason_phrase}; check the address")
    pieces, size = [], 0
    for piece in response.iter_bytes():
        pieces.append(piece)
        size += len(piece)
        if size > MAX_CONTAINER_BYTES:
            raise TooLargeError(f"{url}: is larger than the {MAX_CONTAINER_BYTES // 1_000_000} MB that are read")
        if time.monotonic() > deadline:
            raise ReadingError(f"{url}: takes longer than {TOTAL_SECONDS:.0f} seconds; save the page and give the file")
    return Fetched(b"".join(pieces), response.headers.get("content-type", ""), url)
