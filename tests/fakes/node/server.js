// The stream backend's contract on the real Socket.IO server for Node: history and alert settings on connecting, every
// event to everyone, test events over HTTP. Orders come as JSON lines on standard input, see tests/fakes/stream_server.py.
"use strict";

const http = require("http");
const readline = require("readline");
const { Server } = require("socket.io");

const [port, token, transports] = process.argv.slice(2);
const ALERTS = { follow: { enabled: true, sound: true, duration: 5000 } };
const BUFFERS = { "chat-message": ["chatMessages", 100], "new-subscriber": ["subscribers", 50], raid: ["raids", 20] };
const RESERVED = new Set(["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"]);
const history = {
  ...{ followers: [], subscribers: [], donations: [], chatMessages: [], raids: [] },
  ...JSON.parse(process.env.STREAM_HISTORY || "{}"),
};

const tell = (line) => process.stdout.write(JSON.stringify(line) + "\n");

const emit = (name, payload) => {
  if (Object.hasOwn(BUFFERS, name)) {
    const buffer = BUFFERS[name];
    history[buffer[0]].push(payload);
    history[buffer[0]].splice(0, history[buffer[0]].length - buffer[1]);
  }
  const packet = JSON.stringify(payload === undefined ? [name] : [name, payload]);
  if (RESERVED.has(name)) for (const client of Object.values(io.engine.clients)) client.write("2" + packet);
  else io.emit(...JSON.parse(packet));
};

const server = http.createServer((request, response) => {
  if (request.url === "/api/health") {
    response.setHeader("Content-Type", "application/json");
    response.end('{"healthy":true}');
  } else if (request.url === "/api/test-event" && request.method === "POST") {
    let body = "";
    request.on("data", (piece) => (body += piece));
    request.on("end", () => {
      const { eventName, data } = JSON.parse(body);
      emit(eventName, data);
      response.end('{"success":true}');
    });
  } else {
    response.statusCode = 404;
    response.end("<!doctype html><title>nothing here</title>");
  }
});

const io = new Server(server, { transports: transports ? transports.split(",") : ["websocket", "polling"] });

io.use((socket, next) =>
  !token || socket.handshake.auth.token === token ? next() : next(new Error("wrong token"))
);

io.on("connection", (socket) => {
  socket.emit("recent-events", history);
  socket.emit("alert-settings", ALERTS);
  tell({ joined: socket.id, transport: socket.conn.transport.name, authorization: socket.handshake.headers.authorization });
  socket.on("disconnect", (reason) => tell({ left: socket.id, reason }));
  socket.onAny((name, payload) => tell({ got: name, payload }));
  socket.on("test-alert", (data) => emit("alert", { id: String(Date.now()), timestamp: new Date().toISOString(), ...data }));
});

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const order = JSON.parse(line);
  for (const [name, payload] of order.emit || []) emit(name, payload);
  for (const text of order.raw || []) for (const client of Object.values(io.engine.clients)) client.write(text);
  for (const text of order.binary || [])
    for (const client of Object.values(io.engine.clients)) client.write(Buffer.from(text, "base64"));
  if (order.drop) for (const client of Object.values(io.engine.clients)) client.close(true);
  if (order.kick) io.disconnectSockets();
  tell({ done: order.n });
});
process.stdin.on("end", () => process.exit(0));

server.listen(Number(port), "127.0.0.1", () => tell({ port: server.address().port }));
