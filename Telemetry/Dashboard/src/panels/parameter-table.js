import { $, el, write } from "../core/dom.js";
import { unitOf, value as show } from "../core/format.js";

/** Every parameter with its range, its value, and the one wanted instead. */
export class ParameterTable {
  rows = new Map();               // name: row
  edits = new Map();              // name: value
  word = "edited";                // what edits are called
  coming = [];                    // names of values that are on their way

  constructor(onEdit) {
    this.onEdit = onEdit;
    $("#search").addEventListener("input", () => this.filter());
    $("#only-edited").addEventListener("change", () => this.filter());
  }

  /** Makes the rows. */
  describe(parameters) {
    this.rows.clear();
    this.edits.clear();
    const groups = new Map();
    for (const parameter of parameters) {
      const group = parameter.group || "others";
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(this.row(parameter));
    }
    const others = groups.get("others");
    if (others && groups.delete("others")) groups.set("others", others);
    this.groups = [...groups].map(([name, rows], k) => {
      const count = el("span"), body = el("tbody", {}, rows.map(({ line }) => line));
      const head = el("thead", {}, el("tr", {}, ["name", "range", "now", "wanted"].map((text) => el("th", { scope: "col" }, text))));
      const details = el("details", { open: k === 0 }, el("summary", {}, `${name} `, count), el("table", {}, head, body));
      return { details, rows, count };
    });
    $("#params").replaceChildren(...this.groups.map(({ details }) => details));
    this.filter();
  }

  row(parameter) {
    const { name, doc, at_rest: atRest, source } = parameter, id = `p-${name}`;
    const text = [doc, source && `Source: ${source}.`, parameter.default != null && `Default ${show(parameter.default)}.`].filter(Boolean).join(" ");
    const about = el("span", { class: "doc", id: `${id}-doc`, hidden: true }, text), now = el("td", { class: "now" });
    const info = el("button", { type: "button", class: "info", "aria-expanded": "false", "aria-controls": about.id, "aria-label": `What ${name} means`, title: text,
      onclick: () => { about.hidden = !about.hidden; info.setAttribute("aria-expanded", String(!about.hidden)); } }, "?");
    const input = this.input(parameter, id), refusal = el("span", { class: "refusal", id: `${id}-refusal`, role: "status" });
    input.setAttribute("aria-label", `${name}, wanted value${unitOf(parameter) && `,${unitOf(parameter)}`}`);
    input.setAttribute("aria-describedby", refusal.id);
    const undo = el("button", { type: "button", class: "undo", hidden: true, "aria-label": `Take back the edit of ${name}`, onclick: () => { this.forget(name); input.focus(); } }, "↺");
    const mark = el("span", { class: "mark" });
    const line = el("tr", {},
      el("td", {}, el("span", { class: "name", title: text }, name), atRest && el("span", { class: "rest", title: "Changes only before the start" }, "at rest"), mark, info, about),
      el("td", { class: "range" }, rangeOf(parameter)), now, el("td", { class: "edit" }, input, undo, refusal));
    const row = { parameter, line, now, input, undo, refusal, mark, words: `${name} ${doc ?? ""} ${parameter.group}`.toLowerCase() };
    input.addEventListener("change", () => this.edited(row));
    this.rows.set(name, row);
    return row;
  }

