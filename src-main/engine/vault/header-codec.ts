import { z } from 'zod'
import { canonicalBytes, sha256 } from './canonical'
import { KeySlot } from './key-slot'

/**
 * One copy of the header, 16 KiB:
 * magic `NCVH` · format u32 · writes u64 · epoch u64 · body length u32 · body (canonical JSON) · MAC (32) · zeros · SHA-256 of all before.
 * The checksum finds damage without a key; the MAC, under the header subkey, finds forgery once the vault key is known.
 */
export const COPY_BYTES = 16 * 1024
const MAGIC = 0x4e435648
export const HEADER_FORMAT = 1
/** Where a copy has its epoch, for a look at it alone. */
export const EPOCH_OFFSET = 16
const FIXED_BYTES = 28
const MAC_BYTES = 32
const CHECKSUM_BYTES = 32

export const HeaderBody = z.object({
  vaultId: z.string(),
  demo: z.boolean(),
  createdAt: z.iso.datetime(),
  slots: z.array(KeySlot).refine((slots) => slots.some(({ kind }) => kind === 'password')),
  /** Key-encryption keys, wrapped under the secrets subkey; the last one is current. */
  keks: z.array(z.object({ version: z.int().positive(), wrapped: z.base64() })).min(1),
  /** Newest snapshot (0: none yet) and the first journal to replay on it. */
  snapshot: z.int().nonnegative(),
  journal: z.int().positive(),
  /** Files of generations below these are no longer part of the vault. Written before they are removed, so that a kill between leaves none. */
  oldest: z.object({ snapshot: z.int().nonnegative(), journal: z.int().positive() }),
  /** When that snapshot was made; missing where that was before it was written down. */
  compactedAt: z.iso.datetime().optional(),
})
export type HeaderBody = z.infer<typeof HeaderBody>

export interface Header {
  /** Counts header writes; the copy with more of them is the newer. */
  writes: number
  /** Fencing epoch: raised by each process that opens the vault. */
  epoch: number
  body: HeaderBody
}

export interface DecodedCopy {
  header: Header
  /** What the MAC was made over, and the MAC. */
  authenticated: Uint8Array
  mac: Uint8Array
}

export type CopyProblem = 'damaged' | 'unknown_format'

export function encodeCopy(header: Header, mac: (authenticated: Uint8Array) => Uint8Array): Uint8Array {
  const body = canonicalBytes(header.body)
  const end = FIXED_BYTES + body.length
  if (end + MAC_BYTES + CHECKSUM_BYTES > COPY_BYTES) throw new RangeError('the header does not fit its copy')
  const copy = new Uint8Array(COPY_BYTES)
  const view = new DataView(copy.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, HEADER_FORMAT)
  view.setBigUint64(8, BigInt(header.writes))
  view.setBigUint64(EPOCH_OFFSET, BigInt(header.epoch))
  view.setUint32(24, body.length)
  copy.set(body, FIXED_BYTES)
  copy.set(mac(copy.subarray(0, end)), end)
  copy.set(sha256(copy.subarray(0, COPY_BYTES - CHECKSUM_BYTES)), COPY_BYTES - CHECKSUM_BYTES)
  return copy
}

export function decodeCopy(copy: Uint8Array): DecodedCopy | CopyProblem {
  if (copy.length !== COPY_BYTES) return 'damaged'
  const checksum = copy.subarray(COPY_BYTES - CHECKSUM_BYTES)
  if (Buffer.compare(sha256(copy.subarray(0, COPY_BYTES - CHECKSUM_BYTES)), checksum) !== 0) return 'damaged'
  const view = new DataView(copy.buffer, copy.byteOffset, copy.length)
  if (view.getUint32(0) !== MAGIC) return 'damaged'
  if (view.getUint32(4) !== HEADER_FORMAT) return 'unknown_format'
  const end = FIXED_BYTES + view.getUint32(24)
  if (end + MAC_BYTES + CHECKSUM_BYTES > COPY_BYTES) return 'damaged'
  const body = HeaderBody.safeParse(parseJson(copy.subarray(FIXED_BYTES, end)))
  if (!body.success) return 'unknown_format'
  return {
    header: { writes: Number(view.getBigUint64(8)), epoch: Number(view.getBigUint64(EPOCH_OFFSET)), body: body.data },
    authenticated: copy.slice(0, end),
    mac: copy.slice(end, end + MAC_BYTES),
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined // the schema refuses it, which is the answer for every body that is not one
  }
}
