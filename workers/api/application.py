"""The FastAPI application: its endpoints, pages and errors. Everything is a coroutine; nothing starts a thread."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI, Request, Response, WebSocket
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException

from workers.api import bodies, showing, talking
from workers.api.guard import TRUSTED
from workers.api.pages import TYPES, docs, docs_policy, found, policy
from workers.api.refusal import Refusal
from workers.api.service import Service
from workers.api.talk import converse

_ABOUT = (
    "The local API of Vesper, for tools on this machine. What changes something or tells of chat needs the token "
    "(`vesper token`) as the header Authorization: Bearer TOKEN. WebSocket: /stream."
)
_WORDS = {404: "There is nothing here.", 405: "This address does not take that method."}


def application(service: Service) -> FastAPI:
    """Everything the API answers."""
    app = FastAPI(
        title="Vesper",
        description=_ABOUT,
        version=service.setup.version or "0",
        docs_url=None,
        redoc_url=None,
        responses={"4XX": {"model": bodies.Error}, "5XX": {"model": bodies.Error}},
    )
    _add_errors(app)
    _add_telling(app, service)
    token = [Depends(HTTPBearer(auto_error=False))]  # for the description; the guard has looked at it already
    app.include_router(talking.routes(service), dependencies=token)
    app.include_router(showing.routes(service), dependencies=token)
    _add_pages(app, service)
    return app


def _add_telling(app: FastAPI, service: Service) -> None:
    @app.get("/health", tags=["status"], summary="Whether she is up")
    async def health() -> bodies.Health:
        return bodies.Health.model_validate(service.outside.status().health())

    @app.get("/status", tags=["status"], summary="How she is")
    async def status(request: Request) -> bodies.StatusTold:
        """Nothing of chat without the token."""
        told = service.outside.status().told(service.outside.now(), private=request.scope[TRUSTED])
        return bodies.StatusTold.model_validate(told)

    @app.websocket("/stream")
    async def stream(socket: WebSocket) -> None:
        await converse(socket, service)


def _add_pages(app: FastAPI, service: Service) -> None:
    files = found(service.setup.pages)

    def page(name: str, request: Request, *, styled: bool = False) -> Response:
        path = files.get(name)
        if path is None:
            raise HTTPException(404)
        headers = {}
        if path.suffix == ".html":
            headers["content-security-policy"] = policy(request.headers["host"], styled=styled)
        return Response(path.read_bytes(), media_type=TYPES[path.suffix], headers=headers)

    @app.get("/overlay", include_in_schema=False)
    async def overlay(request: Request) -> Response:
        return page("overlay.html", request, styled=True)

    @app.get("/chat", include_in_schema=False)
    async def chat(request: Request) -> Response:
        return page("chat.html", request)

    @app.get("/pages/{name:path}", include_in_schema=False)
    async def file(name: str, request: Request) -> Response:
        return page(name, request)

    @app.get("/docs", include_in_schema=False)
    async def endpoints() -> Response:
        return HTMLResponse(docs(app.openapi()), headers={"content-security-policy": docs_policy()})


def _add_errors(app: FastAPI) -> None:
    @app.exception_handler(Refusal)
    async def refused(_: Request, refusal: Refusal) -> Response:
        return _answer(refusal)

    @app.exception_handler(RequestValidationError)
    async def wrong(_: Request, error: RequestValidationError) -> Response:
        return _answer(
            Refusal(422, "; ".join(_put(one) for one in error.errors()[:5]), "GET /docs tells what fits.")
        )

    @app.exception_handler(HTTPException)
    async def unknown(_: Request, error: HTTPException) -> Response:
        headers = tuple((name.encode(), value.encode()) for name, value in (error.headers or {}).items())
        words = _WORDS.get(error.status_code, str(error.detail))
        return _answer(Refusal(error.status_code, words, "GET /docs tells what there is.", headers))

    @app.exception_handler(Exception)
    async def broken(_: Request, __: Exception) -> Response:
        return _answer(
            Refusal(500, "Something in Vesper is broken.", "Her log tells more; please report it.")
        )


def _put(error: dict[str, Any]) -> str:
    """What is wrong with a body, in words: "seconds: Input should be less than or equal to 600"."""
    where = ".".join(str(part) for part in error["loc"] if part != "body")
    if error["type"] == "json_invalid":
        return "The body is not JSON."
    return f"{where}: {error['msg']}" if where else str(error["msg"])


def _answer(refusal: Refusal) -> Response:
    headers = {name.decode(): value.decode() for name, value in refusal.headers}
    return Response(refusal.body(), refusal.status, headers, media_type="application/json")
