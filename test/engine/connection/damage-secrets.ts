import type { FakeFiles } from '../../fakes/files'

/** Where the head of a snapshot ends, and where in it the end of its blob tier stands. */
const HEAD_BYTES = 128
const BLOB_END = 56

/** Overwrites every secret in every snapshot, so that no earlier generation makes up for it. */
export function damageSecrets({ contents }: FakeFiles): void {
  for (const [name, bytes] of contents) {
    if (!name.startsWith('snapshot-')) continue
    const snapshot = Buffer.from(bytes)
    contents.set(name, new Uint8Array(snapshot.fill(0x58, HEAD_BYTES, Number(snapshot.readBigUInt64BE(BLOB_END)))))
  }
}
