import type { CallContext } from '../../../src-main/engine/engine'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve } from '../../demo/consent'
import { everythingSaid } from '../oauth/everything-said'
import { password } from '../vault/vault-fixture'
import type { DeclaredPlacement, Place } from './canary-leaks'
import { type RecordedNetwork, recordedNetwork } from './canary-network'
import { Secrets } from './canary-secrets'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'
import { type PassingTime, passingTime } from './passing-time'
import { known } from './passport-fixture'

/** Whose run it is: somebody whose Neurocad id is known, as in the demo. */
export const me: CallContext = known(ada)

export interface CanaryAuthorization {
  fields?: Record<string, string>
  reconnects?: ConnectionId | undefined
  button?: string
  /** What somebody did to the redirect on its way. */
  alter?: (redirect: string) => string
  /** What a person does in the browser. */
  press?: (authorizationUrl: string) => Promise<string>
}

/** An engine whose every word and request is kept, and every secret of it known. */
export interface CanaryRun extends TestEngine {
  secrets: Secrets
  network: RecordedNetwork
  /** Where a person said that keys go. */
  declared: DeclaredPlacement[]
  /** How authorizations ended: `<type> <status>`. */
  reached: Set<string>
  /** Keeps what was answered, or every word of the error. */
  attempt<Answer>(work: Promise<Answer>): Promise<Answer | undefined>
  authorize(type: CredentialTypeKey, how?: CanaryAuthorization): Promise<AuthorizationView | undefined>
  /** Uses a connection as a recipe would. */
  use(id: ConnectionId): Promise<void>
  /** Keeps an address that is handed to nobody but its caller. */
  hand(name: string, address: string): void
  /** Answers from now on like this network; without one, like the real one, written down. */
  listen: PassingTime['listen']
  /** Goes on in time, and resolves when nothing is under way any more. */
  wait(minutes: number): Promise<void>
  /** Everything that anybody could have heard or read so far, and every version of every file. */
  places(): Place[]
}

export async function startCanary(): Promise<CanaryRun> {
  const running = await startEngine()
  const secrets = new Secrets()
  secrets.add('vault password', password)
  const { urls } = running.demo
  const alsoAt = new Map([[urls.passport, urls.platform]])
  const network = recordedNetwork({ secrets, appOrigin: urls.github, alsoAt })
  addApps(secrets, running)
  const time = passingTime(running)
  const said: unknown[] = []
  const handed: Place[] = []
  const files = new Map<string, Buffer[]>()
  const { authorization } = running.engine.useCases

  const attempt = async <Answer>(work: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await inTime(work)
      said.push(answer)
      return answer
    } catch (error) {
      said.push(everythingSaid(error), error)
      return undefined
    }
  }

  /** What waits before it tries again gets the time it waits for. */
  const inTime = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    let isOver = false
    const over = () => {
      isOver = true
    }
    work.then(over, over)
    await time.settle()
    while (!isOver) {
      running.clock.advance(1000)
      await time.settle()
    }
    return work
  }

  const readFiles = () => {
    for (const [name, bytes] of running.files.contents) {
      const versions = files.get(name) ?? []
      const now = Buffer.from(bytes)
      // A file that only grew is looked at once.
      const before = versions.at(-1)
      if (before && now.subarray(0, before.length).equals(before)) versions.pop()
      files.set(name, [...versions, now])
    }
  }

  const start = async (type: CredentialTypeKey, { reconnects, fields }: CanaryAuthorization) => {
    const entered = fields === undefined ? {} : { fields }
    const started = await (reconnects === undefined
      ? authorization.add(me, { type, ...entered })
      : authorization.reconnect(me, { id: reconnects, ...entered }))
    const { searchParams, origin } = new URL(started.authorizationUrl)
    secrets.add('state', searchParams.get('state') ?? '')
    network.challenges.set(searchParams.get('code_challenge') ?? '', origin)
    handed.push({ name: `the consent address of ${type}`, content: started.authorizationUrl, mayTell: ['state'] })
    return { ...started, origin }
  }

  return Object.assign(running, {
    secrets,
    network,
    declared: [] as DeclaredPlacement[],
    reached: new Set<string>(),
    attempt,
    async authorize(this: CanaryRun, type: CredentialTypeKey, how: CanaryAuthorization = {}) {
      const { button, press = (url: string) => approve(url, button), alter = (redirect: string) => redirect } = how
      const { authorizationUrl, authorizationId, origin } = await start(type, how)
      const redirect = await press(authorizationUrl)
      const code = new URL(redirect).searchParams.get('code')
      if (code !== null) secrets.add('authorization code', code, origin)
      await attempt(follow(running.engine, alter(redirect), type))
      // Another time with the same answer.
      await attempt(follow(running.engine, redirect, type))
      const view = await attempt(authorization.get(me, { id: authorizationId }))
      this.reached.add(`${type} ${view?.status}`)
      readFiles()
      return view
    },
    async use(id: ConnectionId) {
      const injection = await attemptQuietly(attempt, running.resolve(me.actor, id))
      const carried = Object.values({ ...injection?.headers, ...injection?.query }).join('\n')
      if (carried !== '' && secrets.foundIn(carried).length === 0)
        throw new Error('a connection carries what the canary does not know')
    },
    hand: (name: string, content: string) => void handed.push({ name, content, mayTell: ['state'] as const }),
    listen: (next = network.fetch) => time.listen(next),
    async wait(minutes: number) {
      running.clock.advance(minutes * 60_000)
      await time.settle()
      readFiles()
    },
    places() {
      readFiles()
      const versions = [...files].flatMap(([name, contents]) =>
        contents.map((content) => ({ name: `the file ${name}`, content })),
      )
      return [
        { name: 'an answer or an error', content: JSON.stringify(said) },
        { name: 'a change', content: JSON.stringify(running.changes) },
        { name: 'the log', content: running.logger.text() },
        ...handed,
        ...versions,
      ]
    },
  })
}

/** What is resolved is for a request alone, so that it is used came about is all that is kept. */
async function attemptQuietly<Answer>(attempt: CanaryRun['attempt'], work: Promise<Answer>): Promise<Answer | undefined> {
  let answer: Answer | undefined
  await attempt(
    work.then((resolved) => {
      answer = resolved
      return 'resolved'
    }),
  )
  return answer
}

/** The secrets of the apps that are entered from the start, each for its own provider. */
function addApps(secrets: Secrets, { demo }: TestEngine): void {
  for (const [type, { clientSecret, signingSecret, privateKey }] of Object.entries(demo.firstApps)) {
    const origins = Object.values(demo.endpoints[type] ?? {}).flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []))
    if (clientSecret !== undefined) secrets.add('client secret', clientSecret, ...origins)
    // These two are never sent to anybody.
    if (signingSecret !== undefined) secrets.add('signing secret', signingSecret)
    if (privateKey !== undefined) secrets.addPrivateKey(privateKey)
  }
}
