import { View } from "./view.js";

const SHORTEST = 20, LONGEST = 120;  // s

/** A figure's last two minutes as a line. */
export class SparkView extends View {
  constructor(canvas, key) {
    super(canvas);
    this.key = key;
  }

  draw(c, scene, now, colors) {
    c.clearRect(0, 0, this.width, this.height);
    if (now === undefined) return;
    const { times, rows } = scene.gait, span = Math.min(LONGEST, Math.max(SHORTEST, now - times[0])), points = [];
    let low = Infinity, high = -Infinity;
    for (let k = Math.max(0, scene.gait.at(now - span)); k < times.length && times[k] <= now + 1; k++) {
      const v = rows[k][this.key];
      points.push([times[k], v]);
      if (v != null) [low, high] = [Math.min(low, v), Math.max(high, v)];
    }
    if (!points.some(([, v]) => v != null)) return;
    const room = Math.max(high - low, 0.05 * Math.max(Math.abs(high), 0.2)), middle = (low + high) / 2;
    c.strokeStyle = colors.swim;
    c.lineWidth = 1.5;
    c.lineJoin = "round";
    c.beginPath();
    let open = false, last;
    for (const [t, v] of points) {
      if (v == null) { open = false; continue; }
      const x = (this.width - 4) * (1 - Math.min(span, now - t < 0 ? 0 : now - t) / span), y = this.height / 2 - (v - middle) / room * (this.height - 6);
      if (open) c.lineTo(x, y);
      else c.moveTo(x, y);
      open = true;
      last = [x, y];
    }
    c.stroke();
    if (last && open) {
      c.fillStyle = colors.swim;
      c.beginPath();
      c.arc(last[0], last[1], 2, 0, 7);
      c.fill();
    }
  }
}
