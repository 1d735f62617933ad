// The messages of a recording that are shown: Telemetry/Recording/Messages/view.proto and input.proto. Field number: name and type.
const SCHEMAS = {
  "/state": {
    1: ["tick", "count"], 2: ["time", "number"], 3: ["leg_phase", "list"], 4: ["trunk_phase", "list"], 5: ["fold", "list"], 6: ["message", "list"],
    7: ["excitation", "list"], 8: ["foot_load", "list"], 9: ["wetness", "list"], 10: ["bend", "list"], 12: ["leg_yaw_command", "list"],
    13: ["leg_lift_command", "list"], 14: ["x", "list"], 15: ["y", "list"], 16: ["heading", "list"],
  },
  "/gait": {
    1: ["tick", "count"], 2: ["leg_frequency_hz", "number"], 3: ["trunk_frequency_hz", "number"], 4: ["leg_wave_lag_cycles", "number"], 5: ["leg_wave_coherence", "number"],
    6: ["left_right_phase", "number"], 7: ["trunk_wave_lag_cycles", "number"], 8: ["trunk_wave_coherence", "number"], 9: ["folded_fraction", "number"],
  },
  "/loop": {
    1: ["tick", "count"], 3: ["tick_us_p50", "number"], 4: ["tick_us_p99", "number"], 5: ["tick_us_max", "number"], 6: ["ring_fill", "number"], 7: ["lost_inputs", "count"],
    8: ["lost_frames", "count"], 9: ["missed_deadlines", "count"],
  },
  "/events": { 1: ["tick", "count"], 2: ["what", "count"], 3: ["count", "count"], 4: ["message", "text"] },
  "/input/command": { 1: ["tick", "count"], 2: ["drive", "number"], 3: ["release", "number"], 4: ["swim", "number"], 5: ["turn", "number"] },
};
const EMPTY = { count: 0, number: 0, text: "", list: new Float32Array(0) };
const utf8 = new TextDecoder();

export const isShown = (topic) => topic in SCHEMAS;

/** Reads a protobuf message of a channel. What a newer program adds is passed over. */
export function decode(topic, bytes) {
  const fields = SCHEMAS[topic], message = Object.fromEntries(Object.values(fields).map(([name, type]) => [name, EMPTY[type]]));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const varint = () => {
    let value = 0, scale = 1, byte;
    do {
      byte = view.getUint8(at++);
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  while (at < bytes.length) {
    const key = varint(), [name, type] = fields[Math.floor(key / 8)] ?? [];
    switch (key % 8) {
      case 0: { const value = varint(); if (type === "count") message[name] = value; break; }
      case 1: if (type === "number") message[name] = view.getFloat64(at, true); at += 8; break;
      case 5: at += 4; break;
      case 2: {
        const length = varint();
        if (type === "list") message[name] = new Float32Array(bytes.slice(at, at + length).buffer);
        if (type === "text") message[name] = utf8.decode(bytes.subarray(at, at + length));
        at += length;
        break;
      }
      default: throw new Error("the file is damaged: a message cannot be read");
    }
  }
  return message;
}
