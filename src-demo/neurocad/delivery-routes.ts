import type { Hono } from 'hono'
import { z } from 'zod'
import { serviceApi } from '../service-refusal'
import type { SessionManager } from '../session-manager/session-manager'
import type { AnswerLoss } from './answer-loss'
import { ownAsset } from './asset-routes'
import type { AssetStore } from './asset-store'
import type { Idempotency } from './idempotency'
import { bodyOf } from './request-body'
import type { ServiceTokens } from './service-tokens'

/** File names are passed on as they are: what becomes of them is the desktop's business. */
const Wanted = z.strictObject({
  asset: z.string().max(100),
  fileName: z.string().min(1).max(1000).optional(),
  recipe: z.strictObject({ id: z.string().min(1).max(100), name: z.string().min(1).max(200) }),
})

interface Parts {
  tokens: ServiceTokens
  assets: AssetStore
  manager: SessionManager
  idempotency: Idempotency
  loss: AnswerLoss
}

/** Sends a person's own file to their desktop. */
export function deliveryRoutes({ tokens, assets, manager, idempotency, loss }: Parts): Hono {
  const api = serviceApi()
  api.post('/deliveries', async (c) => {
    const { subject, label } = await tokens.person(c)
    const { text, body } = await bodyOf(c, Wanted)
    const { id } = await idempotency.once(c, subject, text, async () => {
      const { id: asset, fileName, kind, size, sha256 } = ownAsset(assets, body.asset, subject)
      const delivery = await manager.deliver({
        subject,
        sender: { subject, label },
        recipe: body.recipe,
        name: body.fileName ?? fileName,
        kind,
        size,
        sha256,
        asset,
      })
      return { id: delivery.id }
    })
    // As it is by now, which may be further than when it was made.
    const state = manager.find(id)?.state === 'waiting' ? 'waiting' : 'announced'
    return loss.of('session_manager', c, { id, state }, 202)
  })
  return api
}
