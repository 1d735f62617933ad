import { $, announce, el, write } from "../core/dom.js";
import { seconds } from "../core/format.js";
import { ParameterTable } from "./parameter-table.js";

const LEASE = 60, RENEW = 20;    // s

/** Tuning: edit, stage, try, commit, confirm, go back. */
export class ParametersPanel {
  constructor() {
    this.table = new ParameterTable(() => this.edited());
    $("#lease-take").addEventListener("click", () => (this.mine ? this.release() : this.lease()));
    $("#stage").addEventListener("click", () => this.stage());
    $("#discard").addEventListener("click", () => this.discard());
    $("#commit-form").addEventListener("submit", (event) => { event.preventDefault(); this.commit(); });
    $("#trial-form").addEventListener("submit", (event) => { event.preventDefault(); this.trial(); });
    $("#confirm").addEventListener("click", () => this.tell("confirm", { version: this.active?.version }, "Kept."));
    $("#revert").addEventListener("click", () => this.tell("revert", {}, "Reverted."));
    $("#commit-when").addEventListener("change", () => { $("#commit-phase-label").hidden = $("#commit-when").value !== "phase"; });
    setInterval(() => this.second(), 1000);
  }

  use(animal) {
    this.animal = animal;
    this.described = undefined;
    this.staged = undefined;
    this.coming = undefined;
    if (!animal) return;
    animal.addEventListener("describe", () => this.describe());
    animal.addEventListener("params", ({ detail }) => this.heard(detail));
    animal.addEventListener("session", () => { this.staged = undefined; this.coming = undefined; this.showHistory(); this.note("The program was started anew."); });
    animal.addEventListener("event", () => this.happened(animal.news.at(-1)));
    this.describe();
    this.heard("active");
    this.heard("history");
  }

  get active() {
    return this.animal?.parameters;
  }

  get mine() {
    return this.animal?.lease?.client === this.animal?.client && Boolean(this.animal);
  }

  describe() {
    const description = this.animal.description;
    if (!description?.parameters || description.hash === this.described) return;
    this.described = description.hash;
    this.table.describe(description.parameters);
    if (this.active) this.table.update(this.active.values);
    this.second();
  }

  heard(kind) {
    if (kind === "active" && this.active) {
      if (this.described) this.table.update(this.active.values);
      if (this.staged && this.staged.base !== this.active.version) this.staged = undefined;
    }
    if (kind === "active" || kind === "history") this.showHistory();
    if (kind === "lease" && this.holder !== this.animal.lease?.client) {
      if (this.holder === this.animal.client) this.note("The lease is no longer yours.", "bad");
      this.holder = this.animal.lease?.client;
    }
    this.second();
  }

  /** Shows what changes with time: leases run out, confirmations fall due. */
  second() {
    const { animal, active } = this, lease = animal?.lease, until = active?.confirm_until, now = animal?.scene.newest;
    const left = lease?.until ? Math.max(0, (lease.until - Date.now()) / 1000) : 0;
    write($("#lease"), this.mine ? `Lease: yours, ${seconds(left)}` : lease?.client ? `Lease: ${lease.client}, ${seconds(left)}` : "Lease: free");
    write($("#lease-take"), this.mine ? "Release" : "Take lease");
    write($("#params-version"), active ? `version ${active.version} by ${active.author}, since ${seconds(active.t)}` : "");
    $("#confirm").hidden = until == null;
    if (until != null) write($("#confirm"), `Confirm, ${Number.isFinite(now) ? Math.max(0, Math.ceil(until - now)) : "–"} s left`);
    $("#confirm").classList.toggle("main", until != null);
    this.showButtons();
    if (this.mine && left < LEASE - RENEW && (this.staged || this.table.edits.size > 0 || until != null)) animal.command("params", { op: "lease", seconds: LEASE });
  }

  showButtons() {
    const edits = this.table.edits.size, ready = Boolean(this.active);
    $("#stage").disabled = !ready || edits === 0;
    write($("#stage"), edits ? `Stage ${edits}` : "Stage");
    $("#discard").disabled = edits === 0 && !this.staged;
    for (const id of ["#commit", "#trial"]) $(id).disabled = !this.staged;
    $("#stage").classList.toggle("main", edits > 0 && !this.staged);
    $("#commit").classList.toggle("main", Boolean(this.staged));
    $("#revert").disabled = this.active?.parent == null && !this.coming;
    this.table.call(this.staged ? "staged" : this.coming ? "on its way" : "edited", this.coming?.names);
  }

  edited() {
    if (this.staged) this.note("Edited since it was staged: stage again.");
    this.staged = undefined;
    this.showButtons();
  }