  input({ type, choices }, id) {
    if (type === "choice") return el("select", { id }, (choices ?? []).map((choice) => el("option", {}, choice)));
    if (type === "switch") return el("input", { id, type: "checkbox", role: "switch" });
    return el("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
  }

  /** Shows the active values. */
  update(values) {
    this.values = values;
    for (const [name, row] of this.rows) {
      const value = values[name], isDefault = row.parameter.default == null || same(value, row.parameter.default);
      write(row.now, `${show(value)}${unitOf(row.parameter)}`);
      row.now.classList.toggle("changed", !isDefault);
      row.now.title = isDefault ? "" : `default ${show(row.parameter.default)}`;
      if (this.edits.has(name) && same(this.edits.get(name), value)) this.forget(name);
      else if (!this.edits.has(name)) fill(row.input, value);
    }
    this.filter();
  }

  edited(row) {
    const { name, type, min, max } = row.parameter, value = read(row.input, type);
    this.refuse(name, "");
    if (value === undefined) {
      if (row.input.value.trim() === "") return this.forget(name);
      this.refuse(name, type === "integer" ? "is not a whole number" : "is not a number");
    } else if ((min != null && value < min) || (max != null && value > max)) this.refuse(name, `lies outside [${show(min)}, ${show(max)}]`);
    if (value === undefined || same(value, this.values?.[name])) this.edits.delete(name);
    else this.edits.set(name, value);
    this.mark(row);
    this.onEdit();
  }

  forget(name) {
    const row = this.rows.get(name);
    this.edits.delete(name);
    fill(row.input, this.values?.[name]);
    this.refuse(name, "");
    this.mark(row);
    this.onEdit();
  }

  forgetAll() {
    for (const name of [...this.edits.keys()]) this.forget(name);
  }

  mark(row) {
    const edited = this.edits.has(row.parameter.name);
    row.line.classList.toggle("edited", edited);
    row.undo.hidden = !edited;
    write(row.mark, edited ? this.word : this.coming.includes(row.parameter.name) ? "on its way" : "");
  }

  /** Marks the edits with how far they have come, and values that are on their way. */
  call(word, coming = []) {
    const names = new Set([...this.edits.keys(), ...this.coming, ...coming]);
    [this.word, this.coming] = [word, coming];
    for (const name of names) this.mark(this.rows.get(name));
  }

  /** Writes at a field why it was refused. */
  refuse(name, message) {
    const row = this.rows.get(name);
    if (!row) return false;
    // the field need not say its own name
    write(row.refusal, message.replace(`Parameter '${name}': `, ""));
    if (message) row.input.setAttribute("aria-invalid", "true");
    else row.input.removeAttribute("aria-invalid");
    if (message) row.line.closest("details")?.setAttribute("open", "");
    return true;
  }

  clearRefusals() {
    for (const name of this.rows.keys()) this.refuse(name, "");
  }

  filter() {
    const words = $("#search").value.toLowerCase().split(/\s+/).filter(Boolean), only = $("#only-edited").checked;
    for (const { details, rows, count } of this.groups ?? []) {
      let shown = 0;
      for (const { line, words: text, parameter, now } of rows) {
        const fits = words.every((word) => text.includes(word)) && (!only || this.edits.has(parameter.name) || now.classList.contains("changed"));
        line.hidden = !fits;
        if (fits) shown++;
      }
      write(count, shown === rows.length ? `${shown}` : `${shown} of ${rows.length}`);
      details.hidden = shown === 0;
      if (words.length > 0 && shown > 0) details.open = true;
    }
  }
}

function rangeOf(parameter) {
  const { type, min, max, choices } = parameter;
  if (type === "choice") return (choices ?? []).length > 4 ? `${choices.length} choices` : (choices ?? []).join(", ");
  if (type === "switch") return "on, off";
  return `${show(min)} … ${show(max)}${unitOf(parameter)}`;
}

function read(input, type) {
  if (type === "choice") return input.value;
  if (type === "switch") return input.checked;
  const text = input.value.trim().replace(",", ".").replace("−", "-"), number = Number(text);
  return text === "" || !Number.isFinite(number) || (type === "integer" && !Number.isInteger(number)) ? undefined : number;
}

function fill(input, value) {
  if (input.type === "checkbox") input.checked = value === true || value === "true";
  else if (document.activeElement !== input || input.tagName === "SELECT") input.value = value ?? "";
}

function same(a, b) {
  return a === b || (a != null && b != null && String(a) === String(b));
}
