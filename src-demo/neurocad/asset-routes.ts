import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import { ServiceRefusal, serviceApi } from '../service-refusal'
import type { AssetStore, StoredAsset } from './asset-store'
import type { ServiceTokens } from './service-tokens'

/** A person's own files. */
export function assetRoutes({ tokens, assets }: { tokens: ServiceTokens; assets: AssetStore }): Hono {
  const api = serviceApi()
  api.get('/assets/:id/content', async (c) => {
    const { subject } = await tokens.person(c)
    return fileAnswer(assets, ownAsset(assets, c.req.param('id'), subject))
  })
  return api
}

/** Throws `ServiceRefusal` (404) on one that is not there, or somebody else's: nobody learns which. */
export function ownAsset(assets: AssetStore, id: string, subject: string): StoredAsset {
  const asset = assets.find(id)
  if (asset === undefined || asset.subject !== subject) throw unknownAsset()
  return asset
}

export const unknownAsset = () => new ServiceRefusal(404, 'asset_not_found', 'There is no such asset.')

/** A file to be kept, and never to be shown in a page of this address. */
export const fileAnswer = (assets: AssetStore, asset: StoredAsset): Response =>
  new Response(Readable.toWeb(Readable.from(assets.open(asset).open(0))) as unknown as ReadableStream, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(asset.size),
      // File names of assets are plain ASCII without quotes.
      'content-disposition': `attachment; filename="${asset.fileName}"`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
