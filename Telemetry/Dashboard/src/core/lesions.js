/** Reads a lesion's text, such as cut-behind=9, amputate=4-left or brain@3.5; undefined if it is none. */
export function parseLesion(text) {
  const match = /^(brain|seg|head|cut-behind|silence|amputate|deafen)(?:=(\d+)(?:-(left|right))?)?(?:@([\d.]+))?$/.exec(text);
  if (!match) return undefined;
  const segment = match[2] === undefined ? undefined : Number(match[2]);
  return { text, kind: match[1], segment, side: match[3], leg: 2 * segment + (match[3] === "right" ? 1 : 0), at: match[4] };
}

/** The same in words. */
export function describeLesion(text) {
  const lesion = parseLesion(text);
  if (!lesion) return text;
  const { kind, segment, side, at } = lesion;
  const words = { brain: "brain taken", seg: "SEG taken", head: "head taken", "cut-behind": `cord cut behind segment ${segment}`, silence: `segment ${segment} silenced`,
    amputate: `${side} leg ${segment} amputated`, deafen: `${side} leg ${segment} deafened` }[kind];
  return at ? `${words}, at ${at} s` : words;
}
