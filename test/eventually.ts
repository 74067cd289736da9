/**
 * Waits until something holds: for what an editor does in its own time and tells nobody of.
 * @param what completes "waited in vain until …"
 * @param patience in milliseconds
 */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = 20_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
