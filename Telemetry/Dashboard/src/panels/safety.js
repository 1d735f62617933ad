import { $, announce } from "../core/dom.js";

const DOUBLE = 700;              // ms between two presses of Escape

/** The button that stops, and its keys. */
export class SafetyPanel {
  constructor(onStop) {
    this.onStop = onStop;
    $("#stop").addEventListener("click", () => this.stop());
    $("#reset").addEventListener("click", () => this.tell("reset"));
    addEventListener("keydown", (event) => {
      if (event.key === "." && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.stop();
      }
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - (this.escaped ?? -Infinity) < DOUBLE) this.stop();
      this.escaped = event.timeStamp;
    }, true);
  }

  use(animal) {
    this.animal = animal;
    animal?.addEventListener("state", () => this.show());
    this.show();
  }

  show() {
    $("#reset").hidden = !["hold", "safe-pose", "fault"].includes(this.animal?.state?.phase);
  }

  stop() {
    this.onStop();
    this.tell("stop");
  }

  async tell(op) {
    if (!this.animal) return announce("There is no animal to stop.", true);
    const reply = await this.animal.command("safety", { op });
    const text = reply.ok ? (op === "stop" ? "Stopped: it is told to hold still." : "Reset: it goes on.") : `${op === "stop" ? "STOP" : "Reset"} failed: ${reply.message || reply.code}`;
    announce(text, true);
    this.onSaid?.(text, reply.ok);
  }
}
