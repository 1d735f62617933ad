import MqttClientModule from "mqtt/lib/client";
import { openSocketStream } from "./socket-stream.js";

const MqttClient = MqttClientModule.default ?? MqttClientModule;
const FIRST_PAUSE = 500, LONGEST_PAUSE = 5000;      // ms, before another try

/**
 * The connection to the broker; it comes back by itself. Every connection is a new client, so that no command that an earlier one left
 * unanswered is sent again later.
 */
export class Link {
  state = "connecting";           // connecting, connected or lost
  reason = "";

  constructor(url, name, { onState, onMessage }) {
    Object.assign(this, { url, name, onState, onMessage, topics: new Map(), pause: FIRST_PAUSE });
    this.open();
  }

  open() {
    const client = new MqttClient(() => openSocketStream(this.url), {
      clientId: this.name, protocolVersion: 4, clean: true, keepalive: 30, reconnectPeriod: 0, connectTimeout: 5000,
      queueQoSZero: false, resubscribe: false, timerVariant: "native",
    });
    this.client = client;
    client.on("connect", () => {
      this.pause = FIRST_PAUSE;
      this.become("connected", "");
      for (const [topic, qos] of this.topics) client.subscribe(topic, { qos });
    });
    client.on("message", (topic, payload, packet) => {
      if (client === this.client) this.onMessage(topic, payload, packet.retain);
    });
    client.on("error", (error) => { this.reason = error.message; });
    client.on("close", () => this.reopen(client));
  }

  reopen(client) {
    if (client !== this.client) return;
    this.client = undefined;
    client.end(true);
    this.become("lost", this.reason);
    setTimeout(() => this.open(), this.pause);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 1.7);
  }

  become(state, reason) {
    this.reason = reason;
    if (this.state === state) return;
    this.state = state;
    this.onState(state, reason);
  }

  subscribe(topic, qos) {
    this.topics.set(topic, qos);
    if (this.state === "connected") this.client.subscribe(topic, { qos });
  }

  unsubscribe(topic) {
    this.topics.delete(topic);
    if (this.state === "connected") this.client.unsubscribe(topic);
  }

  /** Sends now or not at all; whether it was sent. */
  send(topic, message, qos) {
    if (this.state !== "connected") return false;
    this.client.publish(topic, JSON.stringify(message), { qos, retain: false });
    return true;
  }
}

/** Where the broker is: the host the page came from, unless ?broker= says otherwise. */
export function brokerUrl(location) {
  const asked = new URLSearchParams(location.search).get("broker");
  if (asked && /^wss?:\/\//.test(asked)) return asked;
  if (!location.host) return "ws://localhost:8080/mqtt";
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/mqtt`;
}
