import { $, el } from "../core/dom.js";
import { number } from "../core/format.js";

/** How the control loop does. */
export class LoopPanel {
  use(animal) {
    const live = () => { if (!this.recorded) this.show(animal?.loop); };
    animal?.addEventListener("stats", live);
    this.shown = undefined;
    live();
  }

  show(loop) {
    if (loop === this.shown && loop) return;
    this.shown = loop;
    const refused = Object.entries(loop?.refused ?? {}).filter(([, count]) => count > 0);
    const rows = loop ? [
      ["tick, median", `${number(loop.tick_us_p50, 0)} µs`], ["99th percentile", `${number(loop.tick_us_p99, 0)} µs`], ["longest", `${number(loop.tick_us_max, 0)} µs`],
      ["deadlines missed", loop.missed_deadlines ?? "–", loop.missed_deadlines > 0], ["frames lost", loop.lost_frames ?? "–", loop.lost_frames > 0],
      loop.lost_inputs != null && ["inputs lost", loop.lost_inputs, loop.lost_inputs > 0],
      loop.ring_fill != null && ["fullest ring", `${number(100 * loop.ring_fill, 0)} %`, loop.ring_fill > 0.5],
      loop.gc && ["garbage collections", loop.gc.join(" / ")], loop.allocated_per_tick != null && ["allocated per tick", `${number(loop.allocated_per_tick, 0)} B`, loop.allocated_per_tick > 0],
      loop.refused && ["commands refused", refused.length ? refused.map(([code, count]) => `${code} ${count}`).join(", ") : "none"],
    ].filter(Boolean) : [["no figures yet", ""]];
    $("#loop").replaceChildren(...rows.map(([name, value, warn]) => el("div", {}, el("dt", {}, name), el("dd", { class: warn ? "warn" : "" }, String(value)))));
  }
}
