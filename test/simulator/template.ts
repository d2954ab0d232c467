import { FakeClock } from '../fakes/clock'
import type { FakeFiles } from '../fakes/files'
import { SeededRandom } from '../fakes/seeded-random'
import { AuthorizationServer } from './authorization-server'
import { context, Machine } from './machine'
import { origin } from './network'

/** Where every schedule begins: a vault with connections, and the server that gave them their tokens. */
export interface Template {
  wall: number
  files: FakeFiles
  server: AuthorizationServer
  /** In the order of the server's families. */
  ids: string[]
}

const fields = {
  authorizeUrl: `${origin}/authorize`,
  tokenUrl: `${origin}/token`,
  userinfoUrl: `${origin}/userinfo`,
  clientId: 'simulated',
  scopes: 'read',
  origins: origin,
}

/**
 * Authorizes that many connections through the engine itself. Their ids are the same every time: when a connection is refreshed
 * ahead of its end hangs on its id, and a seed has to say all there is to a schedule.
 */
export async function makeTemplate(connections: number): Promise<Template> {
  const random = new SeededRandom(1)
  const giveBack = drawFrom(random)
  try {
    return await authorizeAll(connections, random)
  } finally {
    giveBack()
  }
}

/** Replaces what ids are drawn from. */
function drawFrom(random: SeededRandom): () => void {
  const { crypto } = globalThis
  const original = crypto.getRandomValues
  crypto.getRandomValues = (array) => {
    if (array)
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(0).forEach((_, index, bytes) => {
        bytes[index] = random.below(256)
      })
    return array
  }
  return () => {
    crypto.getRandomValues = original
  }
}

async function authorizeAll(connections: number, random: SeededRandom): Promise<Template> {
  const wall = Date.parse('2026-11-21T09:00:00.000Z')
  const clock = new FakeClock(wall)
  const server = new AuthorizationServer(clock.now, [0])
  const machine = await Machine.start({ clock, files: undefined, server, random, onRefreshed: () => undefined })
  const ids: string[] = []
  for (let index = 0; index < connections; index++) ids.push(await authorize(machine))
  await machine.pass(1000)
  const files = await machine.kill('killed')
  return { wall: wall + 10_000, files, server, ids }
}

async function authorize(machine: Machine): Promise<string> {
  const { useCases } = machine.session
  const started = await useCases.authorization.add(context, { type: 'genericOAuth2', fields })
  const state = new URL(started.authorizationUrl).searchParams.get('state') ?? ''
  const query = new URLSearchParams({ state, code: 'a-code' }).toString()
  const completing = useCases.callback.complete(context, { type: 'genericOAuth2', query })
  await machine.pass(5000)
  const { connectionId } = await completing
  if (connectionId === undefined) throw new Error('the template has no connection')
  return connectionId
}
