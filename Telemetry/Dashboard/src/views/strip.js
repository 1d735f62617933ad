const AHEAD = 1.2;               // s that may be painted before they are shown

/** A band of time that scrolls: what was painted stays, and only what is new is painted. */
export class Strip {
  canvas = document.createElement("canvas");

  /** For `span` seconds on `width` by `height` pixels. */
  fit(width, height, span) {
    this.span = span;
    this.width = Math.max(1, Math.round(width));
    this.rate = this.width / span;
    this.canvas.width = Math.ceil(this.width + AHEAD * this.rate);
    this.canvas.height = Math.max(1, Math.round(height));
    this.context = this.canvas.getContext("2d", { alpha: false });
    this.painted = undefined;
  }

  /** Paints what samples came, interval by interval: `paint(k)` for samples k and k + 1, `blank(from, to)` where there are none. */
  fill(series, now, paint, blank) {
    const oldest = now - this.span - 0.1;
    if (this.painted === undefined || this.painted < oldest || this.painted > now + AHEAD * 0.8) {
      this.painted = oldest;
      blank(oldest, now + AHEAD * 0.8);
    }
    for (let k = Math.max(0, series.at(this.painted)); k + 1 < series.length && series.times[k] < now + AHEAD * 0.4; k++) {
      if (series.times[k + 1] <= this.painted) continue;
      if (series.times[k + 1] - series.times[k] > 0.4) blank(series.times[k], series.times[k + 1]);
      else paint(k);
      this.painted = series.times[k + 1];
    }
    if (this.painted < now) {
      blank(this.painted, now);
    }
  }

  /** Calls `draw(x, width)` for the pixels from one time to another; twice where they go around the edge. */
  columns(from, to, draw) {
    const size = this.canvas.width, end = Math.floor(to * this.rate);
    let at = Math.max(Math.floor(from * this.rate), end - size);
    while (at < end) {
      const x = ((at % size) + size) % size, width = Math.min(end - at, size - x);
      draw(x, width);
      at += width;
    }
  }

  /** Puts the last seconds up to `now` onto a context whose unit is a pixel. */
  put(context, now, left, top) {
    const size = this.canvas.width, height = this.canvas.height, end = Math.floor(now * this.rate);
    let at = end - this.width, x = left;
    while (at < end) {
      const from = ((at % size) + size) % size, width = Math.min(end - at, size - from);
      context.drawImage(this.canvas, from, 0, width, height, x, top, width, height);
      at += width;
      x += width;
    }
  }
}
