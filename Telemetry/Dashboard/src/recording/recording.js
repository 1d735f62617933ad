import { usualSignals } from "../core/layout.js";
import { Scene } from "../core/scene.js";
import { Series } from "../core/series.js";
import { readMcap } from "./mcap.js";
import { decode, isShown } from "./messages.js";

const STANCE_LOAD = 0.05;        // segment weights; as the figures of the pictures have it
const KINDS = ["event", "inputs lost", "deadlines missed", "fault", "end"];

/** A recorded run, as a scene with its loop figures and events. */
export async function openRecording(file, onProgress) {
  const scene = new Scene(Infinity), loop = new Series(), news = [], topics = new Map(), commands = [], gaits = [], loops = [], events = [];
  let last, cut = false, told = 0, provenance;
  for await (const record of readMcap(file)) {
    if (record.kind === "channel") topics.set(record.id, record.topic);
    else if (record.kind === "metadata" && record.name === "provenance") provenance = record.pairs;
    else if (record.kind === "cut") cut = true;
    else if (record.kind === "progress" && performance.now() - told > 100) {
      told = performance.now();
      onProgress(record.share);
      await new Promise((resolve) => setTimeout(resolve));
    } else if (record.kind === "message") {
      const topic = topics.get(record.channel);
      if (!isShown(topic)) continue;
      const message = decode(topic, record.data);
      if (topic === "/state") addState(scene, (last = message));
      else ({ "/input/command": commands, "/gait": gaits, "/loop": loops, "/events": events })[topic].push(message);
    }
  }
  if (!last) throw new Error("the file holds no viewing frames (/state)");
  const step = last.tick > 0 ? last.time / last.tick : 1e-3, at = ({ tick }) => tick * step;
  for (const command of commands) scene.drive.add(at(command), { ...command, source: "recording" });
  for (const gait of gaits) scene.gait.add(at(gait), { ...gait, speed_bl_per_s: speed(scene, at(gait)) });
  for (const figures of loops) loop.add(at(figures), figures);
  for (const { tick, what, count, message } of events) news.push({ kind: "event", name: KINDS[what] ?? KINDS[0], t: tick * step, message, count: count || undefined });
  return { scene, loop, news, cut, provenance, name: file.name };
}

function addState(scene, state) {
  const n = state.fold.length;
  if (scene.segments === 0) scene.describe(n, usualSignals(n));
  const swing = state.foot_load.map((load) => (load > STANCE_LOAD ? 0 : 1));
  add(scene, "legs", state.time, [state.leg_phase, state.leg_yaw_command, state.leg_lift_command, state.foot_load, swing]);
  add(scene, "cord", state.time, [state.fold, state.message, state.excitation, state.wetness, state.trunk_phase.subarray(0, n - 1), state.bend]);
  if (state.x.length === n) add(scene, "body", state.time, [state.x, state.y, state.heading]);
}

function add(scene, group, time, parts) {
  const { series, layout } = scene.groups.get(group), row = new Float32Array(layout.size);
  let at = 0;
  for (const part of parts) {
    row.set(part, at);
    at += part.length;
  }
  series.add(time, row);
}

/** Speed of the body's middle over the last second, body lengths a second. */
function speed(scene, time) {
  const series = scene.series("body"), from = series?.at(Math.max(0, time - 1)), to = series?.at(time);
  if (!(to > from) || from < 0) return undefined;
  const place = (name, k) => scene.groups.get("body").layout.of(series.rows[k], name), middle = (name, k) => place(name, k).reduce((a, b) => a + b) / scene.segments;
  const x = place("x", to), y = place("y", to);
  let length = 0;
  for (let i = 1; i < x.length; i++) length += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
  length *= x.length / (x.length - 1);
  return Math.hypot(middle("x", to) - middle("x", from), middle("y", to) - middle("y", from)) / (series.times[to] - series.times[from]) / length;
}
