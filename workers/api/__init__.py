"""The local HTTP and WebSocket API. `server` is the organ; nothing else is needed from outside but `setup` and `token`.

`guard` stands before every request, `routes` answers them, `desk` waits for what comes of them; `telling` puts events
into words for the WebSocket, `audience` sends them, `talk` is its protocol, `levels` tells pose and status;
`listening` is the socket, `pages` the files.
"""
