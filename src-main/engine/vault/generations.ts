import type { VaultFiles } from '../port'

/** The generations of a kind of file in the folder, lowest first. */
export const generationsOf = (names: readonly string[], kind: 'journal' | 'snapshot' | 'history'): number[] =>
  names
    .flatMap((name) => (name.startsWith(`${kind}-`) ? [Number(name.slice(kind.length + 1))] : []))
    .filter(Number.isInteger)
    .sort((a, b) => a - b)

/** One that no file has: what a compaction that failed has left must neither be reused nor be in the way. */
export async function nextGeneration(files: VaultFiles): Promise<number> {
  const names = await files.list()
  return 1 + Math.max(0, ...(['journal', 'snapshot', 'history'] as const).flatMap((kind) => generationsOf(names, kind)))
}
