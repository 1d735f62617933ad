/** A number with a true minus sign, or a dash for none. */
export function number(value, digits = 2) {
  return value == null || !Number.isFinite(value) ? "–" : value.toFixed(digits).replace("-", "−");
}

/** A value of a parameter, as short as it reads back. */
export function value(x) {
  if (x == null) return "–";
  if (typeof x === "boolean") return x ? "on" : "off";
  return typeof x === "number" ? String(+x.toPrecision(6)).replace("-", "−") : String(x);
}

/** A unit as it stands behind a number: none for what has none. */
export function unitOf({ unit }) {
  return unit && unit !== "1" ? ` ${unit}` : "";
}

export function seconds(s) {
  if (s == null || !Number.isFinite(s)) return "–";
  if (s < 60) return `${s.toFixed(s < 10 ? 1 : 0)} s`;
  const whole = Math.floor(s), rest = String(whole % 60).padStart(2, "0");
  return whole < 3600 ? `${Math.floor(whole / 60)}:${rest}` : `${Math.floor(whole / 3600)}:${String(Math.floor(whole / 60) % 60).padStart(2, "0")}:${rest}`;
}
