import type { Fetch } from '../../src-main/engine/port'
import type { FakeClock } from '../fakes/clock'
import type { SeededRandom } from '../fakes/seeded-random'
import type { AuthorizationServer, ServerAnswer } from './authorization-server'

/** How likely each misfortune is for a request, from 0 to 1. */
export interface Weather {
  requestLost: number
  answerLost: number
  late: number
  twice: number
  /** A 5xx instead of the answer; half of the time after the server did its work. */
  trouble: number
  tooMany: number
}

export const calm: Weather = { requestLost: 0, answerLost: 0, late: 0, twice: 0, trouble: 0, tooMany: 0 }

type Fate = keyof Weather | 'well'

export const origin = 'https://authorization.example'

/** The network between one life of the machine and the server. Nothing of it survives that life. */
export class Network {
  weather = calm
  requests = 0
  inFlight = 0
  mostInFlight = 0
  private readonly breaks = new Set<() => void>()
  private isDown = false

  constructor(
    private readonly clock: FakeClock,
    private readonly server: AuthorizationServer,
    private readonly random: SeededRandom,
  ) {}

  readonly fetch: Fetch = async (url, init) => {
    this.requests++
    this.inFlight++
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
    try {
      return await this.carry(url, init)
    } finally {
      this.inFlight--
    }
  }

  /** The machine slept, or the cable was pulled: whatever was under way is broken. */
  breakAll(): void {
    for (const end of this.breaks) end()
    this.breaks.clear()
  }

  /** The machine is gone: nothing is answered any more. */
  shutDown(): void {
    this.isDown = true
    this.breakAll()
  }

  private async carry(url: string, init: RequestInit): Promise<Response> {
    if (this.isDown) throw new TypeError('fetch failed')
    const fate = this.fate()
    if (fate === 'requestLost') return this.after(this.random.pick([50, 15_000]), undefined)
    if (fate === 'tooMany') return this.after(50, refusal(429, { 'retry-after': String(1 + this.random.below(20)) }))
    if (fate === 'trouble' && this.random.chance(0.5)) return this.after(50, refusal(503))
    if (fate === 'twice' && this.mayBeTwice(init)) this.serve(url, init)
    const answer = this.serve(url, init)
    if (fate === 'trouble') return this.after(50, refusal(502))
    if (fate === 'answerLost') return this.after(this.random.pick([50, 15_000]), undefined)
    return this.after(fate === 'late' ? 5000 + this.random.below(9000) : 20 + this.random.below(300), answer)
  }

  private fate(): Fate {
    let left = this.random.next()
    for (const [fate, probability] of Object.entries(this.weather) as [keyof Weather, number][]) {
      if (left < probability) return fate
      left -= probability
    }
    return 'well'
  }

  /** A network that repeats a request sets off reuse detection where there is no window: no client could help it. */
  private mayBeTwice(init: RequestInit): boolean {
    const token = new URLSearchParams(String(init.body ?? '')).get('refresh_token')
    const family = this.server.families.find(({ current }) => current === token)
    return family === undefined || family.window !== 0
  }

  private serve(url: string, init: RequestInit): ServerAnswer {
    const { pathname } = new URL(url)
    const form = new URLSearchParams(String(init.body ?? ''))
    const nobody = () => undefined
    if (pathname === '/token') {
      const token = form.get('refresh_token')
      return token === null ? this.server.authorize() : this.server.refresh(token)
    }
    const bearer = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? ''
    const sub = this.server.whoHas(bearer)
    return sub === undefined
      ? { status: 401, body: { error: 'invalid_token' }, delivered: nobody }
      : { status: 200, body: { sub }, delivered: nobody }
  }

  /** An answer, or, without one, a connection that breaks, that many milliseconds later. */
  private after(milliseconds: number, answer: ServerAnswer | Response | undefined): Promise<Response> {
    return new Promise((resolve, reject) => {
      const end = () => {
        cancel()
        reject(new TypeError('fetch failed'))
      }
      const cancel = this.clock.after(milliseconds, () => {
        this.breaks.delete(end)
        if (answer === undefined) return reject(new TypeError('fetch failed'))
        if (answer instanceof Response) return resolve(answer)
        answer.delivered()
        resolve(Response.json(answer.body, { status: answer.status }))
      })
      this.breaks.add(end)
    })
  }
}

const refusal = (status: number, headers: Record<string, string> = {}): Response =>
  new Response('{}', { status, headers: { 'content-type': 'application/json', ...headers } })
