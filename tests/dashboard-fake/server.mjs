// What the interface (docs/mqtt.md) asks of an animal, as far as the dashboard needs it.
import { randomUUID } from "node:crypto";
import { parameters } from "./parameters.mjs";

const FRAME = 0.05, BATCH = 2;
const hash = (value) => [...JSON.stringify(value)].reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0, 7).toString(16).padStart(8, "0");

export class Server {
  constructor(broker, id, animal, { robot, calm }) {
    Object.assign(this, { broker, id, animal, robot, calm, root: `locomotion/1/${id}`, timers: [] });
    this.values = Object.fromEntries(parameters.map((p) => [p.name, p.default]));
    this.versions = [];
    this.answers = new Map();
    this.seq = {};
    this.batch = {};
    this.lease = { client: null, until: 0 };
    this.phase = "running";
  }

  say(topic, message, { retain = false, qos = 1 } = {}) {
    const payload = message === "" ? "" : JSON.stringify(message);
    const packet = { topic: `${this.root}/${topic}`, payload, qos, retain, cmd: "publish", dup: false };
    // one after the other: the broker takes what a later message overtook for a duplicate
    this.broker.said = (this.broker.said ?? Promise.resolve()).then(() => new Promise((resolve) => this.broker.publish(packet, resolve)));
  }

  start() {
    this.session = randomUUID().slice(0, 8);
    const a = this.animal, n = a.segments, of = (count, unit, ...names) => names.map((name) => ({ name, unit, doc: "", count }));
    const signals = {
      body: [...of(n, "m", "x", "y"), ...of(n, "rad", "heading")],
      legs: [...of(2 * n, "rad", "phase", "yaw"), ...of(2 * n, "", "lift", "load", "swing")],
      cord: [...of(n, "", "fold", "message", "excitation", "wetness"), ...of(n - 1, "rad", "trunk_phase", "bend")],
    };
    if (this.robot) delete signals.body;        // nobody knows where a robot is
    if (a.neurons) signals.neurons = of(2 * n, "mV", "flexor", "extensor");
    this.sayState();
    this.say("about", { id: this.id, session: this.session, version: "0.4.0", commit: "0000000", body: this.robot ? "robot" : "simulation", scenario: this.calm ? "swim" : "amphibious",
      segments: n, oscillator: a.neurons ? "bursting" : "phase", step_s: 0.001, period_s: 0.001, start: new Date().toISOString(), machine: "desk" }, { retain: true });
    this.say("describe", { hash: hash(signals), parameters, signals }, { retain: true });
    this.activate({ ...this.values }, { author: "start", changed: [] });
    this.sayLease();
    this.say("lesion/active", { lesions: [] }, { retain: true });
    this.tell({ drive: 0.15, release: 0, swim: 0, turn: 0 }, "scenario", null);
    for (const topic of ["params/cmd", "drive/cmd", "safety/cmd", "lesion/cmd"]) {
      const heard = (packet, done) => { if (!packet.retain) this.hear(topic, packet.payload); done(); };
      this.broker.subscribe(`${this.root}/${topic}`, heard, () => {});
    }
    let last = performance.now();
    this.every(50, () => {
      const now = performance.now();
      for (let i = Math.min(20, Math.round((now - last) / 50)); i > 0; i--, last += 50) this.frame();
    });
    this.every(1000, () => this.second());
    if (!this.calm) this.every(200, () => this.scenario());
  }

  stop() {
    for (const timer of this.timers) clearInterval(timer);
  }

  every(ms, action) {
    this.timers.push(setInterval(action, ms));
  }

  restart() {
    this.stop();
    this.timers = [];
    Object.assign(this.animal, new this.animal.constructor({ neurons: this.animal.neurons }));
    this.versions = [];
    this.start();
  }

  sayState() {
    this.say("state", { phase: this.phase, session: this.session, tick: this.animal.tick, t: this.animal.t }, { retain: true });
  }

  groups() {
    return Object.entries(this.animal.groups()).filter(([name]) => name !== "body" || !this.robot);
  }

  frame() {
    for (let i = 0; i < 10; i++) this.animal.step(FRAME / 10);
    for (const [group, numbers] of this.groups()) {
      const batch = (this.batch[group] ??= []);
      if (this.animal.held) continue;
      batch.push(numbers.map((x) => +x.toFixed(5)));
      if (batch.length < BATCH) continue;
      this.seq[group] = (this.seq[group] ?? -1) + 1;
      this.say(`frame/${group}`, { session: this.session, seq: this.seq[group], tick: this.animal.tick, t: this.animal.t, dt: FRAME, data: batch.splice(0) }, { qos: 0 });
    }
    if (this.animal.held && this.animal.t - (this.heldAt ?? 0) >= 0) this.animal.t += FRAME, (this.animal.tick += 50), this.frameHeld();
  }

