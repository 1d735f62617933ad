/** What a command from above asks for: rest, slow, fast, swim. */
export function askedFor(command) {
  if (!command) return "rest";
  if (command.swim >= 0.5) return "swim";
  if (command.drive < 0.02) return "rest";
  return command.release >= 0.5 ? "fast" : "slow";
}

export const BEHAVIOUR_NAMES = { rest: "at rest", slow: "slow walk", fast: "fast walk", swim: "swim" };

const share = (list, test) => (list?.length ? list.reduce((sum, value) => sum + (test(value) ? 1 : 0), 0) / list.length : 0);

/** What the animal does, in a sentence. */
export function describeGait(scene, time) {
  const gait = scene.gaitAt(time), asked = askedFor(scene.drive.rowAt(time));
  const fold = scene.last("cord", "fold", time), wetness = scene.last("cord", "wetness", time), swing = scene.last("legs", "swing", time);
  if (!gait && !fold) return "No data yet.";
  const folded = fold ? share(fold, (f) => f > 0.5) : gait.folded_fraction ?? 0, wet = share(wetness, (w) => w > 0.5);
  const parts = [];
  const speed = gait?.speed_bl_per_s;
  // whoever stops in water glides on without a stroke
  const still = gait ? !(gait.leg_frequency_hz > 0.05) && !(folded > 0.8 && gait.trunk_frequency_hz > 0.05) : asked === "rest", rests = still && (speed ?? 0) < 0.02;
  const what = rests ? "Rests" : folded > 0.8 ? (still ? "Glides" : "Swims") : folded > 0.1 ? "Changes between walking and swimming" : "Walks";
  parts.push(speed == null ? what : `${what} at ${speed.toFixed(2)} body lengths a second`);
  if (folded <= 0.8 && gait?.leg_frequency_hz > 0.05) {
    parts.push(`legs ${gait.leg_frequency_hz.toFixed(2)} Hz, each ${Math.abs(gait.leg_wave_lag_cycles ?? 0).toFixed(2)} cycle ${gait.leg_wave_lag_cycles >= 0 ? "before" : "after"} the one behind it`);
    if (gait.left_right_phase != null) parts.push(Math.abs(gait.left_right_phase - 0.5) < 0.1 ? "sides in turn" : Math.min(gait.left_right_phase, 1 - gait.left_right_phase) < 0.1 ? "sides together" : `sides ${gait.left_right_phase.toFixed(2)} cycle apart`);
  }
  if (gait?.trunk_frequency_hz > 0.05 && folded > 0.5) parts.push(`trunk wave ${gait.trunk_frequency_hz.toFixed(2)} Hz`);
  if (swing && folded <= 0.8) parts.push(`${Math.round(100 * (1 - share(swing, (s) => s > 0.5)))} % of the legs in stance`);
  if (folded > 0) parts.push(`${Math.round(100 * folded)} % of the segments have folded legs`);
  if (wet > 0) parts.push(wet > 0.95 ? "all in water" : `${Math.round(100 * wet)} % in water`);
  return parts.join(", ") + ".";
}
