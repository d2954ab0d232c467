import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Hono } from 'hono'
import type { IdentityCheck } from '../identity-check'
import { bearerOf, ServiceRefusal, serviceApi } from '../service-refusal'
import type { Content } from './content'
import { answerContent } from './content-answer'
import type { Delivery } from './delivery'
import type { DeliveryStore } from './delivery-store'
import type { Misbehaviour } from './misbehaviour'

interface Parts {
  identify: IdentityCheck
  store: DeliveryStore
  how: Misbehaviour
  /** Undefined where it is gone. */
  contentOf(delivery: Delivery): Promise<Content | undefined>
}

/** What a desktop, and whoever sent something, may ask about a delivery. */
export function deliveryRoutes({ identify, store, how, contentOf }: Parts): Hono {
  const api = serviceApi()

  const named = async (c: Context): Promise<Delivery> => {
    const { subject } = await identify(bearerOf(c.req.header('authorization')))
    const delivery = store.find(c.req.param('id') ?? '')
    if (delivery === undefined || delivery.subject !== subject) throw unknownDelivery()
    return delivery
  }

  api.get('/deliveries/:id', async (c) => {
    const { id, state, reason } = await named(c)
    return c.json({ id, state, ...(reason === null ? {} : { reason }) })
  })

  api.get('/deliveries/:id/content', async (c) => {
    const delivery = await named(c)
    if (how.neverAnswer) return new Promise(() => undefined)
    if (how.redirectContentTo !== null) return c.redirect(how.redirectContentTo, 302)
    const content = await contentOf(delivery)
    if (content === undefined) throw unknownDelivery()
    const { outgoing } = c.env as { outgoing: ServerResponse }
    const asked = { content, range: c.req.header('range'), etag: `"${delivery.sha256}"` }
    await answerContent(outgoing, asked, how)
    return RESPONSE_ALREADY_SENT
  })
  return api
}

const unknownDelivery = () => new ServiceRefusal(404, 'delivery_not_found', 'There is no such delivery.')
