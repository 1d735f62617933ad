import { askedFor } from "../core/behaviour.js";
import { parseLesion } from "../core/lesions.js";
import { mix } from "./palette.js";
import { posture } from "./posture.js";
import { View } from "./view.js";

const TRAIL = 12, GAP = 0.3;       // s
const HEAD = 0.72, TAIL = 0.5;     // of the width

/** The animal from above, followed, with where its head has been. */
export class BodyView extends View {
  zoom = 1;

  setZoom(zoom) {
    this.zoom = Math.min(6, Math.max(0.25, zoom));
    this.invalidate();
  }

  draw(c, scene, now, colors) {
    c.fillStyle = colors.field;
    c.fillRect(0, 0, this.width, this.height);
    const body = now === undefined ? undefined : posture(scene, now);
    if (!body) {
      c.fillStyle = colors.muted;
      c.font = this.font(13);
      c.textAlign = "center";
      c.fillText("nothing to see yet", this.width / 2, this.height / 2);
      return;
    }
    this.look(body, now);
    this.grid(c, colors, body.placed);
    if (body.placed) this.trail(c, scene, body, now, colors);
    this.water(c, body, colors);
    this.legs(c, scene, body, colors);
    this.trunk(c, scene, body, now, colors);
    this.scaleBar(c, body, colors);
  }

  /** Places the view over the animal: all of it in view, whichever way it lies, but no larger than is good for the shape. */
  look({ x, y, length, segment, leg }, now) {
    const center = [mean(x), mean(y)], around = [x, y].map((list, k) => 2 * Math.max(...list.map((at) => Math.abs(at - center[k]))) + 3.2 * leg);
    const fit = Math.min(this.width * 0.52 / length, 1.25 * (this.height - 40) / length, this.width / around[0], this.height / around[1]);
    const far = this.stale || !this.center || now < this.lookedAt || Math.hypot(center[0] - this.center[0], center[1] - this.center[1]) > 1.5 * length;
    this.fitting = far ? fit : this.fitting + (fit - this.fitting) * (1 - Math.exp(-1.5 * (now - this.lookedAt)));
    const scale = this.fitting * this.zoom;
    Object.assign(this, { center, lookedAt: now, scale, segmentPixels: segment * scale });
  }

  px(x) {
    return this.width / 2 + (x - this.center[0]) * this.scale;
  }

  py(y) {
    return this.height / 2 - (y - this.center[1]) * this.scale;
  }

  grid(c, colors, placed) {
    if (!placed) return;
    const step = nice(60 / this.scale), left = this.center[0] - this.width / 2 / this.scale, bottom = this.center[1] - this.height / 2 / this.scale;
    c.strokeStyle = colors.grid;
    c.lineWidth = 1;
    c.beginPath();
    for (let x = Math.ceil(left / step) * step; this.px(x) < this.width; x += step) {
      c.moveTo(Math.round(this.px(x)) + 0.5, 0);
      c.lineTo(Math.round(this.px(x)) + 0.5, this.height);
    }
    for (let y = Math.ceil(bottom / step) * step; this.py(y) > 0; y += step) {
      c.moveTo(0, Math.round(this.py(y)) + 0.5);
      c.lineTo(this.width, Math.round(this.py(y)) + 0.5);
    }
    c.stroke();
  }

  /** Where the head has been, smooth through the samples and on to where it is drawn. */
  trail(c, scene, body, now, colors) {
    const { series, layout } = scene.groups.get("body"), xs = layout.places.get("x").offset, ys = layout.places.get("y").offset, points = [];
    for (let k = Math.max(0, series.at(now - TRAIL)); k < series.length && series.times[k] <= now; k++) {
      points.push({ x: this.px(series.rows[k][xs]), y: this.py(series.rows[k][ys]), t: series.times[k], color: colors[askedFor(scene.drive.rowAt(series.times[k]))] });
    }
    points.push({ x: this.px(body.x[0]), y: this.py(body.y[0]), t: now });
    c.lineWidth = 2;
    c.lineCap = c.lineJoin = "round";
    c.globalAlpha = 0.55;
    for (let k = 0; k + 1 < points.length; k++) {
      const [before, a, b, after] = [points[k - 1] ?? points[k], points[k], points[k + 1], points[k + 2] ?? points[k + 1]];
      if (k === 0 || a.color !== points[k - 1].color) {
        if (k > 0) c.stroke();
        c.beginPath();
        c.moveTo(a.x, a.y);
        c.strokeStyle = a.color;
      }
      // a cubic with the slopes that the neighbours give (Catmull and Rom)
      if (b.t - a.t > GAP) c.lineTo(b.x, b.y);
      else c.bezierCurveTo(a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6, b.x - (after.x - a.x) / 6, b.y - (after.y - a.y) / 6, b.x, b.y);
    }
    c.stroke();
    c.globalAlpha = 1;
  }

