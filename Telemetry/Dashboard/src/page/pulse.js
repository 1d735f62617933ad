const REST = 28, CALM = 500;       // ms between a drawing and asking for the next; with reduced motion

/** Calls for drawing some 25 to 30 times a second while the page is visible. */
export class Pulse {
  constructor(draw) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const beat = () => {
      draw(performance.now() / 1000);
      setTimeout(() => requestAnimationFrame(beat), calm.matches ? CALM : REST);
    };
    requestAnimationFrame(beat);
  }
}
