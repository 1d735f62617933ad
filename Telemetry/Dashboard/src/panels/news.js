import { $, el } from "../core/dom.js";
import { seconds, value } from "../core/format.js";

const SHOWN = 120;

/** What happened, newest first. */
export class NewsPanel {
  constructor() {
    $("#news-drive").addEventListener("change", () => this.show(this.list));
  }

  use(animal) {
    this.animal = animal;
    for (const what of ["event", "log"]) animal?.addEventListener(what, () => this.soon());
    this.live();
  }

  live() {
    if (!this.recorded) this.show();
  }

  soon() {
    this.timer ??= setTimeout(() => { this.timer = undefined; this.live(); }, 250);
  }

  show(list = this.animal?.news ?? []) {
    this.list = list === this.animal?.news ? undefined : list;
    const drive = $("#news-drive").checked;
    const lines = list.filter(({ kind, name }) => drive || kind !== "event" || name !== "drive").slice(-SHOWN).reverse();
    $("#news").replaceChildren(...lines.map((item) => el("li", {}, el("time", {}, seconds(item.t)),
      el("span", { class: "kind", "data-level": item.name }, item.name), el("span", { class: "text" }, describe(item)))));
  }
}

function describe({ kind, name, t, tick, message, ...more }) {
  const rest = Object.entries(more).filter(([, v]) => v != null && v !== "").map(([key, v]) => `${key} ${Array.isArray(v) ? v.join(", ") : typeof v === "object" ? JSON.stringify(v) : value(v)}`);
  return [message, rest.join(", ")].filter(Boolean).join(": ");
}