  frameHeld() {
    for (const [group, numbers] of this.groups()) {
      this.seq[group] = (this.seq[group] ?? -1) + 1;
      this.say(`frame/${group}`, { session: this.session, seq: this.seq[group], tick: this.animal.tick, t: this.animal.t, dt: FRAME, data: [numbers] }, { qos: 0 });
    }
  }

  second() {
    const a = this.animal, r = Math.random();
    for (const [group, numbers] of this.groups()) {
      this.say(`last/${group}`, { session: this.session, seq: this.seq[group] ?? 0, tick: a.tick, t: a.t, dt: FRAME, data: [numbers] }, { qos: 0, retain: true });
    }
    this.say("stats/loop", { tick: a.tick, tick_us_p50: 1000.1, tick_us_p99: 1040 + 60 * r, tick_us_max: 1200 + 900 * r * r, missed_deadlines: Math.floor(a.t / 40), lost_frames: 0,
      refused: { "refused-field": this.refusedCount ?? 0 }, gc: [2, 0, 0], allocated_per_tick: 0 }, { qos: 0, retain: true });
    this.say("stats/gait", a.gait(), { qos: 0, retain: true });
    if (this.confirmUntil != null && a.t > this.confirmUntil) this.revert("not confirmed");
    if (this.link && Date.now() > this.link.until) {
      this.link = undefined;
      this.tell({ ...a.command, drive: Math.min(a.command.drive, 0.15), swim: 0, release: 0 }, "ladder", null);
      this.log("warning", "no newer drive command: the ladder for link loss began");
    }
    if (this.lease.client && Date.now() > this.lease.until) { this.lease = { client: null, until: 0 }; this.sayLease(); }
  }

  // into the pond and out of it, until someone takes the stick
  scenario() {
    if (this.link || this.ladder) return;
    const wet = this.animal.wetness, at = this.animal.head.x;
    const command = wet[0] > 0.5 && wet.some((w) => w > 0.5) && at % 2 < 1.25 ? { drive: 1, release: 1, swim: 1, turn: 0 }
      : at % 2 < 0.1 || at % 2 > 1.5 ? { drive: 0.15, release: 0, swim: 0, turn: 0 } : { drive: 1, release: 1, swim: 0, turn: 0 };
    if (JSON.stringify(command) !== JSON.stringify(this.animal.command)) this.tell(command, "scenario", null);
  }

  tell(command, source, seq) {
    this.animal.command = command;
    this.ladder = source === "ladder";
    this.say("drive/active", { ...command, source, seq, t: this.animal.t }, { retain: true });
    this.event("drive", { source, ...command });
  }

  event(kind, more) {
    this.say(`event/${kind}`, { tick: this.animal.tick, t: this.animal.t, ...more });
  }

  log(level, message) {
    this.say(`log/${level}`, { t: this.animal.t, message }, { qos: 0 });
  }

  sayLease() {
    this.say("params/lease", this.lease, { retain: true });
  }

  activate(values, { author, changed, parent = this.version ?? null, confirm = null }) {
    this.version = (this.versions.at(-1)?.version ?? 0) + 1;
    this.values = values;
    this.confirmUntil = confirm;
    this.active = { session: this.session, version: this.version, hash: hash(values), parent, author, tick: this.animal.tick, t: this.animal.t, confirm_until: confirm, values };
    this.versions.push({ ...this.active, changed });
    this.say("params/active", this.active, { retain: true });
    this.say(`params/history/${this.version}`, this.versions.at(-1), { retain: true });
  }

  revert(why) {
    const parent = this.versions.find((v) => v.version === this.active.parent);
    if (!parent) return false;
    this.activate({ ...parent.values }, { author: "revert", changed: Object.keys(parent.values).filter((k) => parent.values[k] !== this.values[k]) });
    this.event("revert", { version: this.version, message: why });
    return true;
  }

  hear(topic, payload) {
    let message;
    try {
      message = JSON.parse(payload.toString());
    } catch {
      return;
    }
    if (topic === "drive/cmd") return this.drive(message);
    const key = `${topic} ${message.client} ${message.id}`, kind = topic.split("/")[0];
    const answer = this.answers.get(key) ?? { id: message.id, op: message.op, version: this.version, tick: this.animal.tick, ...this[kind](message) };
    this.answers.set(key, answer);
    this.say(`${kind}/reply/${message.client}`, { ok: answer.code === "ok" || answer.code === "accepted", ...answer });
  }

  drive({ client, seq, drive, release, swim, turn, ttl_ms }) {
    if (this.phase !== "running") return;
    const same = this.link?.client === client && ["drive", "release", "swim", "turn"].every((k) => this.animal.command[k] === arguments[0][k]);
    this.link = { client, seq, until: Date.now() + ttl_ms };
    if (!same) this.tell({ drive, release, swim, turn }, "client", seq);
    else this.say("drive/active", { ...this.animal.command, source: "client", seq, t: this.animal.t }, { retain: true });
  }

