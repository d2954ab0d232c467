import { type RunningEmulator, startEmulator } from '../loopback-emulator'
import type { GivenTokens } from './grant-ledger'
import type { EmulatedApp, EmulatedPerson, EmulatedService } from './service'

/** The emulator behind a front. It starts with the first request that needs it: most runs of the demo never ask for it. */
export interface Backend {
  /** Sends a request to a path of the emulator. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Approves a request as a person; answers the code. */
  approve(request: URLSearchParams, person: EmulatedPerson): Promise<string>
  /** Tokens of a consent that nobody sees: for a grant that the emulator forgot when it stopped. */
  reissue(scope: string, person: EmulatedPerson): Promise<GivenTokens>
  close(): Promise<void>
}

/** @param url of the front, which the emulator takes for its own */
export function lazyBackend(service: EmulatedService, app: EmulatedApp, people: readonly EmulatedPerson[], url: string): Backend {
  const { emulator, paths, approver, seed } = service
  let starting: Promise<RunningEmulator> | undefined
  const running = (): Promise<RunningEmulator> => {
    starting ??= startEmulator({ service: emulator, baseUrl: url, seed: { tokens: {}, [emulator]: seed(people, app) } })
    return starting
  }
  const request = async (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${(await running()).url}${path}`, { ...init, redirect: 'manual' })

  async function approve(parameters: URLSearchParams, person: EmulatedPerson): Promise<string> {
    const body = new URLSearchParams({ ...Object.fromEntries(parameters), ...approver(person) })
    const answer = await request(paths.approve, { method: 'POST', body })
    const code = new URL(answer.headers.get('location') ?? 'about:blank').searchParams.get('code')
    if (code === null) throw new Error(`the emulator of ${service.name} gave no code`)
    return code
  }

  return {
    request,
    approve,
    async reissue(scope, person) {
      const { clientId: client_id, clientSecret: client_secret, redirectUris } = app
      const redirect_uri = redirectUris[0] ?? ''
      const code = await approve(new URLSearchParams({ client_id, redirect_uri, scope }), person)
      const body = new URLSearchParams({ grant_type: 'authorization_code', client_id, client_secret, redirect_uri, code })
      const answer = await request(paths.token, { method: 'POST', body })
      if (!answer.ok) throw new Error(`the emulator of ${service.name} did not reissue a token`)
      return (await answer.json()) as GivenTokens
    },
    close: async () => (await starting)?.close(),
  }
}
