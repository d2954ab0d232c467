import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { z } from 'zod'
import { openJsonFile } from '../json-file'
import { replaceFile } from '../private-file'
import type { Content } from '../session-manager/content'

const StoredAsset = z.object({
  id: z.string(),
  /** Whose it is. */
  subject: z.string(),
  fileName: z.string(),
  kind: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Lower-case hex. */
  sha256: z.string(),
})
export type StoredAsset = z.infer<typeof StoredAsset>

/** As the services tell of it; a type, because answers are JSON. */
export type Asset = { id: string; fileName: string; kind: string; size: number; sha256: string }

const AssetsFile = z.object({ format: z.literal(1), assets: z.array(StoredAsset) })

/** Files that the services made, each the person's for whom it was made. They outlive a restart. */
export interface AssetStore {
  /** Resolves when it is on disk. */
  add(subject: string, file: { fileName: string; kind: string; text: string }): Promise<Asset>
  find(id: string): StoredAsset | undefined
  open(asset: StoredAsset): Content
}

/** Reads what there is, or starts without any. Rejects with `UnreadableDemoFile` on a list that it did not write. */
export async function openAssetStore(folder: string): Promise<AssetStore> {
  const { content, save } = await openJsonFile(join(folder, 'neurocad-assets.json'), AssetsFile, { format: 1, assets: [] })
  const pathOf = (id: string): string => join(folder, 'neurocad-assets', id)
  return {
    async add(subject, { fileName, kind, text }) {
      const id = `asset_${ulid()}`
      const sha256 = createHash('sha256').update(text).digest('hex')
      const asset = { id, fileName, kind, size: Buffer.byteLength(text), sha256 }
      // First the file: what is in the list is there.
      await replaceFile(pathOf(id), text)
      content.assets.push({ subject, ...asset })
      await save()
      return asset
    },
    find: (id) => content.assets.find((asset) => asset.id === id),
    open: ({ id, size }) => ({ size, open: (from) => createReadStream(pathOf(id), { start: from }) }),
  }
}
