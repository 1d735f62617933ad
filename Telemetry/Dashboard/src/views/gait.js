import { askedFor } from "../core/behaviour.js";
import { ScrollingView } from "./scrolling.js";

const TAU = 2 * Math.PI, RIBBON = 6, HALF_FOLDED = 0.5;

/** Which leg stands when: a row for each leg, left above right, head on top of each; a ribbon above for what is asked. */
export class GaitView extends ScrollingView {
  touchdown = Math.PI;            // phase at which legs were last seen to come down, rad

  draw(c, scene, now, colors) {
    const legs = scene.groups.get("legs");
    if (!legs?.series.length || now === undefined) return this.empty(c, colors, "no steps yet");
    if (this.begin(c)) this.rows(c, scene.segments, colors);
    const s = this.strip.context;
    this.strip.fill(legs.series, now, (k) => this.paint(s, scene, legs, k, colors), (from, to) => this.blank(s, from, to, colors));
    this.putStrip(c, now);
    this.axis(c, now, colors);
  }

  rows(c, n, colors) {
    const { top, height } = this.plot, gap = 5, row = (height - RIBBON - 4 - gap) / (2 * n);
    this.edges = Array.from({ length: 2 * n }, (_, leg) => (RIBBON + 4 + (leg % 2 ? n * row + gap : 0) + (leg >> 1) * row) * this.ratio);
    this.row = row * this.ratio;
    const every = row * 5 >= 13 ? 5 : 10;
    for (const side of [0, 1]) {
      for (let i = 0; i < n; i += every) {
        if (n - i > every * 0.4 || i === 0) this.label(c, i === 0 ? "head" : String(i), top + this.edges[2 * i + side] / this.ratio + Math.max(row / 2, 4), colors);
      }
      this.sideways(c, side ? "right legs" : "left legs", top + this.edges[2 * (n >> 1) + side] / this.ratio, colors);
    }
  }

  blank(s, from, to, colors) {
    s.fillStyle = colors.nothing;
    this.strip.columns(from, to, (x, width) => s.fillRect(x, 0, width, this.strip.canvas.height));
  }

  paint(s, scene, { series, layout }, k, colors) {
    const from = series.times[k], to = series.times[k + 1];
    const swing = layout.of(series.rows[k], "swing"), next = layout.of(series.rows[k + 1], "swing");
    const phase = layout.of(series.rows[k], "phase"), after = layout.of(series.rows[k + 1], "phase");
    const fold = scene.last("cord", "fold", from), wetness = scene.last("cord", "wetness", from);
    this.blank(s, from, to, colors);
    s.fillStyle = colors[askedFor(scene.drive.rowAt(from))];
    this.strip.columns(from, to, (x, width) => s.fillRect(x, 0, width, RIBBON * this.ratio));
    for (let leg = 0; leg < swing.length; leg++) {
      const i = leg >> 1, top = Math.round(this.edges[leg]), height = Math.max(1, Math.round(this.edges[leg] + this.row) - top);
      s.fillStyle = wetness?.[i] > 0.5 ? colors.wet : colors.row;
      this.strip.columns(from, to, (x, width) => s.fillRect(x, top, width, height));
      if (fold?.[i] > HALF_FOLDED) {
        const line = Math.max(1, Math.round(height / 5));
        s.fillStyle = colors.folded;
        this.strip.columns(from, to, (x, width) => s.fillRect(x, top + ((height - line) >> 1), width, line));
        continue;
      }
      const begin = swing[leg] > 0.5 ? to : from, [a, b] = this.stance(swing[leg] > 0.5, next[leg] > 0.5, phase?.[leg], after?.[leg]);
      if (b <= a || (begin === to && a >= 1)) continue;
      const bar = Math.max(1, Math.round(height * 0.78));
      s.fillStyle = colors.ink;
      this.strip.columns(from + a * (to - from), from + b * (to - from), (x, width) => s.fillRect(x, top + ((height - bar) >> 1), width, bar));
    }
  }

  /** Which part of the time between two samples a leg stands: it lifts off at phase 0, and comes down where legs do. */
  stance(swings, willSwing, phase, after) {
    if (swings && willSwing) return [1, 1];
    if (!swings && !willSwing) return [0, 1];
    const passed = (((after - phase) % TAU) + TAU) % TAU;
    if (!Number.isFinite(passed) || passed === 0 || passed > Math.PI) return swings ? [0.5, 1] : [0, 0.5];
    const share = (goal) => Math.min(1, Math.max(0, ((((goal - phase) % TAU) + TAU) % TAU) / passed));
    if (!swings) return [0, share(0)];
    this.touchdown += 0.02 * ((phase + passed / 2) - this.touchdown);
    return [share(this.touchdown), 1];
  }
}
