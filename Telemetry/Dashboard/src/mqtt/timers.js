// In place of the package of timers that run in a worker: the page has no need of them.
export const setInterval = (action, milliseconds) => globalThis.setInterval(action, milliseconds);
export const clearInterval = (timer) => globalThis.clearInterval(timer);