  safety({ op }) {
    if (op === "stop" || op === "hold") [this.phase, this.animal.held] = ["hold", true];
    else if (op === "reset") [this.phase, this.animal.held] = ["running", false];
    else return { code: "refused-phase", message: "a simulation has nothing to arm" };
    this.sayState();
    this.event("phase", { phase: this.phase });
    return { code: "ok", message: op === "reset" ? "goes on" : "holds still" };
  }

  lesion({ lesions }) {
    const bad = lesions.find((text) => !/^(brain|seg|head|(cut-behind|silence)=\d+|(amputate|deafen)=\d+-(left|right))(@[\d.]+)?$/.test(text));
    if (bad) return { code: "refused-field", message: `'${bad}' is not known` };
    this.animal.lesions = [...new Set([...this.animal.lesions, ...lesions])];
    this.say("lesion/active", { lesions: this.animal.lesions }, { retain: true });
    this.event("lesion", { lesions });
    return { code: "ok", message: "" };
  }

  params(m) {
    const mine = this.lease.client === m.client && Date.now() < this.lease.until, { op } = m;
    if (op === "history") return { code: "ok", message: "", versions: this.versions.map((v) => v.version) };
    if (op === "lease") {
      if (this.lease.client && !mine && Date.now() < this.lease.until) return { code: "refused-lease", message: `${this.lease.client} holds it` };
      this.lease = { client: m.client, until: Date.now() + 1000 * Math.min(60, m.seconds) };
      this.sayLease();
      return { code: "ok", message: "" };
    }
    if (!mine) return { code: "refused-lease", message: this.lease.client ? `${this.lease.client} holds it` : "take the lease first" };
    switch (op) {
      case "release":
        this.lease = { client: null, until: 0 };
        this.sayLease();
        return { code: "ok", message: "" };
      case "stage": {
        if (m.base_version !== this.version) return { code: "refused-version", message: `active is ${this.version}` };
        const refusals = Object.entries(m.values).flatMap(([name, value]) => {
          const p = parameters.find((q) => q.name === name), refuse = (code, message) => [{ name, code, message }];
          if (!p) return refuse("unknown", "is not known");
          if (p.at_rest) return refuse("refused-at-rest", "can only change before the start");
          if (p.type === "number" && (value < p.min || value > p.max)) return refuse("range", `lies outside [${p.min}, ${p.max}]`);
          if (name === "motor.fold-time" && value < 0.01) return refuse("rule", "is shorter than ten steps");
          return [];
        });
        if (refusals.length) { this.refusedCount = (this.refusedCount ?? 0) + 1; return { code: "refused-field", message: `${refusals.length} values refused`, refusals }; }
        this.candidate = m.values;
        return { code: "ok", message: "staged" };
      }
      case "discard":
        this.candidate = undefined;
        return { code: "ok", message: "" };
      case "commit": {
        if (!this.candidate) return { code: "refused-nothing-staged", message: "stage something first" };
        const changed = Object.keys(this.candidate);
        this.activate({ ...this.values, ...this.candidate }, { author: m.client, changed, confirm: m.confirm_s ? this.animal.t + m.confirm_s : null });
        this.candidate = undefined;
        this.event("commit", { version: this.version, changed });
        return { code: "ok", message: "", version: this.version };
      }
      case "confirm":
        this.active.confirm_until = this.confirmUntil = null;
        this.say("params/active", this.active, { retain: true });
        return { code: "ok", message: "kept" };
      case "revert":
        return this.revert("asked for") ? { code: "ok", message: "", version: this.version } : { code: "refused-unknown-version", message: "it has no parent" };
      case "rollback": {
        const old = this.versions.find((v) => v.version === m.version);
        if (!old) return { code: "refused-unknown-version", message: `${m.version} is not kept` };
        this.activate({ ...old.values }, { author: m.client, changed: Object.keys(old.values).filter((k) => old.values[k] !== this.values[k]) });
        this.event("commit", { version: this.version, message: `as ${m.version}` });
        return { code: "ok", message: "", version: this.version };
      }
      case "trial": {
        if (!this.candidate) return { code: "refused-nothing-staged", message: "stage something first" };
        const { id, client } = m;
        setTimeout(() => this.say(`params/reply/${client}`, { id, op, ok: true, code: "ok", message: `gait holds over ${m.cycles} cycles: coherence 0.98, 2.1 BL/s`, version: this.version, tick: this.animal.tick }), 1500);
        return { code: "accepted", message: `runs ${m.cycles} cycles` };
      }
      default:
        return { code: "refused-unknown-op", message: `${op} is not known` };
    }
  }
}
