/** An engine that ends this often within this time will end again: then a person decides when to try. */
const tooMany = 4
const withinMs = 60_000

/** @param ends when the engine has ended, in milliseconds, the latest last */
export function mayRestart(ends: readonly number[]): boolean {
  const latest = ends.at(-1) ?? 0
  return ends.filter((at) => latest - at < withinMs).length < tooMany
}
