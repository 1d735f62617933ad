import { $, el, write } from "../core/dom.js";
import { number } from "../core/format.js";
import { SparkView } from "../views/spark.js";

const FIGURES = [
  ["speed_bl_per_s", "speed", "BL/s", 2], ["leg_frequency_hz", "legs", "Hz", 2], ["trunk_frequency_hz", "trunk", "Hz", 2], ["leg_wave_lag_cycles", "lag of legs", "cycle", 3],
  ["leg_wave_coherence", "coherence of legs", "", 2], ["left_right_phase", "left to right", "cycle", 2], ["trunk_wave_lag_cycles", "lag of joints", "cycle", 3],
  ["trunk_wave_coherence", "coherence of trunk", "", 2], ["folded_fraction", "legs folded", "%", 0],
];

/** The gait in numbers, each with its last two minutes. */
export class FiguresPanel {
  constructor() {
    this.cells = FIGURES.map(([key, text, unit, digits]) => {
      const number = el("span"), canvas = el("canvas", { "aria-hidden": "true" });
      $("#figures").append(el("div", {}, el("dt", {}, text), el("dd", {}, number, el("small", {}, unit)), canvas));
      return { key, digits, number, scale: unit === "%" ? 100 : 1, spark: new SparkView(canvas, key) };
    });
  }

  show(scene, now) {
    const gait = scene.gaitAt(now);
    const changed = gait !== this.gait || this.cells.some(({ spark }) => spark.stale);
    this.gait = gait;
    if (!changed) return;
    for (const { key, digits, number: cell, scale, spark } of this.cells) {
      const value = gait?.[key];
      write(cell, number(value == null ? undefined : value * scale, digits));
      spark.show(scene, now);
    }
  }
}
