/** Lets some milliseconds pass with no timer, whose grain is too coarse to meet each step of a write. */
export function spin(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  return new Promise((resolve) => {
    const look = () => (performance.now() >= end ? resolve() : setImmediate(look));
    look();
  });
}
