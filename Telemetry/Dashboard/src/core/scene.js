import { Layout } from "./layout.js";
import { Series } from "./series.js";

const GAP = 0.3;                 // s between samples from which on nothing is made up between them

/** What there is to see: samples of each group over time, whether they come from an animal or from a file. */
export class Scene {
  groups = new Map();             // name: { series, layout, signals }
  gait = new Series();            // figures
  drive = new Series();           // what the animal is told
  lesions = [];
  segments = 0;

  constructor(keep) {
    this.keep = keep;
    this.gait.keep = this.drive.keep = Math.max(keep, 180);
  }

  describe(segments, signals) {
    this.segments = segments;
    this.groups.clear();
    for (const [name, list] of Object.entries(signals)) {
      this.groups.set(name, { series: new Series(this.keep), layout: new Layout(list), signals: list });
    }
  }

  clear() {
    for (const { series } of this.groups.values()) series.clear();
    this.gait.clear();
    this.drive.clear();
  }

  /** The gait's figures at a time; they come once a second. */
  gaitAt(time) {
    return time === undefined ? undefined : this.gait.rowAt(time + 1);
  }

  series(group) {
    return this.groups.get(group)?.series;
  }

  /** Time of the newest sample of any group. */
  get newest() {
    let newest = -Infinity;
    for (const { series } of this.groups.values()) if (series.length > 0) newest = Math.max(newest, series.last);
    return newest;
  }

  get oldest() {
    let oldest = Infinity;
    for (const { series } of this.groups.values()) if (series.length > 0) oldest = Math.min(oldest, series.first);
    return oldest;
  }

  /** A signal at a time, as last sampled. */
  last(group, name, time) {
    const found = this.groups.get(group);
    return found?.layout.of(found.series.rowAt(time), name);
  }

  /** A signal at a time, between samples where there are two near enough; angles go the short way. */
  between(group, name, time, angle = false) {
    const found = this.groups.get(group);
    if (!found) return undefined;
    const { series, layout } = found, k = series.at(time);
    const a = layout.of(series.rows[k], name), b = layout.of(series.rows[k + 1], name);
    if (!a || !b || series.times[k + 1] - series.times[k] > GAP) return a;
    const share = (time - series.times[k]) / (series.times[k + 1] - series.times[k]);
    return a.map((from, i) => {
      let step = b[i] - from;
      if (angle) step -= 2 * Math.PI * Math.round(step / (2 * Math.PI));
      return from + share * step;
    });
  }
}
