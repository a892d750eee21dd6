"""Until the first client comes, the local API costs little: in a process of its own, since imports stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import asyncio, sys
from workers.api.listening import Listener, bound
from workers.api.server import Api
from workers.api.setup import Limits

HEAVY = {"fastapi", "uvicorn", "starlette", "httpx", "websockets"}

async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})

def made():
    import fastapi
    return app

async def main():
    listener = Listener(made, bound("127.0.0.1", 0), Limits())
    await listener.open()
    print(sorted(HEAVY & set(sys.modules)))
    reader, writer = await asyncio.open_connection("127.0.0.1", listener.port)
    writer.write(b"GET / HTTP/1.1\\r\\nhost: here\\r\\nconnection: close\\r\\n\\r\\n")
    print((await reader.read()).split(b"\\r\\n")[0].decode())
    print("uvicorn" in sys.modules)
    writer.close()
    await listener.close()

asyncio.run(main())
"""


def test_its_libraries_are_imported_for_the_first_client() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "HTTP/1.1 204 No Content", "True"], done.stderr