  /** A pale disk around what is under water. */
  water(c, { x, y, wetness, leg }, colors) {
    if (!wetness) return;
    c.fillStyle = colors.water;
    for (let i = 0; i < x.length; i++) {
      if (!(wetness[i] > 0.02)) continue;
      c.globalAlpha = Math.min(1, wetness[i]);
      c.beginPath();
      c.arc(this.px(x[i]), this.py(y[i]), leg * 1.5 * this.scale, 0, 7);
      c.fill();
    }
    c.globalAlpha = 1;
  }

  legs(c, scene, body, colors) {
    const { x, y, heading, yaw, lift, load, swing, fold, leg, width } = body;
    if (!yaw) return;
    const missing = new Set(scene.lesions.map(parseLesion).filter((l) => l?.kind === "amputate").map((l) => l.leg)), reach = leg * this.scale;
    const meanLoad = Math.max(0.2, mean(load?.filter((w) => w > 0.05) ?? []) || 1);
    c.lineCap = "round";
    for (let k = 0; k < yaw.length; k++) {
      const i = k >> 1, side = k % 2 ? -1 : 1, u = [Math.cos(heading[i]), Math.sin(heading[i])], half = this.half(body, i);
      const folded = fold?.[i] ?? 0, up = folded > 0.5 || (swing?.[k] ?? 0) > 0.5, raised = Math.max(0, lift?.[k] ?? 0);
      const length = leg * (missing.has(k) ? 0.25 : up && folded <= 0.5 ? 1 - 0.18 * raised : 1);
      const forward = length * Math.sin(yaw[k]), outward = side * (width / 2 + length * Math.cos(yaw[k]));
      const root = this.at(x[i], y[i], u, 0, side * half), foot = this.at(x[i], y[i], u, forward, outward);
      c.strokeStyle = up ? colors.muted : colors.ink;
      c.lineWidth = Math.min(2.4, Math.max(0.7, reach / (up ? 26 : 17)));
      c.globalAlpha = folded > 0.5 ? 0.7 : 1;
      c.beginPath();
      c.moveTo(...root);
      c.lineTo(...foot);
      c.stroke();
      c.globalAlpha = 1;
      if (folded > 0.5 || missing.has(k)) continue;
      c.beginPath();
      if (up) {
        c.arc(foot[0], foot[1], Math.min(3, Math.max(1.2, reach / 17)), 0, 7);
        c.fillStyle = colors.field;
        c.fill();
        c.lineWidth = 1;
        c.stroke();
      } else {
        const weight = Math.min(2.2, Math.max(0.25, (load?.[k] ?? meanLoad) / meanLoad));
        c.arc(foot[0], foot[1], Math.min(6, Math.max(1, reach / 15)) * Math.sqrt(weight), 0, 7);
        c.fillStyle = colors.ink;
        c.fill();
      }
    }
  }

  at(x, y, [ux, uy], forward, left) {
    return [this.px(x + forward * ux - left * uy), this.py(y + forward * uy + left * ux)];
  }

  /** Half the trunk's width at a segment; it tapers like in the pictures. */
  half({ width, x }, i) {
    const place = (i + 0.5) / x.length;
    return width / 2 * (HEAD + (1 - HEAD) * Math.min(1, place / 0.08)) * (1 - (1 - TAIL) * place ** 3);
  }

