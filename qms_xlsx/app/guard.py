"""Who may ask: this computer, this page, and whoever holds the key in the address."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""What this computer calls itself; any other is another site's trick (DNS rebinding)."""
_READING = {"GET", "HEAD"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    # Nothing is told to other sites; to ourselves the origin is, which is checked on every POST.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def new_key() -> str:
    """Return a key that nobody guesses."""
    return secrets.token_urlsafe(24)


class Guard:
    """Lets through what comes from our own page on this computer; the rest learns nothing."""

    def __init__(self, app: ASGIApp, key: str, port: int) -> None:
        self._app = app
        self._key = key.encode()
        self._hosts = {f"{host}:{port}" for host in HOSTS}
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        if self._welcome(scope):
            await self._app(scope, receive, guarded)
        else:
            await PlainTextResponse("", 404)(scope, receive, guarded)

    def _welcome(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._hosts or not self._has_key(scope["path"]):
            return False
        return scope["method"] in _READING or (scope["method"] == "POST" and self._ours(headers))

    def _has_key(self, path: str) -> bool:
        given = path.removeprefix("/").partition("/")[0].encode()
        return secrets.compare_digest(given, self._key)

    def _ours(self, headers: Headers) -> bool:
        """Whether a POST was sent by our own page: no other site's form may act here."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is None and site is None:
            return False
        return (origin is None or origin in self._origins) and site in (None, "same-origin")
