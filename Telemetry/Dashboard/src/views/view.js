import { onTheme, palette } from "./palette.js";

/** A canvas that is drawn when there is something new and when it can be seen. */
export class View {
  stale = true;                   // all is to be drawn again
  seen = true;

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    new ResizeObserver(() => this.fit()).observe(canvas);
    new IntersectionObserver((entries) => { this.seen = entries.at(-1).isIntersecting; }, { rootMargin: "120px" }).observe(canvas);
    onTheme(() => this.invalidate());
    this.fit();
  }

  fit() {
    const ratio = Math.min(2, devicePixelRatio || 1), { clientWidth, clientHeight } = this.canvas;
    const width = Math.round(clientWidth * ratio), height = Math.round(clientHeight * ratio);
    if (width === this.canvas.width && height === this.canvas.height && ratio === this.ratio) return;
    Object.assign(this.canvas, { width, height });
    Object.assign(this, { ratio, width: clientWidth, height: clientHeight });
    this.invalidate();
  }

  invalidate() {
    this.stale = true;
  }

  /** Draws the scene at a time, if that changed. */
  show(scene, now) {
    if (!this.seen || this.width < 20 || this.height < 20) return;
    if (!this.stale && now === this.shown && scene === this.scene) return;
    if (scene !== this.scene) this.stale = true;
    [this.shown, this.scene] = [now, scene];
    const c = this.context;
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.draw(c, scene, now, palette());
    this.stale = false;
  }

  font(size, weight = 400) {
    return `${weight} ${size}px Inter, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif`;
  }
}
