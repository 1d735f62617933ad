const SHORTEST = 30, CALM = 500;   // ms between drawings; with reduced motion

/** Calls for drawing while the page is visible. */
export class Pulse {
  constructor(draw) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    let last = -Infinity;
    const beat = (time) => {
      requestAnimationFrame(beat);
      if (time - last < (calm.matches ? CALM : SHORTEST)) return;
      last = time;
      draw(performance.now() / 1000);
    };
    requestAnimationFrame(beat);
  }
}
