"""The door: only this computer, only who has the key, and nothing larger than a workbook."""

import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from optimizer.workbook.write.package import LIMITS

KEY_PARAMETER = "sleutel"
"""Names the token in the address with which the program starts."""
COOKIE = "taakverdeler_{port}"
"""One per port: two programs side by side do not take each other's place."""
BODY_LIMIT = LIMITS.file_bytes
"""Bytes of a request: what the largest workbook that is opened may weigh."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""No script and no style but our own files, whatever stands in a workbook; nothing leaves."""
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_REFUSED = 403
_TOO_LARGE = 413
_CLOSED_BY_POLICY = 1008
"""The code with which a websocket is closed on grounds of policy."""


class Guard:
    """Stands before the whole application, for http and for websockets alike.

    A page elsewhere can make the browser of the user ask for an address on this computer: hence
    `Host` (a name that was made to point here), `Origin` (another page) and the key.
    """

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._cookie = COOKIE.format(port=port)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, _Limited(receive), _with_headers(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _CLOSED_BY_POLICY})
        else:
            await refusal(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer instead of the application's; `None` when there is nothing against it."""
        headers = {name.decode("latin-1"): text for name, text in scope["headers"]}
        host = headers.get("host", b"").decode("latin-1")
        origin = headers.get("origin", b"").decode("latin-1")
        if host not in self._hosts or (origin and origin not in self._origins):
            return PlainTextResponse("Deze aanvraag komt niet van deze computer.", _REFUSED)
        if self._is_key(_cookie(headers.get("cookie", b""), self._cookie)):
            return _too_large(headers.get("content-length", b""))
        given = parse_qs(scope["query_string"].decode("latin-1")).get(KEY_PARAMETER, [""])
        if scope["type"] == "http" and self._is_key(given[0]):
            return self._entrance()
        return PlainTextResponse(
            "Open de toepassing met het adres dat het programma toont.", _REFUSED
        )

    def _is_key(self, text: str) -> bool:
        return hmac.compare_digest(text.encode(), self._token.encode())

    def _entrance(self) -> Response:
        """The key goes from the address, where it would be seen, to a cookie."""
        entrance = RedirectResponse("/", status_code=303)
        entrance.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return entrance


def _cookie(header: bytes, name: str) -> str:
    try:
        found = SimpleCookie(header.decode("latin-1")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _too_large(length: bytes) -> Response | None:
    is_large = length.isdigit() and int(length) > BODY_LIMIT
    return PlainTextResponse("Het bestand is te groot.", _TOO_LARGE) if is_large else None


class _Limited:
    """Receives a body, and no more of it than is allowed, whatever length it claims."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._passed = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._passed += len(message.get("body", b""))
        if self._passed > BODY_LIMIT:
            return {"type": "http.disconnect"}
        return message


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [name for name, _ in message.get("headers", ())]
            added = [pair for pair in HEADERS if pair[0] not in own]
            message["headers"] = [*message.get("headers", ()), *added]
        await send(message)

    return sending
