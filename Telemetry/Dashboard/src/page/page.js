import { Animal, Herd } from "../core/animal.js";
import { describeGait } from "../core/behaviour.js";
import { $, announce, write } from "../core/dom.js";
import { Link, brokerUrl } from "../mqtt/link.js";
import { DrivePanel } from "../panels/drive.js";
import { FiguresPanel } from "../panels/figures.js";
import { Header } from "../panels/header.js";
import { LesionPanel } from "../panels/lesions.js";
import { LoopPanel } from "../panels/loop.js";
import { NewsPanel } from "../panels/news.js";
import { ParametersPanel } from "../panels/parameters.js";
import { PlaybackPanel } from "../panels/playback.js";
import { SafetyPanel } from "../panels/safety.js";
import { Pulse } from "./pulse.js";
import { chooseTheme } from "../views/palette.js";
import { Views } from "./views.js";

const utf8 = new TextDecoder();

/** Everything together. */
export class Page {
  herd = new Herd();
  client = `dash-${Math.random().toString(36).slice(2, 10)}`;

  constructor() {
    this.theme();
    this.header = new Header((id) => this.pick(id, true));
    this.drive = new DrivePanel();
    this.safety = new SafetyPanel(() => this.drive.letGo("Stopped: the stick is free."));
    this.safety.onSaid = (text, ok) => this.header.notice("safety", ok ? "" : text);
    this.figures = new FiguresPanel();
    this.panels = [this.header, this.drive, this.safety, new ParametersPanel(), new LesionPanel()];
    this.loop = new LoopPanel();
    this.news = new NewsPanel();
    this.views = new Views();
    this.playback = new PlaybackPanel({ onOpen: () => this.opened(), onClose: () => this.closed(), onError: (text) => this.header.notice("recording", text) });
    this.link = new Link(brokerUrl(location), this.client, {
      onState: (state, reason) => this.header.showLink(state, reason),
      onMessage: (...message) => this.hear(...message),
    });
    this.link.subscribe("locomotion/1/+/state", 1);
    addEventListener("pagehide", () => this.drive.letGo(""));
    setInterval(() => this.header.showAge(this.link.state === "connected"), 200);
    setInterval(() => this.summarise(), 1000);
    this.pulse = new Pulse((wall) => this.draw(wall));
  }

  theme() {
    const select = $("#theme");
    try { select.value = localStorage.getItem("locomotion-theme") ?? "auto"; } catch { /* a page from disk may have no storage */ }
    if (!select.value) select.value = "auto";
    chooseTheme(select.value);
    select.addEventListener("change", () => {
      chooseTheme(select.value);
      try { localStorage.setItem("locomotion-theme", select.value); } catch { /* as above */ }
    });
  }

  hear(topic, payload, retained) {
    let message;
    try {
      message = payload.length === 0 ? undefined : JSON.parse(utf8.decode(payload));
    } catch {
      return;
    }
    const id = this.herd.hear(topic, message);
    if (id) {
      this.header.showAnimals(this.herd.animals, this.animal?.id);
      if (!this.animal || (!this.picked && ["lost", "disconnected"].includes(this.animal.state?.phase) && message?.phase === "running")) this.pick(this.wanted(id));
    }
    if (!this.animal || !topic.startsWith(`${this.animal.root}/`)) return;
    this.animal.hear(topic.slice(this.animal.root.length + 1), message, retained);
  }

  /** The animal that the address names, or the first. */
  wanted(id) {
    const asked = location.hash.slice(1);
    return this.herd.animals.has(asked) ? asked : id;
  }

  pick(id, picked = false) {
    if (!id) return;
    this.picked = picked;
    if (picked) history.replaceState(null, "", `#${id}`);
    if (id === this.animal?.id) return;
    this.animal?.leave();
    this.animal = new Animal(this.link, id, this.client);
    this.animal.addEventListener("session", () => announce("The program was started anew."));
    this.animal.addEventListener("shape", () => { this.segments(this.animal.scene); this.views.invalidate(); });
    for (const panel of [...this.panels, this.loop, this.news]) panel.use(this.animal);
    this.animal.hear("state", this.herd.animals.get(id));
    this.header.showAnimals(this.herd.animals, id);
    if (this.playback.isOpen) this.opened();
  }

  segments({ segments }) {
    $("#segment").max = String(segments - 1);
  }

  get scene() {
    return this.playback.scene ?? this.animal?.scene;
  }

  /** A recording takes the views; the live animal can only be stopped meanwhile. */
  opened() {
    this.drive.letGo("A recording plays: the stick is free.");
    this.mark(true);
    this.segments(this.playback.scene);
    this.views.invalidate();
  }

  closed() {
    this.mark(false);
    this.drive.showActive();
    this.loop.show(this.animal?.loop);
    this.news.show();
    this.header.showAbout();
    this.animal?.playhead.reset();
    if (this.animal) this.segments(this.animal.scene);
    this.views.invalidate();
  }

  mark(on) {
    for (const panel of [this.header, this.drive, this.loop, this.news]) panel.recorded = on;
    for (const id of ["panel-drive", "panel-lesions", "panel-params"]) $(`#${id}`).inert = on;
  }

  draw(wall) {
    const { scene } = this;
    if (!scene) return;
    this.now = this.playback.isOpen ? this.playback.move(wall) : this.animal.playhead.move(scene.newest, wall);
    this.views.show(scene, this.now);
    this.figures.show(scene, this.now);
    this.header.showTime(this.now);
    if (this.playback.isOpen) this.playback.feed(this);
  }

  /** The gait in words: to read, and for those who cannot see the pictures. */
  summarise() {
    if (!this.scene || document.hidden) return;
    const phase = this.playback.isOpen ? undefined : this.animal.state?.phase, prefix = phase && phase !== "running" ? `In ${phase}. ` : "";
    const text = this.now === undefined ? "No data yet." : prefix + describeGait(this.scene, this.now), what = text.slice(prefix.length).split(" ")[0];
    write($("#summary"), text);
    if (what !== this.doing && this.doing) announce(text);
    this.doing = what;
    this.views.label(text);
  }
}
