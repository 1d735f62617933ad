import { $, announce, el, write } from "../core/dom.js";
import { describeLesion } from "../core/lesions.js";

const WHOLE = [["brain", "Brain"], ["seg", "SEG"], ["head", "Head"]];

/** Takes things from a simulated animal. A switch shows what the animal says, not what was asked. */
export class LesionPanel {
  constructor() {
    this.form = $("#lesion-form");
    this.switches = WHOLE.map(([name, text]) => {
      const input = el("input", { type: "checkbox", role: "switch", onchange: () => this.toggle(name, input) });
      $("#lesion-switches").append(el("label", {}, input, `${text} taken`));
      return [name, input];
    });
    this.form.kind.addEventListener("change", () => this.fit());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { kind, segment, side } = this.form;
      this.make([...this.made, `${kind.value}=${Number(segment.value)}${this.ofLeg ? `-${side.value}` : ""}`]);
    });
    this.fit();
  }

  get ofLeg() {
    return ["amputate", "deafen"].includes(this.form.kind.value);
  }

  get made() {
    return this.animal?.scene.lesions ?? [];
  }

  fit() {
    $("#lesion-side").hidden = !this.ofLeg;
    this.form.segment.max = Math.max(0, (this.animal?.scene.segments || 21) - (this.form.kind.value === "cut-behind" ? 2 : 1));
  }

  use(animal) {
    this.animal = animal;
    animal?.addEventListener("lesion", () => this.show());
    for (const what of ["about", "shape"]) animal?.addEventListener(what, () => this.show());
    animal?.addEventListener("session", () => write($("#lesion-note"), ""));
    this.show();
  }

  show() {
    $("#panel-lesions").hidden = !this.animal?.isSimulation;
    const kinds = this.made.map((text) => text.split("@")[0]);
    for (const [name, input] of this.switches) input.checked = kinds.includes(name);
    $("#lesion-list").replaceChildren(...this.made.map((text) => el("li", {}, describeLesion(text))));
    this.fit();
  }

  toggle(name, input) {
    const wanted = input.checked;
    this.show();
    this.make(wanted ? [...this.made, name] : this.made.filter((text) => text.split("@")[0] !== name));
  }

  async make(lesions) {
    const before = this.made.length, reply = await this.animal.command("lesion", { lesions: [...new Set(lesions)] });
    const kept = reply.ok && lesions.length < before && this.made.length >= before;
    const text = !reply.ok ? `Refused: ${[reply.message || reply.code, ...(reply.refusals ?? []).map(({ name, message }) => `${name}: ${message}`)].join(" ")}` : kept ? "Nothing grows back: the lesion stays." : "Done.";
    write($("#lesion-note"), text);
    $("#lesion-note").dataset.state = reply.ok && !kept ? "good" : "bad";
    announce(text);
    this.show();
  }
}
