import { $, announce, el, write } from "../core/dom.js";
import { seconds } from "../core/format.js";

const FRESH = 600, STALE = 3000;  // ms
const PHASES = { init: "warn", running: "good", hold: "warn", "safe-pose": "warn", fault: "lost", disconnected: "lost", lost: "lost" };

/** Which animal, in which state, and how old what is shown is. */
export class Header {
  notices = new Map();

  constructor(onPick) {
    $("#animal").addEventListener("change", (event) => onPick(event.target.value));
  }

  showAnimals(animals, chosen) {
    const sorted = [...animals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, state]) => [id, `${id} (${state?.phase ?? "unknown"})`]), key = JSON.stringify([sorted, chosen]);
    if (key === this.listed) return;            // a list that someone has open stays as it is
    this.listed = key;
    const options = sorted.map(([id, text]) => el("option", { value: id, selected: id === chosen }, text));
    $("#animal").replaceChildren(...(options.length ? options : [el("option", { value: "" }, "no animal yet")]));
  }

  use(animal) {
    this.animal = animal;
    animal?.addEventListener("state", () => this.showPhase());
    animal?.addEventListener("alert", () => this.showAlerts());
    animal?.addEventListener("about", () => this.showAbout());
    animal?.addEventListener("misfit", ({ detail }) => this.notice("misfit", `Samples do not fit their description, ${detail}.`));
    this.notices.delete("misfit");
    this.showPhase();
    this.showAlerts();
    this.showAbout();
  }

  showPhase() {
    const phase = this.animal?.state?.phase, badge = $("#phase");
    write(badge, phase ?? "–");
    badge.dataset.state = PHASES[phase] ?? "";
    if (phase && phase !== this.phase && this.phase) announce(`${this.animal.id} is now: ${phase}.`, phase === "lost" || phase === "fault");
    this.phase = phase;
  }

  showAbout() {
    if (this.recorded) return;
    const about = this.animal?.about;
    write($("#about"), about ? [about.body, about.scenario, `${about.segments} segments`, about.oscillator && `${about.oscillator} oscillators`, about.version && `version ${about.version}`].filter(Boolean).join(" · ") : "");
  }

  showLink(state, reason) {
    const badge = $("#broker"), text = { connecting: "connecting", connected: "connected", lost: "broker gone, trying again" }[state];
    write(badge, text);
    badge.dataset.state = state === "connected" ? "good" : state === "connecting" ? "warn" : "lost";
    badge.title = reason ?? "";
    announce(state === "connected" ? "Connected to the broker." : state === "lost" ? "The broker is gone. Trying again." : "", state === "lost");
  }

  /** Called some times a second. */
  showAge(linked) {
    const age = this.animal?.age, gone = ["lost", "disconnected"].includes(this.animal?.state?.phase);
    const state = age === undefined || gone || !linked || age > STALE ? "lost" : age > FRESH ? "warn" : "good";
    const old = age === undefined ? "" : age < 950 ? `${Math.round(age / 100) * 100} ms` : seconds(age / 1000);
    const text = age === undefined ? "no data" : { good: `fresh, ${Math.max(100, Math.min(600, Math.ceil(age / 100) * 100))} ms`, warn: `stale, ${old}`, lost: `lost, ${old}` }[state];
    write($("#age"), text);
    $("#age").dataset.state = state;
    this.showOld(state === "good" || age === undefined ? "" : `${text}: nothing newer is known`);
    if (state !== this.state && this.state && state !== "warn") announce(state === "good" ? "Data is fresh again." : "No data arrives any more.", state === "lost");
    this.state = state === "warn" ? this.state : state;
  }

  /** What is old looks old, unless a recording is shown, whose age is no matter. */
  showOld(text) {
    const old = text && !this.recorded;
    $("#main").toggleAttribute("data-old", Boolean(old));
    $("#old").hidden = !old;
    write($("#old"), old ? text : "");
    $("#phase").dataset.state = text && PHASES[this.phase] === "good" ? "" : PHASES[this.phase] ?? "";
    $("#phase").title = text ? "as it was last said" : "";
  }

  showTime(t) {
    write($("#clock"), `t ${t === undefined ? "–" : t.toFixed(1)} s`);
  }

  /** A line of the banner that the page itself has to say; no text takes it away. */
  notice(name, text) {
    if (text) this.notices.set(name, text);
    else this.notices.delete(name);
    this.showAlerts();
  }

  showAlerts() {
    const lines = [...[...this.notices].map(([, text]) => [text]), ...[...(this.animal?.alerts ?? [])].map(([name, { message }]) => [message, name])];
    const text = JSON.stringify(lines);
    if (text === this.shownAlerts) return;
    this.shownAlerts = text;
    $("#alerts").replaceChildren(...lines.map(([message, name]) => el("p", {}, name && el("strong", {}, name), message)));
  }
}
