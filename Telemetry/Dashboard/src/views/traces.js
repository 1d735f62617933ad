import { unitOf, value } from "../core/format.js";
import { ScrollingView } from "./scrolling.js";

const GAP = 0.4;                 // s without samples, where a line breaks

/** What one segment's neurons do, or its oscillators where there are none. */
export class TracesView extends ScrollingView {
  segment = 0;
  top = 6;

  choose(segment) {
    this.segment = segment;
    this.invalidate();
  }

  /** Names, colours and numbers of the lines. */
  lines(scene) {
    const n = this.segment, neurons = scene.groups.get("neurons");
    if (neurons?.series.length) {
      const lines = [];
      for (const kind of ["flexor", "extensor"]) {
        const name = neurons.layout.names.find((text) => text.toLowerCase().includes(kind));
        if (name) for (const side of [0, 1]) lines.push({ text: `${side ? "right" : "left"} ${kind}`, ...neurons, name, at: 2 * n + side, band: side });
      }
      return { lines, unit: unitOf(neurons.signals[0]).trim() || "membrane potential" };
    }
    const legs = scene.groups.get("legs"), cord = scene.groups.get("cord"), lines = [];
    if (legs?.layout.has("phase")) for (const side of [0, 1]) lines.push({ text: side ? "right leg" : "left leg", ...legs, name: "phase", at: 2 * n + side, wraps: true, band: 0 });
    if (cord?.layout.has("trunk_phase") && n < scene.segments - 1) lines.push({ text: "trunk", ...cord, name: "trunk_phase", at: n, wraps: true, band: 1 });
    return { lines, unit: "phase" };
  }

  draw(c, scene, now, colors) {
    const { lines, unit } = this.lines(scene);
    if (!lines.some(({ series }) => series.length) || now === undefined) return this.empty(c, colors, "no oscillators yet");
    const { left, top, width, height } = this.plot, bands = 2, gap = 8, band = (height - gap) / bands;
    c.clearRect(0, 0, this.width, this.height);
    this.wasEmpty = true;
    c.fillStyle = colors.row;
    for (let b = 0; b < bands; b++) c.fillRect(left, top + b * (band + gap), width, band);
    const bounds = this.bounds(lines, now);
    lines.forEach((line, i) => {
      c.strokeStyle = colors.lines[i];
      c.lineWidth = 1.4;
      c.beginPath();
      this.trace(c, line, now, { left, width, top: top + line.band * (band + gap) + 3, height: band - 6 }, line.wraps ? [0, 2 * Math.PI] : bounds);
      c.stroke();
    });
    for (let b = 0; b < bands; b++) {
      const y = top + b * (band + gap);
      const [low, high] = lines.some((l) => l.band === b && l.wraps) ? ["0", "2π"] : bounds.map(value);
      this.label(c, high, y + 6, colors);
      this.label(c, low, y + band - 6, colors);
      let x = left + 6;
      c.textAlign = "left";
      c.font = this.font(10.5, 600);
      lines.forEach((line, i) => {
        if (line.band !== b) return;
        const text = line.text, w = c.measureText(text).width;
        c.globalAlpha = 0.82;
        c.fillStyle = colors.row;
        c.fillRect(x - 3, y + 2, w + 6, 14);
        c.globalAlpha = 1;
        c.fillStyle = colors.lines[i];
        c.fillText(text, x, y + 9.5);
        x += w + 12;
      });
    }
    this.sideways(c, unit === "phase" ? "phase" : unit, top + height / 2, colors);
    this.axis(c, now, colors);
  }

  bounds(lines, now) {
    let low = Infinity, high = -Infinity;
    for (const { series, layout, name, at, wraps } of lines) {
      if (wraps) continue;
      for (let k = Math.max(0, series.at(now - this.span)); k < series.length && series.times[k] <= now; k++) {
        const v = layout.of(series.rows[k], name)[at];
        if (v < low) low = v;
        if (v > high) high = v;
      }
    }
    if (!(high > low)) return [low - 1 || -1, low + 1 || 1];
    const step = 10 ** Math.floor(Math.log10(high - low)) / 2;
    return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  }

  trace(c, { series, layout, name, at, wraps }, now, box, [low, high]) {
    const { offset } = layout.places.get(name);
    let last, before;
    for (let k = Math.max(0, series.at(now - this.span) + 1); k < series.length && series.times[k] <= now; k++) {
      const v = series.rows[k][offset + at], x = box.left + box.width * (1 - (now - series.times[k]) / this.span);
      const y = box.top + box.height * (1 - (v - low) / (high - low));
      if (last === undefined || (wraps && v < last) || series.times[k] - before > GAP) c.moveTo(x, y);
      else c.lineTo(x, y);
      last = v;
      before = series.times[k];
    }
  }
}
