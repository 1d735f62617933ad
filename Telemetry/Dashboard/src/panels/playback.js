import { $, announce, write } from "../core/dom.js";
import { openRecording } from "../recording/recording.js";

/** Plays a recorded run: opened by the button or dropped onto the page. */
export class PlaybackPanel {
  playing = false;
  rate = 1;

  constructor({ onOpen, onClose, onError }) {
    Object.assign(this, { onOpen, onClose, onError });
    $("#file").addEventListener("change", (event) => { this.open(event.target.files[0]); event.target.value = ""; });
    $("#play").addEventListener("click", () => this.play(!this.playing));
    $("#play-close").addEventListener("click", () => this.close());
    $("#play-rate").addEventListener("change", (event) => { this.rate = Number(event.target.value); });
    $("#scrub").addEventListener("input", (event) => { this.time = Number(event.target.value); this.showTime(); });
    const drop = $("#drop"), hasFile = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => { if (hasFile(event)) { event.preventDefault(); drop.hidden = false; } });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.hidden = true; });
    addEventListener("drop", (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      drop.hidden = true;
      this.open(event.dataTransfer.files[0]);
    });
  }

  get isOpen() {
    return Boolean(this.recording);
  }

  get scene() {
    return this.recording?.scene;
  }

  async open(file) {
    if (!file) return;
    this.onError("");
    $("#playback").hidden = false;
    write($("#play-name"), `Opening ${file.name} …`);
    try {
      this.recording = await openRecording(file, (share) => write($("#play-name"), `Opening ${file.name}: ${Math.round(100 * share)} %`));
    } catch (error) {
      $("#playback").hidden = !this.isOpen;
      if (this.isOpen) write($("#play-name"), this.recording.name);
      this.onError(`${file.name} cannot be shown: ${error.message}.`);
      return;
    }
    const { scene, cut, name } = this.recording;
    write($("#play-name"), cut ? `${name} (cut: what is whole of it)` : name);
    this.from = scene.oldest;
    this.to = scene.newest;
    this.time = this.from;
    this.shown = {};
    Object.assign($("#scrub"), { min: String(this.from), max: String(this.to), step: "0.01" });
    announce(`${name} is open, ${(this.to - this.from).toFixed(1)} seconds. Commands are off, but for STOP.`);
    this.onOpen();
    this.play(true);
    $("#play").focus();
  }

  close() {
    this.recording = undefined;
    this.playing = false;
    $("#playback").hidden = true;
    $("#file").focus();
    this.onClose();
  }

  play(on) {
    this.playing = on;
    if (on && this.time >= this.to) this.time = this.from;
    this.wall = undefined;
    write($("#play"), on ? "Pause" : "Play");
  }

  /** The time to show at wall-clock time `wall`, s. */
  move(wall) {
    if (this.playing) {
      const passed = this.wall === undefined ? 0 : Math.min(0.25, wall - this.wall);
      this.time = Math.min(this.to, this.time + passed * this.rate);
      this.wall = wall;
      if (this.time >= this.to) this.play(false);
      this.showTime();
    }
    return this.time;
  }

  showTime() {
    const text = `${this.time.toFixed(2)} of ${this.to.toFixed(2)} s`, scrub = $("#scrub");
    if (document.activeElement !== scrub || this.playing) scrub.value = String(this.time);
    scrub.setAttribute("aria-valuetext", text);
    write($("#play-time"), text);
  }

  /** Shows what else the recording says of this time. */
  feed(page) {
    const { scene, loop, news, provenance } = this.recording, now = this.time, shown = this.shown;
    const command = scene.drive.rowAt(now), figures = loop.rowAt(now), count = news.filter(({ t }) => t <= now).length;
    if (command !== shown.command || !shown.all) page.drive.showActive(command);
    if (figures !== shown.figures || !shown.all) page.loop.show(figures);
    if (count !== shown.count) page.news.show(news.slice(0, count));
    if (!shown.all) write($("#about"), `recording · ${scene.segments} segments${provenance ? ` · version ${provenance.version}, ${provenance.machine}` : ""}`);
    this.shown = { command, figures, count, all: true };
  }
}
