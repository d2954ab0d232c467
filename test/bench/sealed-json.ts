import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY_BYTES, open as openSealed, randomBytes, seal } from '../../src-main/engine/vault/seal'
import { entry } from './entry'

/** Beside the old one and over it, which is as careful as a program without a journal can be. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${path}.new`, 'w')
  await handle.writeFile(bytes)
  await handle.datasync()
  await handle.close()
  await rename(`${path}.new`, path)
}

/** What a careful small program does: all entries as JSON, sealed with the same cipher, written as one file. */
export function sealedJson(folder: string, count: number) {
  const place = { vaultId: 'bench', kind: 'file', recordId: '1', field: 'all', version: 1 }
  const key = randomBytes(KEY_BYTES)
  const entries = Array.from({ length: count }, (_, index) => entry(index))
  const path = join(folder, 'all.json.sealed')
  return {
    save: (round: number) => {
      const [first] = entries
      if (first) first.name = `Name ${round}`
      return writeAtomically(path, seal(key, new TextEncoder().encode(JSON.stringify(entries)), place))
    },
    load: async () =>
      JSON.parse(new TextDecoder().decode(openSealed(key, new Uint8Array(await readFile(path)), place))) as unknown,
  }
}
