import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { z } from 'zod'
import { openJsonFile } from '../json-file'

/** Times are milliseconds since the epoch. */
const ShareLink = z.object({ id: z.string(), asset: z.string(), expiresAt: z.number() })
export type ShareLink = z.infer<typeof ShareLink>

const LinksFile = z.object({ format: z.literal(1), links: z.array(ShareLink) })

/** Links that open a file for whoever has them, for a while. What makes one hard to guess is derived, and is on no disk. */
export interface ShareLinks {
  add(asset: string, expiresAt: number): Promise<ShareLink>
  /** The last part of its address. */
  secretOf(id: string): string
  /** The link of an address; undefined where there is none, expired or not. */
  find(id: string, secret: string): ShareLink | undefined
}

/** @param key 32 bytes */
export async function openShareLinks(folder: string, key: Buffer): Promise<ShareLinks> {
  const { content, save } = await openJsonFile(join(folder, 'neurocad-share-links.json'), LinksFile, { format: 1, links: [] })
  const secretOf = (id: string): string => createHmac('sha256', key).update(id).digest('base64url')
  return {
    async add(asset, expiresAt) {
      const link = { id: `share_${ulid()}`, asset, expiresAt }
      content.links.push(link)
      await save()
      return link
    },
    secretOf,
    find(id, secret) {
      const [given, known] = [Buffer.from(secret), Buffer.from(secretOf(id))]
      if (given.length !== known.length || !timingSafeEqual(given, known)) return undefined
      return content.links.find((link) => link.id === id)
    },
  }
}
