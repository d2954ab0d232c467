import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { consentHeaders } from '../consent-page'
import { ServiceRefusal, serviceApi } from '../service-refusal'
import type { AnswerLoss } from './answer-loss'
import { fileAnswer, ownAsset, unknownAsset } from './asset-routes'
import type { AssetStore } from './asset-store'
import type { Idempotency } from './idempotency'
import { bodyOf } from './request-body'
import type { ServiceTokens } from './service-tokens'
import type { ShareLink, ShareLinks } from './share-links'
import { expiredPage, sharePage } from './share-page'

const HOUR_MS = 60 * 60 * 1000
const MOST_HOURS = 30 * 24

/** Templates of recipes are texts, so that a number may come as one. */
const Hours = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(z.number().positive().max(MOST_HOURS))

const Wanted = z.strictObject({ asset: z.string().max(100), expiresInHours: Hours.default(24) })

interface Parts {
  /** Origin of the platform. */
  url: string
  tokens: ServiceTokens
  assets: AssetStore
  links: ShareLinks
  idempotency: Idempotency
  loss: AnswerLoss
}

/** Links to a person's own files, made with their token and opened by whoever has them. */
export function shareRoutes({ url, tokens, assets, links, idempotency, loss }: Parts): Hono {
  const api = serviceApi()
  const view = ({ id, asset, expiresAt }: ShareLink) => ({
    id,
    url: `${url}/share/${id}/${links.secretOf(id)}`,
    asset,
    expiresAt: new Date(expiresAt).toISOString(),
  })

  api.post('/share-links', async (c) => {
    const { subject } = await tokens.person(c)
    const { text, body } = await bodyOf(c, Wanted)
    // What is remembered has no address: that is another one after a restart.
    const link = await idempotency.once(c, subject, text, async () => {
      const { id } = ownAsset(assets, body.asset, subject)
      return links.add(id, Date.now() + body.expiresInHours * HOUR_MS)
    })
    return loss.of('share_link', c, view(link), 201)
  })

  api.get('/share/:id/:secret', (c) => {
    const link = links.find(c.req.param('id'), c.req.param('secret'))
    const asset = link && assets.find(link.asset)
    if (link === undefined || asset === undefined) throw unknownAsset()
    c.header('vary', 'accept')
    if (link.expiresAt <= Date.now()) {
      if (isForPeople(c)) return c.html(expiredPage(), 410, consentHeaders)
      throw new ServiceRefusal(410, 'share_link_expired', 'This link has expired.')
    }
    if (!isForPeople(c) || c.req.query('download') !== undefined) return fileAnswer(assets, asset)
    return c.html(sharePage(asset, `${c.req.path}?download`, link.expiresAt), 200, consentHeaders)
  })
  return api
}

/** Browsers ask for pages; everything else gets the file at once. */
const isForPeople = (c: Context): boolean => (c.req.header('accept') ?? '').includes('text/html')
