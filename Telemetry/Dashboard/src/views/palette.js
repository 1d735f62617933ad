// The colours of the pictures (Sim/Pictures/Palette.cs), and their night side.
const LIGHT = {
  paper: "#ffffff", field: "#f5f7f9", ink: "#242c37", text: "#3b4552", muted: "#75808d", hairline: "#c4ccd4", grid: "#e1e6eb",
  row: "#f5f7f9", wet: "#d3e7f6", folded: "#3c86bf", water: "#b9daf2", nothing: "#ffffff", seam: "rgba(255,255,255,.6)",
  rest: "#848e99", slow: "#e3a62f", fast: "#b8432b", swim: "#1f6ca8", lines: ["#1f6ca8", "#b8432b", "#8a5bb0", "#b07908"],
  bend: ["#b35806", "#e08214", "#fdb863", "#fee0b6", "#f7f7f7", "#d8daeb", "#b2abd2", "#8073ac", "#542788"],
};
const DARK = {
  paper: "#171c23", field: "#11161c", ink: "#e8edf2", text: "#c3ccd6", muted: "#8f9baa", hairline: "#3b4653", grid: "#222a33",
  row: "#1d242c", wet: "#173a54", folded: "#5aa9e0", water: "#16405f", nothing: "#11161c", seam: "rgba(10,14,18,.55)",
  rest: "#8a95a1", slow: "#e8b04a", fast: "#d6604a", swim: "#3d92d4", lines: ["#5aa9e0", "#ec7a63", "#b794dc", "#e8b04a"],
  bend: ["#ffab4d", "#e08214", "#a85c10", "#5a3510", "#1d242c", "#383359", "#62569b", "#9182c4", "#cfc2f2"],
};

const query = matchMedia("(prefers-color-scheme: dark)");
let chosen = "auto";
const listeners = new Set();

export function isDark() {
  return chosen === "dark" || (chosen === "auto" && query.matches);
}

export function chooseTheme(theme) {
  chosen = theme;
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  for (const listener of listeners) listener();
}

export function onTheme(listener) {
  listeners.add(listener);
}

query.addEventListener("change", () => chooseTheme(chosen));

export function palette() {
  return isDark() ? DARK : LIGHT;
}

const parse = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

export function mix(a, b, share) {
  const from = parse(a), to = parse(b);
  return `#${from.map((x, i) => Math.round(x + (to[i] - x) * share).toString(16).padStart(2, "0")).join("")}`;
}

const ramps = new Map();

/** 129 colours of a bend from right to left. */
export function bendRamp(colors) {
  if (!ramps.has(colors)) {
    const steps = colors.bend.length - 1;
    ramps.set(colors, Array.from({ length: 129 }, (_, i) => {
      const place = (i / 128) * steps, k = Math.min(steps - 1, Math.floor(place));
      return mix(colors.bend[k], colors.bend[k + 1], place - k);
    }));
  }
  return ramps.get(colors);
}
