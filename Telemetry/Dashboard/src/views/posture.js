const LENGTH = 0.12, LEG = 2.1, WIDTH = 1.4;    // m; in segment lengths, as the animal preset has them

/** Where every part of the animal is at a time; undefined while nothing is known. */
export function posture(scene, time) {
  const n = scene.segments, legs = (name) => scene.between("legs", name, time), cord = (name) => scene.between("cord", name, time);
  const placed = trunk(scene, time) ?? shape(cord("bend"), n);
  if (!placed) return undefined;
  const segment = placed.segment;
  return {
    ...placed, length: n * segment, leg: LEG * segment, width: WIDTH * segment,
    yaw: legs("yaw"), lift: legs("lift"), load: legs("load"), swing: scene.last("legs", "swing", time), fold: cord("fold"), wetness: cord("wetness"),
  };
}

function trunk(scene, time) {
  const x = scene.between("body", "x", time), y = scene.between("body", "y", time), heading = scene.between("body", "heading", time, true);
  if (!x?.length || !Number.isFinite(x[0]) || !Number.isFinite(heading?.[0])) return undefined;
  let sum = 0;
  for (let i = 1; i < x.length; i++) sum += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) / Math.max(0.2, Math.cos((heading[i] - heading[i - 1]) / 2));
  return { x, y, heading, segment: x.length > 1 ? sum / (x.length - 1) : LENGTH, placed: true };
}

/** The shape that bends make, for a robot that does not know where it is. */
function shape(bend, n) {
  if (!bend?.length) return undefined;
  const segment = LENGTH / n, x = [0], y = [0], heading = [0];
  for (let i = 1; i < n; i++) {
    heading.push(heading[i - 1] - bend[i - 1]);
    x.push(x[i - 1] - segment / 2 * (Math.cos(heading[i - 1]) + Math.cos(heading[i])));
    y.push(y[i - 1] - segment / 2 * (Math.sin(heading[i - 1]) + Math.sin(heading[i])));
  }
  const turn = heading.reduce((a, b) => a + b) / n, cos = Math.cos(-turn), sin = Math.sin(-turn);
  return { x: x.map((a, i) => a * cos - y[i] * sin), y: x.map((a, i) => a * sin + y[i] * cos), heading: heading.map((h) => h - turn), segment, placed: false };
}
