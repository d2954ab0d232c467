import { createPrivateKey, randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import { type RunningEmulator, startEmulator } from '../loopback-emulator'
import type { GitHubApp, Permissions } from './app'
import type { GitHubAccount, GitHubDirectory } from './directory'
import { seededIssues } from './seeded-issues'

/** An `emulate` GitHub that knows one App, installed on every account: where it really is installed, the front knows. */
export interface EmulatedGitHub {
  /** Whether the App's key signed this JWT, and it is current. */
  verifies(jwt: string): Promise<boolean>
  /** The emulator's answer to a request for an installation token of an account. `jwt`: the App's own, or one made here. */
  mint(account: GitHubAccount, permissions: Permissions | undefined, jwt?: string): Promise<Response>
  /** Asks as a user. */
  asUser(login: string, path: string): Promise<Response>
  /** Passes a request on; answers with addresses of the front in `Link`. */
  call(path: string, token: string, init?: RequestInit): Promise<Response>
}

/** The emulators, each started when it is first needed. One each, because `emulate` learns of Apps only when it starts. */
export interface EmulatedGitHubs {
  of(app: GitHubApp): Promise<EmulatedGitHub>
  close(): Promise<void>
}

/** `origin`: of the front, which stands in the addresses that answers contain. */
export function emulatedGitHubs(directory: GitHubDirectory, origin: () => string): EmulatedGitHubs {
  const started = new Map<number, Promise<{ github: EmulatedGitHub; emulator: RunningEmulator }>>()
  return {
    async of(app) {
      const starting = started.get(app.appId) ?? start(app, directory, origin())
      started.set(app.appId, starting)
      try {
        return (await starting).github
      } catch (error) {
        started.delete(app.appId)
        throw error
      }
    },
    async close() {
      const running = [...started.values()]
      started.clear()
      for (const result of await Promise.allSettled(running))
        if (result.status === 'fulfilled') await result.value.emulator.close()
    },
  }
}

async function start(app: GitHubApp, directory: GitHubDirectory, origin: string) {
  const accounts = [...directory.users, directory.organization]
  const tokens = new Map(directory.users.map(({ login }) => [login, `demo-user-${randomBytes(20).toString('hex')}`]))
  const emulator = await startEmulator({
    service: 'github',
    baseUrl: origin,
    seed: {
      tokens: Object.fromEntries([...tokens].map(([login, token]) => [token, { login }])),
      github: seed(app, directory, accounts),
    },
  })
  const call: EmulatedGitHub['call'] = async (path, token, { headers: given, ...init } = {}) => {
    const sent = new Headers(given)
    sent.set('authorization', `Bearer ${token}`)
    const answer = await fetch(`${emulator.url}${path}`, { ...init, headers: sent })
    const headers = new Headers(answer.headers)
    const link = headers.get('link')
    if (link !== null) headers.set('link', link.replaceAll(emulator.url, origin))
    return new Response(answer.body, { status: answer.status, headers })
  }
  const github: EmulatedGitHub = {
    verifies: async (jwt) => (await call('/app', jwt)).ok,
    mint: async (account, permissions, jwt) =>
      call(`/app/installations/${accounts.indexOf(account) + 1}/access_tokens`, jwt ?? (await ownJwt(app)), {
        method: 'POST',
        body: JSON.stringify({ permissions }),
      }),
    asUser: (login, path) => call(path, tokens.get(login) ?? ''),
    call,
  }
  for (const { repository, login, ...issue } of seededIssues(directory)) {
    const init = { method: 'POST', body: JSON.stringify(issue) }
    await call(`/repos/${repository}/issues`, tokens.get(login) ?? '', init)
  }
  return { github, emulator }
}

const seed = (app: GitHubApp, directory: GitHubDirectory, accounts: readonly GitHubAccount[]) => ({
  users: directory.users.map(({ login, name }) => ({ login, name })),
  orgs: [
    {
      login: directory.organization.login,
      name: directory.organization.name,
      members: directory.users.map(({ login }) => ({
        login,
        role: directory.administers(login, directory.organization) ? 'admin' : 'member',
      })),
    },
  ],
  repos: accounts.flatMap(({ login: owner, repositories }) =>
    repositories.map(({ name, description }) => ({ owner, name, description, private: true })),
  ),
  apps: [
    {
      app_id: app.appId,
      slug: app.slug,
      name: app.name,
      private_key: app.privateKey,
      permissions: app.permissions,
      installations: accounts.map(({ login }, index) => ({ installation_id: index + 1, account: login })),
    },
  ],
})

/** For a token that was given before a restart: the App itself is not there to sign. */
const ownJwt = ({ appId, privateKey }: GitHubApp): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(String(appId))
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(createPrivateKey(privateKey))
