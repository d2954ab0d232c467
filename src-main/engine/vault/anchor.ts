import { z } from 'zod'
import type { Rollback } from '../../../src-shared/contract/vault-damage'
import { type AnchorStore, NothingKept } from '../port'
import { canonicalBytes } from './canonical'
import { OpenError, open, seal } from './seal'
import type { VaultKeys } from './vault-keys'

/** The last event of a vault, kept outside its folder: what alone can tell that an older copy of it was put back. */
const Anchor = z.object({
  v: z.literal(1),
  sequence: z.int().nonnegative(),
  /** SHA-256 of the event, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** When it was written down. */
  at: z.iso.datetime(),
})
export type Anchor = z.infer<typeof Anchor>

const place = (vaultId: string) => ({ vaultId, kind: 'anchor', recordId: 'vault', field: 'last-event', version: 1 })

export const sealAnchor = ({ vaultId, anchor: key }: VaultKeys, anchor: Anchor): Uint8Array =>
  seal(key, canonicalBytes(anchor), place(vaultId))

/** Throws `OpenError` for anything that this vault did not write. */
function openAnchor({ vaultId, anchor: key }: VaultKeys, sealed: Uint8Array): Anchor {
  const text = new TextDecoder().decode(open(key, sealed, place(vaultId)))
  const parsed = Anchor.safeParse(JSON.parse(text))
  if (!parsed.success) throw new OpenError('anchor last-event')
  return parsed.data
}

/** What is kept of the vault; `unreadable` where there is something that does not open, `failing` where the place cannot be read. */
export type AnchorReading = Anchor | NothingKept | 'absent' | 'unreadable' | 'failing'

/** Whether there is one to compare with. */
export const isAnchor = (reading: AnchorReading | undefined): reading is Anchor =>
  typeof reading === 'object' && !(reading instanceof NothingKept)

export async function readAnchor(store: Pick<AnchorStore, 'read'>, keys: VaultKeys): Promise<AnchorReading> {
  let sealed: Uint8Array | undefined
  try {
    sealed = await store.read(keys.vaultId)
  } catch (error) {
    return error instanceof NothingKept ? error : 'failing'
  }
  if (sealed === undefined) return 'absent'
  try {
    return openAnchor(keys, sealed)
  } catch (error) {
    if (error instanceof OpenError) return 'unreadable'
    throw error
  }
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

interface Found {
  sequence: number
  /** Of the event at the anchor's sequence, where it is known. */
  hashAt: Uint8Array | undefined
  isDamaged: boolean
}

/** What an anchor says of the vault that was found; undefined where that is the one it was made of, grown or not. Pure. */
export function compareWithAnchor(anchor: Anchor, found: Found, now: number): Rollback | undefined {
  const facts = { at: new Date(now).toISOString(), expected: anchor.sequence, seenAt: anchor.at, found: found.sequence }
  if (found.sequence < anchor.sequence) return { ...facts, kind: found.isDamaged ? 'end_lost' : 'older_copy' }
  if (found.hashAt && hexOf(found.hashAt) !== anchor.hash) return { ...facts, kind: 'other_history' }
  return undefined
}