  trunk(c, scene, body, now, colors) {
    const { x, y, heading, segment, width, fold } = body, n = x.length, left = [], right = [];
    for (let joint = 0; joint <= n; joint++) {
      const ahead = Math.max(joint - 1, 0), behind = Math.min(joint, n - 1), along = (joint === 0 ? 0.5 : -0.5) * segment;
      const u = [Math.cos(heading[ahead]), Math.sin(heading[ahead])], angle = (heading[ahead] + heading[behind]) / 2, v = [Math.cos(angle), Math.sin(angle)];
      const half = this.half(body, joint - 0.5), px = x[ahead] + along * u[0], py = y[ahead] + along * u[1];
      left.push(this.at(px, py, v, 0, half));
      right.push(this.at(px, py, v, 0, -half));
    }
    this.head(c, (left[0][0] + right[0][0]) / 2, (left[0][1] + right[0][1]) / 2, heading[0], width * this.scale, colors);
    const asked = askedFor(scene.drive.rowAt(now)), walking = colors[asked === "swim" ? "fast" : asked], lesions = scene.lesions.map(parseLesion).filter(Boolean);
    for (let i = 0; i < n; i++) {
      const silent = lesions.some((l) => l.kind === "silence" && l.segment === i);
      const color = silent ? colors.hairline : mix(walking, colors.swim, Math.min(1, Math.max(0, fold?.[i] ?? 0)));
      quad(c, left[i], left[i + 1], right[i + 1], right[i]);
      c.fillStyle = color;
      c.strokeStyle = this.segmentPixels >= 5 ? mix(color, colors.field, 0.55) : color;
      c.lineWidth = Math.min(1.5, Math.max(0.6, width * this.scale / 24));
      c.fill();
      c.stroke();
    }
    c.strokeStyle = mix(mix(walking, colors.swim, fold ? Math.min(1, Math.max(0, mean(fold))) : 0), colors.ink, 0.55);
    c.lineWidth = Math.min(1.2, width * this.scale / 24);
    c.beginPath();
    [...left, ...right.reverse()].forEach(([px, py], k) => (k ? c.lineTo(px, py) : c.moveTo(px, py)));
    c.closePath();
    c.stroke();
    right.reverse();
    c.strokeStyle = colors.fast;
    c.lineWidth = 3;
    for (const { kind, segment: i } of lesions) {
      const joint = kind === "cut-behind" ? i + 1 : kind === "head" || kind === "seg" ? 0 : undefined;
      if (joint === undefined) continue;
      const [a, b] = [left[joint], right[joint]], grow = 0.9;
      c.beginPath();
      c.moveTo(a[0] + grow * (a[0] - b[0]), a[1] + grow * (a[1] - b[1]));
      c.lineTo(b[0] + grow * (b[0] - a[0]), b[1] + grow * (b[1] - a[1]));
      c.stroke();
    }
  }

  head(c, x, y, heading, size, colors) {
    c.save();
    c.translate(x, y);
    c.rotate(-heading);
    c.scale(size, size);
    c.strokeStyle = c.fillStyle = colors.ink;
    c.lineWidth = 0.09;
    for (const side of [1, -1]) {
      c.beginPath();
      c.moveTo(0.3, side * 0.22);
      c.quadraticCurveTo(0.85, side * 0.35, 1.35, side * 0.85);
      c.stroke();
    }
    c.beginPath();
    c.ellipse(0.08, 0, 0.46, 0.42, 0, 0, 7);
    c.fill();
    c.restore();
  }

  scaleBar(c, { placed }, colors) {
    const x = 14, y = this.height - 16;
    c.fillStyle = c.strokeStyle = colors.text;
    c.font = this.font(12);
    c.textAlign = "left";
    c.textBaseline = "middle";
    if (!placed) {
      c.fillText("shape only: nobody knows where it is", x, y);
      return;
    }
    const size = nice(90 / this.scale), width = size * this.scale;
    c.lineWidth = 1.5;
    c.beginPath();
    c.moveTo(x, y - 4);
    c.lineTo(x, y + 4);
    c.moveTo(x, y);
    c.lineTo(x + width, y);
    c.moveTo(x + width, y - 4);
    c.lineTo(x + width, y + 4);
    c.stroke();
    c.fillText(size >= 1 ? `${+size.toPrecision(2)} m` : `${+(100 * size).toPrecision(2)} cm`, x + width + 8, y);
  }
}

function quad(c, ...points) {
  c.beginPath();
  points.forEach(([x, y], k) => (k ? c.lineTo(x, y) : c.moveTo(x, y)));
  c.closePath();
}

function mean(list) {
  let sum = 0;
  for (const x of list) sum += x;
  return sum / list.length;
}

/** The largest of 1, 2 and 5 times a power of ten that is not above. */
function nice(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return [5, 2, 1].find((step) => step * power <= size * 1.0001) * power;
}
