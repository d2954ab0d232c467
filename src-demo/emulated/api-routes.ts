import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Backend } from './backend'
import type { Grant, GrantLedger } from './grant-ledger'
import type { LiveGrants } from './live-grants'
import type { EmulatedPerson, EmulatedService } from './service'

/** Everything else an emulated service has: passed on with the emulator's own token, for tokens that were given here alone. */
export function apiRoutes(
  { open, drawnId }: EmulatedService,
  people: readonly EmulatedPerson[],
  { backend, ledger, live }: { backend: Backend; ledger: GrantLedger; live: LiveGrants },
): Hono {
  const front = new Hono()
  front.use(bodyLimit({ maxSize: 1024 * 1024 }))
  front.all('*', async (c) => {
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method === 'GET' && open.test(pathname)) return backend.request(`${pathname}${search}`)
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const grant = token === undefined ? undefined : ledger.find(token, 'access')
    // RFC 6750, section 3.
    if (grant === undefined)
      return c.json({ error: 'invalid_token' }, 401, { 'www-authenticate': 'Bearer error="invalid_token"' })
    const { access_token: emulated } = await live.tokens(grant)
    const answer = await backend.request(`${pathname}${search}`, await passedOn(c, emulated))
    return pathname === drawnId?.path ? withOwnId(answer, drawnId.name, ownerOf(people, grant)) : answer
  })
  return front
}

const ownerOf = (people: readonly EmulatedPerson[], { approvedBy }: Grant): EmulatedPerson | undefined =>
  people.find(({ subject }) => subject === approvedBy)

/** Method, body, its type and the token; no other header. */
async function passedOn(c: Context, token: string): Promise<RequestInit> {
  const { method } = c.req
  const headers = new Headers({ authorization: `Bearer ${token}` })
  const type = c.req.header('content-type')
  if (type !== undefined) headers.set('content-type', type)
  return method === 'GET' || method === 'HEAD' ? { method, headers } : { method, headers, body: await c.req.arrayBuffer() }
}

/** The same answer with the id that stays, in place of the one the emulator has drawn. */
async function withOwnId(answer: Response, name: string, person: EmulatedPerson | undefined): Promise<Response> {
  const body = (await answer.json()) as Record<string, unknown>
  return Response.json(person && name in body ? { ...body, [name]: person.id } : body, { status: answer.status })
}
