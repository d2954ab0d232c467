import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Ready } from '../../src-main/host/serve/ready-line'
import type { AuthorizationView, StartedAuthorization } from '../../src-shared/contract/authorization'
import { approve } from '../demo/consent'
import type { Place, SentRequest } from '../engine/connection/canary-leaks'
import { recordedNetwork } from '../engine/connection/canary-network'
import type { Secrets } from '../engine/connection/canary-secrets'
import { parentFolder, spawnServeWith } from '../host/serve/serve-process'
import { httpApi } from './api'

const tap = pathToFileURL(join(import.meta.dirname, 'canary-tap.mjs')).href

/** One `serve` of the built program, everything of it kept that another program could see. */
export interface CanaryServe {
  ready: Ready
  api: Awaited<ReturnType<typeof httpApi>>
  /** Any request that needs no token; answers the body. */
  visit(url: string, init?: RequestInit, place?: Pick<Place, 'mayTell'>): Promise<string>
  /** Posts what is answered by an address with a state, which nobody is handed but the caller. */
  begin<Answer>(path: string): Promise<Answer>
  /** From the consent page to the end: `alter` is what somebody did to the redirect. */
  authorize(path: string, button?: string, alter?: (redirect: string) => string): Promise<AuthorizationView>
  /** Ends it, and learns what its engine sent. */
  stop(): Promise<void>
}

export interface Canary {
  /** The data folder. */
  data: string
  secrets: Secrets
  places: Place[]
  sent: SentRequest[]
  start(): Promise<CanaryServe>
}

export async function canaryOf(secrets: Secrets): Promise<Canary> {
  const parent = await parentFolder()
  const canary: Canary = { data: join(parent, 'data'), secrets, places: [], sent: [], start: () => startServe(canary, parent) }
  return canary
}

async function startServe({ data, secrets, places, sent }: Canary, parent: string): Promise<CanaryServe> {
  const folder = join(parent, 'tap')
  await mkdir(folder, { recursive: true })
  const log = join(folder, `${Date.now()}.jsonl`)
  const environment = { NODE_OPTIONS: `--import ${tap}`, CANARY_TAP: log }
  const serve = spawnServeWith(environment, '--demo', '--data', data, '--json', '--no-open')
  const ready = await serve.ready()
  const hear = (content: string) => void places.push({ name: 'an answer of the API', content })
  const api = await httpApi(ready, hear)
  const challenges = new Map<string, string>()
  const events = fetch(`${ready.api}/events`, { headers: { authorization: `Bearer ${api.token}` } }).then((answer) =>
    answer.text(),
  )

  const visit: CanaryServe['visit'] = async (url, init, place = {}) => {
    const answer = await fetch(url, { redirect: 'manual', ...init })
    const body = await answer.text()
    places.push({ name: 'a page', content: `${JSON.stringify([...answer.headers])}\n${body}`, ...place })
    return body
  }

  events.catch(() => undefined) // `stop` waits for it; a test that failed before has said why

  const begin = async <Answer>(path: string): Promise<Answer> => {
    const { body } = await api.send('POST', path)
    places.splice(-1, 1, { name: 'what is begun', content: body, mayTell: ['state'] })
    return JSON.parse(body)
  }

  return {
    ready,
    api,
    visit,
    begin,
    async authorize(path, button, alter = (redirect) => redirect) {
      const { authorizationUrl, authorizationId } = await begin<StartedAuthorization>(path)
      const { searchParams } = new URL(authorizationUrl)
      const { origin } = new URL(atProvider(authorizationUrl, ready))
      secrets.add('state', searchParams.get('state') ?? '')
      challenges.set(searchParams.get('code_challenge') ?? '', origin)
      const redirect = await approve(authorizationUrl, button)
      const code = new URL(redirect).searchParams.get('code')
      if (code !== null) secrets.add('authorization code', code, origin)
      await visit(alter(redirect))
      await visit(redirect)
      return api.call('GET', `/connect/authorizations/${authorizationId}`)
    },
    async stop() {
      const { pid = 0 } = serve.child
      places.push({ name: 'a process', content: await processFacts(pid) })
      serve.child.kill('SIGTERM')
      const code = await serve.ended
      if (code !== 0) throw new Error(`serve ended with ${code}`)
      places.push({ name: 'the event stream', content: await events })
      places.push({ name: 'the log', content: serve.output.stderr })
      // With --demo, the ready line tells these two to whoever started it.
      places.push({ name: 'standard output', content: serve.output.stdout, mayTell: ['vault password', 'signing secret'] })
      sent.push(...(await hearTap(log, secrets, ready, challenges)))
    },
  }
}

/** Origins of the demo's providers that stay the same over a restart, as their ports do not. */
export const providerOrigin = {
  slack: 'https://slack.demo',
  github: 'https://github.demo',
  passport: 'https://passport.demo',
  platform: 'https://platform.demo',
} as const

function atProvider(url: string, { demo }: Ready): string {
  const { origin } = new URL(url)
  const names = ['slack', 'github', 'passport', 'platform'] as const
  const name = names.find((known) => demo?.[known] === origin)
  return name === undefined ? url : providerOrigin[name] + url.slice(origin.length)
}

/** What the engine sent; its secrets are known from then on. */
async function hearTap(log: string, secrets: Secrets, ready: Ready, challenges: ReadonlyMap<string, string>) {
  let answer = ''
  const network = recordedNetwork({
    secrets,
    appOrigin: providerOrigin.github,
    alsoAt: new Map([[providerOrigin.passport, providerOrigin.platform]]),
    ask: async () => new Response(answer),
  })
  for (const [challenge, origin] of challenges) network.challenges.set(challenge, origin)
  for (const line of (await readFile(log, 'utf8')).trim().split('\n')) {
    const { url, headers, body, isForm, ...rest } = JSON.parse(line)
    answer = rest.answer
    await network.fetch(atProvider(url, ready), { method: 'POST', headers, body: isForm ? new URLSearchParams(body) : body })
  }
  return network.sent
}

/** Command line and environment of a process and its children, as other programs of the same user can read them. */
async function processFacts(pid: number): Promise<string> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter((child) => child !== '')
  const parts = ['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'latin1'))
  const below = children.map((child) => processFacts(Number(child)).catch(() => '')) // gone meanwhile
  return (await Promise.all([...parts, ...below])).join('\n')
}

/** Every file of a folder, by its path in it. */
export async function filesOf(folder: string): Promise<{ path: string; content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(paths.map(async (path) => ({ path: path.slice(folder.length + 1), content: await readFile(path) })))
}
