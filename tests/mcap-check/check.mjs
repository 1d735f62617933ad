// Reads an MCAP file with both official readers, which check every checksum, and prints what they found as JSON.
//   node check.mjs FILE [--decode]     --decode: also each protobuf message, by the schema in the file, as Foxglove does it
// Exit code 1 and the reason on the error stream if a reader objects, or if the two disagree.
import { createHash } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { crc32 } from "@foxglove/crc";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import { loadDecompressHandlers, protobufFromBinaryDescriptor } from "@mcap/support";

const sha256 = (data) => createHash("sha256").update(data).digest("hex");
const pairs = (map) => Object.fromEntries(map);

async function collect(items) {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

// Numbers of 64 bits as text: a JavaScript number would round them.
function print(found) {
  process.stdout.write(JSON.stringify(found, (_, value) => (typeof value === "bigint" ? value.toString() : value)) + "\n");
}

function decoder(schemas, channels) {
  const types = new Map();
  return (message) => {
    const channel = channels.get(message.channelId);
    if (channel.messageEncoding !== "protobuf") return undefined;
    if (!types.has(channel.id)) {
      const schema = schemas.get(channel.schemaId);
      const root = protobufFromBinaryDescriptor(schema.data);
      root.resolveAll();
      types.set(channel.id, root.lookupType(schema.name));
    }
    const type = types.get(channel.id);
    return type.toObject(type.decode(message.data), { longs: String, enums: String, bytes: Array, defaults: true });
  };
}

async function readStream(path, decompressHandlers) {
  const reader = new McapStreamReader({ decompressHandlers, validateCrcs: true, includeChunks: true });
  const found = { schemas: new Map(), channels: new Map(), messages: [], attachments: [], metadata: [], chunks: [], header: undefined };
  for await (const block of (await open(path)).createReadStream()) {
    reader.append(block);
    for (let record; (record = reader.nextRecord()); ) {
      if (record.type === "Header") found.header = record;
      if (record.type === "Schema") found.schemas.set(record.id, record);
      if (record.type === "Channel") found.channels.set(record.id, record);
      if (record.type === "Message") found.messages.push(record);
      if (record.type === "Attachment") found.attachments.push(record);
      if (record.type === "Metadata") found.metadata.push(record);
      if (record.type === "Chunk") found.chunks.push(record.compression);
    }
  }
  if (!reader.done()) throw new Error("the stream reader found no end");
  return found;
}

async function readIndexed(path, decompressHandlers) {
  const file = await open(path);
  const readable = {
    size: async () => BigInt((await file.stat()).size),
    read: async (offset, size) => {
      const buffer = new Uint8Array(Number(size));
      const { bytesRead } = await file.read(buffer, 0, Number(size), Number(offset));
      if (bytesRead < size) throw new Error(`read beyond the end: ${size} bytes at ${offset}`);
      return buffer;
    },
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  const messages = await collect(reader.readMessages({ validateCrcs: true }));
  const attachments = await collect(reader.readAttachments({ validateCrcs: true }));
  const metadata = await collect(reader.readMetadata());
  await file.close();
  return { reader, messages, attachments, metadata };
}

// Throws unless the readers agree, and the checksum over all data, which neither checks, holds.
async function compare(path, stream, indexed) {
  const text = (list, show) => list.map(show).sort().join("\n");
  const same = (what, a, b, show) => {
    if (text(a, show) !== text(b, show)) throw new Error(`the two readers disagree on the ${what}`);
  };
  const message = (m) => `${m.logTime} ${m.publishTime} ${m.channelId} ${m.sequence} ${sha256(m.data)}`;
  const { reader } = indexed;
  // the indexed reader sees chunks only
  same("messages", stream.chunks.length > 0 ? stream.messages : [], indexed.messages, message);
  same("attachments", stream.attachments, indexed.attachments, (a) => `${a.name} ${a.mediaType} ${a.logTime} ${a.createTime} ${sha256(a.data)}`);
  same("metadata", stream.metadata, indexed.metadata, (m) => JSON.stringify([m.name, pairs(m.metadata)]));
  same("schemas", [...stream.schemas.values()], [...reader.schemasById.values()], (s) => JSON.stringify([s.id, s.name, s.encoding, sha256(s.data)]));
  same("channels", [...stream.channels.values()], [...reader.channelsById.values()], (c) =>
    JSON.stringify([c.id, c.schemaId, c.topic, c.messageEncoding, pairs(c.metadata)]));
  const data = (await readFile(path)).subarray(0, Number(reader.dataEndOffset));
  if (reader.dataSectionCrc !== crc32(data)) throw new Error("the data section does not have its checksum");
}

async function check(path, decode) {
  const decompressHandlers = await loadDecompressHandlers();
  const stream = await readStream(path, decompressHandlers);
  const indexed = await readIndexed(path, decompressHandlers);
  await compare(path, stream, indexed);
  const decoded = decode ? decoder(stream.schemas, stream.channels) : () => undefined;
  const { statistics, chunkIndexes } = indexed.reader;
  print({
    header: { profile: stream.header.profile, library: stream.header.library },
    statistics: { ...statistics, type: undefined, channelMessageCounts: pairs(statistics.channelMessageCounts) },
    chunks: chunkIndexes.map((c) => ({ compression: c.compression, startTime: c.messageStartTime, endTime: c.messageEndTime })),
    schemas: [...stream.schemas.values()].map((s) => ({ id: s.id, name: s.name, encoding: s.encoding, sha256: sha256(s.data) })),
    channels: [...stream.channels.values()].map((c) => ({
      id: c.id, schemaId: c.schemaId, topic: c.topic, messageEncoding: c.messageEncoding, metadata: pairs(c.metadata),
    })),
    messages: stream.messages.map((m) => ({
      topic: stream.channels.get(m.channelId).topic, sequence: m.sequence, logTime: m.logTime, publishTime: m.publishTime,
      sha256: sha256(m.data), decoded: decoded(m),
    })),
    attachments: stream.attachments.map((a) => ({
      name: a.name, mediaType: a.mediaType, logTime: a.logTime, createTime: a.createTime, sha256: sha256(a.data),
    })),
    metadata: stream.metadata.map((m) => ({ name: m.name, pairs: pairs(m.metadata) })),
  });
}

const [path, option] = process.argv.slice(2);
try {
  await check(path, option === "--decode");
} catch (error) {
  console.error(`${path}: ${error.message}`);
  process.exitCode = 1;
}
