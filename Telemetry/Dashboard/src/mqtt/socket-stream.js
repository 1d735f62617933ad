import { Duplex } from "readable-stream";

/** A WebSocket that speaks MQTT, as the stream that the client reads and writes. */
export function openSocketStream(url) {
  const socket = new WebSocket(url, ["mqtt"]);
  socket.binaryType = "arraybuffer";
  const waiting = [];
  const send = (chunk, done) => {
    if (socket.readyState !== WebSocket.OPEN) return done(new Error("the connection is closed"));
    socket.send(chunk);
    done();
  };
  const stream = new Duplex({
    read() {},
    write(chunk, _, done) {
      if (socket.readyState === WebSocket.CONNECTING) waiting.push([chunk, done]);
      else send(chunk, done);
    },
    final(done) {
      socket.close();
      done();
    },
    destroy(error, done) {
      socket.close();
      done(error);
    },
  });
  socket.onopen = () => {
    for (const [chunk, done] of waiting.splice(0)) send(chunk, done);
    stream.emit("connect");
  };
  socket.onmessage = ({ data }) => {
    if (!stream.destroyed) stream.push(Buffer.from(data));
  };
  socket.onclose = () => stream.destroy();
  socket.onerror = () => stream.destroy(new Error("no connection"));
  return stream;
}
