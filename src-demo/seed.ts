import { hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from './json-file'

/** As many bytes as are asked for, the same ones for the same label in the same folder. At most 8160. */
export type Derive = (label: string, bytes: number) => Buffer

/** What all secrets of a demo are made of. */
export interface DemoSeed {
  derive: Derive
  /** Whether the vault of the folder was made with the password of this seed. */
  opensVault: boolean
}

const SEED_BYTES = 32

/** `seed`: base64url. */
const SeedFile = z.object({
  format: z.literal(1),
  seed: z.string().regex(/^[\w-]{43}$/),
  opensVault: z.boolean(),
})

/**
 * The seed of a folder, drawn at its first start: it alone is kept, in a file of the demo's own, and what is derived from it is nowhere. A
 * vault that is there before its seed has a password that nobody here knows.
 * Rejects with `UnreadableDemoFile` on a file that it did not write.
 */
export async function openDemoSeed(folder: string, vaultExists: boolean): Promise<DemoSeed> {
  const drawn = { format: 1 as const, seed: randomBytes(SEED_BYTES).toString('base64url'), opensVault: true }
  const { content, save } = await openJsonFile(join(folder, 'seed.json'), SeedFile, drawn)
  const isNew = content === drawn
  // A vault that is about to be made gets the password of the seed, whatever the one before it had.
  const opensVault = !vaultExists || (content.opensVault && !isNew)
  if (isNew || content.opensVault !== opensVault) {
    content.opensVault = opensVault
    await save()
  }
  return { derive: derivedFrom(Buffer.from(content.seed, 'base64url')), opensVault }
}

/** HKDF-SHA256 (RFC 5869) of a seed, which is random as a whole and needs no salt. */
export const derivedFrom =
  (seed: Uint8Array): Derive =>
  (label, bytes) =>
    Buffer.from(hkdfSync('sha256', seed, '', `neurocad demo: ${label}`, bytes))
