import { Playhead } from "./playhead.js";
import { Scene } from "./scene.js";
import { usualSignals } from "./layout.js";

const ROOT = "locomotion/1", KEPT = 75, ANSWER_TIME = 6000;
const TOPICS = { about: 1, describe: 1, "params/active": 1, "params/history/+": 1, "params/lease": 1, "drive/active": 1, "lesion/active": 1,
  "frame/+": 0, "last/+": 0, "stats/+": 0, "event/+": 1, "alert/+": 1, "log/+": 0 };

/** The animals that the broker knows. */
export class Herd {
  animals = new Map();            // id: its last state

  /** Takes a message on locomotion/1/+/state; the id it is of, or undefined. */
  hear(topic, message) {
    const [, , id, kind] = topic.split("/");
    if (kind !== "state") return undefined;
    const known = this.animals.get(id);
    if (!message) this.animals.delete(id);
    // the will of an earlier session is no news
    else if (!(message.phase === "lost" && known && known.session !== message.session)) this.animals.set(id, message);
    return id;
  }
}

/** One animal: what it said, and how to tell it something. Dispatches an event named after the topic's first part when that changed. */
export class Animal extends EventTarget {
  scene = new Scene(KEPT);
  playhead = new Playhead();
  history = new Map();            // version: parameter set
  alerts = new Map();             // name: alert
  news = [];                      // events and logs, newest last
  waiting = new Map();            // id of a command: what happens with its reply
  count = 0;

  constructor(link, id, client) {
    super();
    Object.assign(this, { link, id, client, root: `${ROOT}/${id}` });
    this.topics = new Map(Object.entries(TOPICS));
    for (const kind of ["params", "safety", "lesion"]) this.topics.set(`${kind}/reply/${client}`, 1);
    for (const [topic, qos] of this.topics) link.subscribe(`${this.root}/${topic}`, qos);
  }

  leave() {
    for (const topic of this.topics.keys()) this.link.unsubscribe(`${this.root}/${topic}`);
  }

  changed(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  get isSimulation() {
    return this.about?.body === "simulation";
  }

  /** Takes what it says on a topic below its own. */
  hear(topic, message, retained) {
    const [kind, name] = topic.split("/");
    switch (kind) {
      case "state": return this.hearState(message);
      case "frame": case "last": return this.hearFrame(name, message);
      case "about": this.about = message; break;
      case "describe": this.description = message; break;
      case "params": return this.hearParameters(topic, message);
      case "drive": this.drive = message; if (message) this.scene.drive.add(message.t, message); break;
      case "lesion": case "safety":
        if (name === "reply") return this.hearReply(message);
        this.scene.lesions = message?.lesions ?? [];
        break;
      case "stats": this.hearFigures(name, message); break;
      case "alert":
        if (message) this.alerts.set(name, message);
        else this.alerts.delete(name);
        break;
      case "event": case "log":
        if (!message || retained) return;
        this.news.push({ kind, name, ...message });
        if (this.news.length > 400) this.news.splice(0, 100);
        break;
    }
    if (kind === "about" || kind === "describe") this.prepare();
    this.changed(kind);
  }

  hearState(state) {
    if (!state) return;
    if (this.state?.session && state.session !== this.state.session) {
      if (state.phase === "lost") return;         // an earlier program's will
      this.scene.clear();
      this.playhead.reset();
      this.history.clear();
      this.loop = this.lastFrame = undefined;
      for (const resolve of this.waiting.values()) resolve({ ok: false, code: "new session", message: "the program was started anew" });
      this.waiting.clear();
      this.news.push({ kind: "event", name: "session", t: state.t, message: "the program was started anew" });
      this.changed("event");
      this.changed("session");
    }
    this.state = state;
    this.changed("state");
  }

  /** Makes room for the samples, once it is known what they hold. */
  prepare() {
    const segments = this.about?.segments, signals = this.description?.signals ?? (segments && usualSignals(segments));
    if (!segments || !signals) return;
    const key = JSON.stringify([segments, signals]);
    if (key === this.shape) return;
    this.shape = key;
    this.scene.describe(segments, signals);
    this.changed("shape");
  }

  hearFrame(group, frame) {
    if (!Array.isArray(frame?.data) || (this.state?.session && frame.session !== this.state.session)) return;
    const found = this.scene.groups.get(group);
    if (!found) return;
    const { data, dt, t } = frame;
    let news = false;
    data.forEach((numbers, k) => {
      if (numbers.length !== found.layout.size) this.changed("misfit", `${group}: ${numbers.length} numbers instead of ${found.layout.size}`);
      else news = found.series.add(t - (data.length - 1 - k) * dt, toRow(numbers)) || news;
    });
    if (!news) return;
    this.lastFrame = performance.now();
    if (group === (this.scene.groups.has("legs") ? "legs" : group)) this.playhead.arrived(t, this.lastFrame / 1000);
  }

  hearFigures(name, message) {
    if (name === "loop") this.loop = message;
    const time = message?.t ?? this.scene.newest;
    if (name === "gait" && message) this.scene.gait.add(Number.isFinite(time) ? time : 0, message);
  }

  hearParameters(topic, message) {
    const [, kind, name] = topic.split("/");
    if (kind === "active") this.parameters = message;
    else if (kind === "lease") this.lease = message;
    else if (kind === "history" && message) this.history.set(message.version, message);
    else if (kind === "history") this.history.delete(Number(name));
    else if (kind === "reply") return this.hearReply(message);
    this.changed("params", kind);
  }

  /** The parameter sets of the active one's session: a broker may still hold those of an earlier one. */
  get versions() {
    return [...this.history.values()].filter(({ session }) => session === this.parameters?.session);
  }

  hearReply(reply) {
    const resolve = this.waiting.get(reply?.id);
    if (resolve?.(reply)) this.waiting.delete(reply.id);
  }

  /** ms since the newest sample came, or undefined. */
  get age() {
    return this.lastFrame === undefined ? undefined : performance.now() - this.lastFrame;
  }

  /** Sends a command; the promise holds its reply. What is accepted for later calls `later` with the reply that follows. */
  command(kind, content, later) {
    const id = `${this.client}-${++this.count}`;
    return new Promise((resolve) => {
      if (!this.link.send(`${this.root}/${kind}/cmd`, { id, client: this.client, ...content }, 1)) {
        resolve({ ok: false, code: "not-sent", message: "no connection: it was not sent" });
        return;
      }
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        resolve({ ok: false, code: "no-answer", message: "no answer: whether it was done is unknown" });
      }, ANSWER_TIME);
      let accepted = false;
      this.waiting.set(id, (reply) => {
        clearTimeout(timer);
        if (accepted) later?.(reply);
        else resolve(reply);
        const wait = !accepted && reply.code === "accepted";
        accepted = true;
        return !wait;
      });
    });
  }

  /** Sends a command that needs no reply. */
  steer(command) {
    return this.link.send(`${this.root}/drive/cmd`, { client: this.client, ...command }, 0);
  }
}

function toRow(numbers) {
  const row = new Float32Array(numbers.length);
  for (let i = 0; i < row.length; i++) row[i] = numbers[i] ?? NaN;
  return row;
}
