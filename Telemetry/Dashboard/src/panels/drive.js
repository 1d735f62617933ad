import { BEHAVIOUR_NAMES, askedFor } from "../core/behaviour.js";
import { $, announce, el, write } from "../core/dom.js";
import { number } from "../core/format.js";

const KNOBS = [["drive", 0, 1, "how fast to walk"], ["release", 0, 1, "how far the trunk may bend"], ["swim", 0, 1, "the message to swim"], ["turn", -1, 1, "right to left"]];
const PRESETS = [["Slow walk", "slow", 0.15, 0, 0], ["Fast walk", "fast", 1, 1, 0], ["Swim", "swim", 1, 1, 1]];
const LIFE = 2000, REPEAT = 1000, CLOSEST = 80;   // ms
const SOURCES = { scenario: "by the scenario", client: "by a client", ladder: "by the ladder for link loss", hold: "told to hold still" };

/** What is told from above: sliders that are sent while the stick is held. */
export class DrivePanel {
  held = false;
  seq = 0;
  sentAt = 0;

  constructor() {
    const rows = KNOBS.map(([name, min, max, doc]) => {
      const input = el("input", { type: "range", id: `knob-${name}`, min: String(min), max: String(max), step: "0.01", value: "0", title: doc });
      input.addEventListener("input", () => this.moved());
      return [name, { input, output: el("output", { for: input.id }), truth: el("span", { class: "truth", title: "what the animal is told" }) }];
    });
    this.knobs = new Map(rows);
    $("#sliders").append(
      el("div", { class: "slider top", "aria-hidden": "true" }, el("span"), el("span"), el("span", {}, "yours"), el("span", {}, "active")),
      ...rows.map(([name, { input, output, truth }]) => el("div", { class: "slider" }, el("label", { for: input.id }, name), input, output, truth)));
    $("#presets").append(...PRESETS.map(([text, tone, drive, release, swim]) => el("button", {
      type: "button", class: `button ${tone}`, title: `drive ${drive}, release ${release}, swim ${swim}`,
      onclick: () => this.choose({ drive, release, swim, turn: 0 }),
    }, text)));
    $("#stick").addEventListener("click", () => (this.held ? this.letGo("You let go of the stick: in 2 s the animal does what it does when a link is lost.") : this.take()));
    this.show();
  }

  use(animal) {
    this.letGo("");
    this.animal = animal;
    this.known = false;
    if (!animal) return;
    animal.addEventListener("drive", () => { if (!this.recorded) this.showActive(); });
    animal.addEventListener("session", () => this.letGo("The program was started anew: the stick is free."));
    animal.addEventListener("state", () => {
      if (this.held && animal.state.phase !== "running") this.letGo(`The animal is in ${animal.state.phase}: the stick is free.`);
    });
    if (!this.recorded) this.showActive();
  }

  get values() {
    return Object.fromEntries([...this.knobs].map(([name, { input }]) => [name, Number(input.value)]));
  }

  choose(values) {
    for (const [name, { input }] of this.knobs) input.value = values[name];
    this.moved();
  }

  moved() {
    this.known = true;
    this.show();
    if (!this.held || this.pending) return;
    this.pending = setTimeout(() => this.send(), Math.max(0, CLOSEST - (performance.now() - this.sentAt)));
  }

  take() {
    if (!this.animal || this.animal.link.state !== "connected") return this.note("No connection: there is nothing to hold.", "bad");
    if (this.animal.state?.phase !== "running") return this.note(`The animal is in ${this.animal.state?.phase ?? "no known state"}: it takes no stick.`, "bad");
    this.held = true;
    this.sentAt = performance.now();
    this.send();
    this.timer = setInterval(() => this.repeat(), REPEAT / 4);
    this.note("You hold the stick: your command is sent once a second and lives 2 s.");
    announce("You hold the stick.");
    this.show();
  }

  letGo(why) {
    if (!this.held) return;
    this.held = false;
    clearInterval(this.timer);
    clearTimeout(this.pending);
    this.pending = undefined;
    this.note(why);
    if (why) announce(why);
    this.show();
  }

  repeat() {
    const passed = performance.now() - this.sentAt;
    if (passed > LIFE) this.letGo("This page slept for longer than a command lives: the stick is free.");
    else if (passed >= REPEAT - 40) this.send();
  }

  send() {
    this.pending = undefined;
    if (!this.animal.steer({ seq: ++this.seq, ...this.values, ttl_ms: LIFE })) return this.letGo("The connection is gone: the stick is free.");
    this.sentAt = performance.now();
  }

  show() {
    const values = this.values;
    for (const [name, { input, output }] of this.knobs) {
      write(output, number(values[name]));
      input.setAttribute("aria-valuetext", number(values[name]));
    }
    $("#stick").setAttribute("aria-pressed", String(this.held));
    write($("#stick"), this.held ? "Let go of the stick" : "Take the stick");
  }

  /** What the animal is told; the sliders start from there. */
  showActive(active = this.animal?.drive) {
    for (const [name, { truth }] of this.knobs) write(truth, number(active?.[name]));
    const mine = active?.source === "client" && this.held;
    write($("#drive-source"), active ? `${BEHAVIOUR_NAMES[askedFor(active)]}, ${mine ? "by you" : SOURCES[active.source] ?? active.source ?? "recorded"}` : "");
    if (active && !this.known && !this.held) {
      for (const [name, { input }] of this.knobs) input.value = active[name];
      this.known = true;
      this.show();
    }
  }

  note(text, state = "") {
    write($("#stick-note"), text || "The sliders are sent only while you hold the stick.");
    $("#stick-note").dataset.state = state;
  }
}
