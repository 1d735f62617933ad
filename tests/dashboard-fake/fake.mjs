// A made-up animal behind a small broker, which also serves the dashboard: http://localhost:8080/
//   node fake.mjs [--port 8080] [--animals 2] [--neurons] [--robot]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Aedes } from "aedes";
import { WebSocketServer, createWebSocketStream } from "ws";
import { Animal } from "./animal.mjs";
import { Server } from "./server.mjs";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../Telemetry/Dashboard/dist");
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".txt": "text/plain; charset=utf-8" };

/** Starts it; what it returns stops it. */
export async function start({ port = 8080, animals = 2, neurons = false, robot = false } = {}) {
  const broker = await Aedes.createBroker();
  const http = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    const name = path === "/" ? "index.html" : path.slice(1);
    try {
      const content = await readFile(join(dist, name));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  const sockets = new WebSocketServer({ server: http, path: "/mqtt", handleProtocols: (offered) => (offered.has("mqtt") ? "mqtt" : false) });
  sockets.on("connection", (socket, request) => {
    const stream = createWebSocketStream(socket);
    stream.on("error", () => {});
    broker.handle(stream, request);
  });
  const servers = Array.from({ length: animals }, (_, i) =>
    new Server(broker, i === 0 ? "pond" : `animal-${i + 1}`, new Animal({ neurons: neurons || i === 1 }), { robot, calm: i > 0 }));
  for (const server of servers) server.start();
  await new Promise((resolve) => http.listen(port, resolve));
  return {
    servers, broker, sockets,
    /** Drops every connection, as a broker that dies. */
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
    async stop() {
      for (const server of servers) server.stop();
      for (const socket of sockets.clients) socket.terminate();
      http.close();
      await new Promise((resolve) => broker.close(resolve));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8080" }, animals: { type: "string", default: "2" }, neurons: { type: "boolean" }, robot: { type: "boolean" } } });
  await start({ ...values, port: Number(values.port), animals: Number(values.animals) });
  console.log(`http://localhost:${values.port}/`);
}