  release() {
    this.holder = undefined;
    return this.tell("release", {}, "The lease is free.");
  }

  async lease() {
    return this.tell("lease", { seconds: LEASE }, "The lease is yours.");
  }

  /** Sends an op and says what came of it; takes the lease first where that is needed. */
  async tell(op, content, done, later) {
    if (!this.animal) return undefined;
    if (!["lease", "release", "history"].includes(op) && !this.mine) {
      const lease = await this.animal.command("params", { op: "lease", seconds: LEASE });
      if (!lease.ok) return this.refused("lease", lease);
    }
    const reply = await this.animal.command("params", { op, ...content }, later);
    if (!reply.ok) return this.refused(op, reply);
    this.note(reply.code === "accepted" ? `${op}: ${reply.message || "will be done"} …` : [done, reply.message].filter(Boolean).join(" "), reply.code === "accepted" ? "" : "good");
    return reply;
  }

  refused(op, reply) {
    const others = [];
    for (const { name, message, code } of reply.refusals ?? []) if (!this.table.refuse(name, message || code)) others.push(`${name} ${message || code}`);
    this.note(`${op}: ${[reply.message || reply.code, ...others].join("; ")} (${reply.code})`, "bad");
    return reply;
  }

  async stage() {
    this.table.clearRefusals();
    const base = this.active.version, reply = await this.tell("stage", { base_version: base, values: Object.fromEntries(this.table.edits) }, "Staged: commit it, or run a trial first.");
    if (reply?.ok) this.staged = { base };
    this.showButtons();
  }

  async discard() {
    if (this.staged) await this.tell("discard", {}, "Forgotten.");
    this.staged = undefined;
    this.table.forgetAll();
    this.showButtons();
  }

  async commit() {
    const when = $("#commit-when").value === "phase" ? { phase: Number($("#commit-phase").value) } : "now";
    const ramp = Number($("#commit-ramp").value) || 0, confirm = Number($("#commit-confirm").value), content = { when, ramp_cycles: ramp };
    if (confirm > 0) content.confirm_s = confirm;
    // it may arrive before the reply does
    this.coming = { ramp, names: [...this.table.edits.keys()], note: confirm > 0 ? `Confirm it within ${confirm} s, or it reverts.` : "" };
    const before = this.coming, reply = await this.tell("commit", content, "Committed.", (last) => this.finished("commit", last));
    if (reply?.ok) this.staged = undefined;
    if (reply?.code !== "accepted" && this.coming === before) this.coming = undefined;
    this.showButtons();
  }

  /** What becomes of a change that was accepted for later. */
  happened({ name, message, author } = {}) {
    if (!this.coming || !["commit", "ramp", "drop", "revert"].includes(name)) return;
    if (name === "drop") this.note(`The change does not come: ${message || "it was dropped."}`, "bad");
    else if (author === this.animal.client) this.note([message, name === "commit" && this.coming.note].filter(Boolean).join(" "), "good");
    if (name === "commit" && this.coming.ramp) this.note(`${message} Numbers move there over ${this.coming.ramp} cycles.`);
    else this.coming = undefined;
    this.showButtons();
  }

  trial() {
    return this.tell("trial", { cycles: Number($("#trial-cycles").value) }, "Trial passed.", (last) => this.finished("trial", last));
  }

  finished(op, reply) {
    if (reply.ok) this.note(`${op === "trial" ? "Trial passed" : "Done"}: ${reply.message || "ok"}`, "good");
    else this.refused(op, reply);
    // what failed its trial is no candidate any more
    if (op === "trial" && !reply.ok) this.staged = undefined;
    if (op === "commit") this.coming = undefined;
    this.showButtons();
  }

  showHistory() {
    const sets = (this.animal?.versions ?? []).filter(({ version }) => version <= (this.active?.version ?? Infinity)).sort((a, b) => b.version - a.version);
    $("#history").replaceChildren(...sets.map(({ version, author, t, changed }) => {
      const active = version === this.active?.version;
      return el("li", {}, el("span", {}, el("strong", {}, `version ${version}`), active ? " active" : ""),
        active ? el("span") : el("button", { type: "button", class: "button small", "aria-label": `Roll back to version ${version}`, onclick: () => this.tell("rollback", { version }, `As version ${version}.`) }, "Roll back"),
        el("p", {}, `${author}, ${seconds(t)}${changed?.length ? `: ${changed.join(", ")}` : ""}`));
    }));
  }

  note(text, state = "") {
    write($("#tuning-note"), text);
    $("#tuning-note").dataset.state = state;
    if (state === "bad") announce(text, true);
  }
}
