import { $, write } from "../core/dom.js";
import { BodyView } from "../views/body.js";
import { GaitView } from "../views/gait.js";
import { KymographView } from "../views/kymograph.js";
import { TracesView } from "../views/traces.js";

/** The pictures, and what chooses between them. */
export class Views {
  constructor() {
    this.body = new BodyView($("#view-body"));
    this.gait = new GaitView($("#view-gait"));
    this.trunk = new KymographView($("#view-trunk"));
    this.traces = new TracesView($("#view-traces"));
    this.all = [this.body, this.gait, this.trunk, this.traces];
    $("#zoom-in").addEventListener("click", () => this.body.setZoom(this.body.zoom * 1.3));
    $("#zoom-out").addEventListener("click", () => this.body.setZoom(this.body.zoom / 1.3));
    $("#span").addEventListener("change", (event) => {
      for (const view of [this.gait, this.trunk, this.traces]) view.setSpan(Number(event.target.value));
    });
    const segment = $("#segment"), choose = () => this.traces.choose(Math.max(0, Math.min(Number(segment.max || 20), Math.round(Number(segment.value) || 0))));
    segment.addEventListener("input", choose);
    choose();
  }

  show(scene, now) {
    for (const view of this.all) view.show(scene, now);
    write($("#h-traces"), scene.series("neurons")?.length ? "Neurons" : "Oscillators");
  }

  invalidate() {
    for (const view of this.all) view.invalidate();
  }

  label(text) {
    this.body.canvas.setAttribute("aria-label", `The body from above. ${text}`);
    this.gait.canvas.setAttribute("aria-label", `Gait diagram: a row for each leg, dark where it stands. ${text}`);
  }
}
