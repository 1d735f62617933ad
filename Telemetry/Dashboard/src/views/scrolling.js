import { Strip } from "./strip.js";
import { View } from "./view.js";

export const LEFT = 46, RIGHT = 10, AXIS = 18;   // px

/** A diagram over the last seconds, newest at the right. */
export class ScrollingView extends View {
  span = 6;
  top = 2;
  strip = new Strip();

  setSpan(span) {
    this.span = span;
    this.invalidate();
  }

  get plot() {
    return { left: LEFT, top: this.top, width: this.width - LEFT - RIGHT, height: this.height - this.top - AXIS };
  }

  /** A scene without samples of the group shows a note. */
  empty(c, colors, text) {
    c.clearRect(0, 0, this.width, this.height);
    c.fillStyle = colors.muted;
    c.font = this.font(12);
    c.textAlign = "center";
    c.fillText(text, this.width / 2, this.height / 2);
    this.strip.painted = undefined;
    this.wasEmpty = true;
  }

  /** Clears all if need be; the strip is then to be painted anew. */
  begin(c) {
    const { width, height } = this.plot, r = this.ratio;
    if (!this.stale && !this.wasEmpty) return false;
    this.wasEmpty = false;
    c.clearRect(0, 0, this.width, this.height);
    this.strip.fit(width * r, height * r, this.span);
    return true;
  }

  putStrip(c, now) {
    const { left, top } = this.plot, r = this.ratio;
    c.setTransform(1, 0, 0, 1, 0, 0);
    this.strip.put(c, now, Math.round(left * r), Math.round(top * r));
    c.setTransform(r, 0, 0, r, 0, 0);
  }

  /** Seconds below the plot. */
  axis(c, now, colors) {
    const { left, top, width, height } = this.plot, y = top + height;
    c.clearRect(0, y, this.width, AXIS);
    c.strokeStyle = colors.hairline;
    c.fillStyle = colors.text;
    c.font = this.font(10.5);
    c.textAlign = "center";
    c.textBaseline = "alphabetic";
    const every = this.span > 20 ? 5 : this.span > 8 ? 2 : 1;
    c.beginPath();
    for (let t = Math.ceil((now - this.span) / every) * every; t <= now; t += every) {
      const x = left + width * (1 - (now - t) / this.span);
      c.moveTo(x, y);
      c.lineTo(x, y + 4);
      if (x > left + 8 && x < left + width - 4 && t >= 0) c.fillText(`${t} s`, x, y + 14);
    }
    c.stroke();
  }

  /** A label at the left of a row. */
  label(c, text, y, colors) {
    c.fillStyle = colors.text;
    c.font = this.font(10.5);
    c.textAlign = "right";
    c.textBaseline = "middle";
    c.fillText(text, LEFT - 5, y);
  }

  sideways(c, text, y, colors) {
    c.save();
    c.translate(10, y);
    c.rotate(-Math.PI / 2);
    c.fillStyle = colors.muted;
    c.font = this.font(10.5);
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillText(text, 0, 0);
    c.restore();
  }
}
