import { bendRamp } from "./palette.js";
import { ScrollingView } from "./scrolling.js";

/** How each joint bends over time: left violet, right orange. */
export class KymographView extends ScrollingView {
  range = 0.3;                    // rad

  draw(c, scene, now, colors) {
    const cord = scene.groups.get("cord");
    if (!cord?.series.length || !cord.layout.has("bend") || now === undefined) return this.empty(c, colors, "no bends yet");
    if (this.begin(c)) this.labels(c, cord.layout.of(cord.series.rows[0], "bend").length, colors);
    const s = this.strip.context;
    this.strip.fill(cord.series, now, (k) => this.paint(s, cord, k, colors), (from, to) => {
      s.fillStyle = colors.nothing;
      this.strip.columns(from, to, (x, width) => s.fillRect(x, 0, width, this.strip.canvas.height));
    });
    this.putStrip(c, now);
    this.axis(c, now, colors);
  }

  labels(c, joints, colors) {
    const { top, height } = this.plot, row = height / joints, every = row * 5 >= 13 ? 5 : 10;
    for (let j = 0; j < joints; j += every) this.label(c, j === 0 ? "head" : String(j), top + (j + 0.5) * row + (j === 0 ? 2 : 0), colors);
    this.sideways(c, "joints", top + height / 2, colors);
  }

  paint(s, { series, layout }, k, colors) {
    const from = series.times[k], to = series.times[k + 1], ramp = bendRamp(colors), height = this.strip.canvas.height;
    const a = layout.of(series.rows[k], "bend"), b = layout.of(series.rows[k + 1], "bend"), steps = Math.max(1, Math.round((to - from) * this.strip.rate / 2));
    for (let step = 0; step < steps; step++) {
      const share = (step + 0.5) / steps;
      this.strip.columns(from + step / steps * (to - from), from + (step + 1) / steps * (to - from), (x, width) => {
        for (let j = 0; j < a.length; j++) {
          const top = Math.round(j * height / a.length), bend = (a[j] + share * (b[j] - a[j])) / this.range;
          s.fillStyle = ramp[Math.round(64 * (1 + Math.max(-1, Math.min(1, bend || 0))))];
          s.fillRect(x, top, width, Math.round((j + 1) * height / a.length) - top);
        }
      });
    }
  }
}
