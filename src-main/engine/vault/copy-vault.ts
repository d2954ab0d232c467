import type { VaultFiles } from '../port'
import type { CommitQueue } from './commit-queue'
import { HEADER } from './header-file'
import { journalName } from './journal'
import type { VaultParts } from './vault'

/** The last event of a vault at some moment, and its hash: what a copy made then must come to. */
export interface VaultMoment {
  sequence: number
  hash: Uint8Array
}

const CHUNK_BYTES = 1024 * 1024
/** Whether a file of the folder is part of the vault itself. */
export const isOurs = (name: string) => name === HEADER || /^(journal|snapshot|history)-\d+$/.test(name)

/**
 * Copies the vault's files into an empty folder, as they are at one moment. Commands wait only while the header and the last journal
 * are copied, the two files that they change; the caller sees to it that no compaction runs meanwhile.
 */
export async function copyVault(
  { files, journal, state }: VaultParts,
  queue: CommitQueue,
  target: VaultFiles,
  signal: AbortSignal,
): Promise<VaultMoment> {
  const changing = [journalName(journal.generation), HEADER]
  const names = (await files.list()).filter(isOurs)
  for (const name of names) if (!changing.includes(name)) await copyFile(files, target, name, signal)
  return queue.alone(async () => {
    for (const name of changing) await copyFile(files, target, name, signal)
    return { sequence: state.sequence, hash: state.hash }
  })
}

async function copyFile(files: VaultFiles, target: VaultFiles, name: string, signal: AbortSignal): Promise<void> {
  const from = await files.open(name)
  try {
    const to = await target.open(name, { create: true })
    try {
      const size = await from.size()
      for (let at = 0; at < size; at += CHUNK_BYTES) {
        signal.throwIfAborted()
        await to.write(at, await from.read(at, Math.min(CHUNK_BYTES, size - at)))
      }
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}
