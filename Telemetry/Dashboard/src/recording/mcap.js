import { decompress } from "fzstd";
import { decompressLz4 } from "./lz4.js";

const MAGIC = [0x89, 0x4d, 0x43, 0x41, 0x50, 0x30, 0x0d, 0x0a], PIECE = 4 << 20, LARGEST = 1 << 30;
const CHANNEL = 0x04, MESSAGE = 0x05, CHUNK = 0x06, METADATA = 0x0c, DATA_END = 0x0f;
const utf8 = new TextDecoder();

/**
 * The records of an MCAP file in the order they stand there: channels, metadata, messages. A file that was cut gives what is whole of it.
 * See mcap.dev/spec.
 */
export async function* readMcap(file) {
  const source = new Source(file);
  const magic = await source.take(MAGIC.length);
  if (!magic || MAGIC.some((byte, i) => magic[i] !== byte)) throw new Error("this is no MCAP file");
  for (;;) {
    const head = await source.take(9);
    if (!head) break;
    const length = Number(view(head).getBigUint64(1, true));
    if (length > LARGEST) throw new Error("the file is damaged: a record is too long");
    if (head[0] === DATA_END) return;
    if (![CHANNEL, MESSAGE, CHUNK, METADATA].includes(head[0])) {
      source.skip(length);
      continue;
    }
    const content = await source.take(length);
    if (!content) break;
    if (head[0] !== CHUNK) yield read(head[0], content);
    else yield* readChunk(content);
    yield { kind: "progress", share: source.at / file.size };
  }
  yield { kind: "cut" };
}

function* readChunk(content) {
  const reader = new Reader(content);
  reader.at += 16;
  const size = reader.u64();
  reader.at += 4;
  const compression = reader.text(), packed = reader.bytes(reader.u64());
  const records = unpack(packed, compression, size);
  for (let at = 0; at + 9 <= records.length;) {
    const length = Number(view(records).getBigUint64(at + 1, true)), opcode = records[at];
    if (opcode === CHANNEL || opcode === MESSAGE) yield read(opcode, records.subarray(at + 9, at + 9 + length));
    at += 9 + length;
  }
}

function unpack(packed, compression, size) {
  if (compression === "") return packed;
  if (size > LARGEST) throw new Error("the file is damaged: a chunk is too large");
  if (compression === "zstd") return decompress(packed, new Uint8Array(size));
  if (compression === "lz4") return decompressLz4(packed, size);
  throw new Error(`its compression, ${compression}, is not known here`);
}

function read(opcode, content) {
  const reader = new Reader(content);
  if (opcode === MESSAGE) {
    const channel = reader.u16();
    reader.at += 20;
    return { kind: "message", channel, data: content.subarray(reader.at) };
  }
  if (opcode === CHANNEL) {
    const id = reader.u16();
    reader.at += 2;
    return { kind: "channel", id, topic: reader.text() };
  }
  const name = reader.text(), end = reader.u32() + reader.at, pairs = {};
  while (reader.at < end) {
    const key = reader.text();
    pairs[key] = reader.text();
  }
  return { kind: "metadata", name, pairs };
}

/** Reads a file front to back in large pieces. */
class Source {
  at = 0;
  start = 0;
  piece = new Uint8Array(0);

  constructor(file) {
    this.file = file;
  }

  async take(length) {
    if (this.at + length > this.file.size) return undefined;
    if (this.at < this.start || this.at + length > this.start + this.piece.length) {
      this.start = this.at;
      this.piece = new Uint8Array(await this.file.slice(this.at, this.at + Math.max(length, PIECE)).arrayBuffer());
    }
    const from = this.at - this.start;
    this.at += length;
    return this.piece.subarray(from, from + length);
  }

  skip(length) {
    this.at += length;
  }
}

class Reader {
  at = 0;

  constructor(bytes) {
    this.content = bytes;
    this.view = view(bytes);
  }

  u16() {
    return this.view.getUint16((this.at += 2) - 2, true);
  }

  u32() {
    return this.view.getUint32((this.at += 4) - 4, true);
  }

  u64() {
    return Number(this.view.getBigUint64((this.at += 8) - 8, true));
  }

  bytes(length) {
    return this.content.subarray(this.at, (this.at += length));
  }

  text() {
    return utf8.decode(this.bytes(this.u32()));
  }
}

function view(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
