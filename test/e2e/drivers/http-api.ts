import { readFile } from 'node:fs/promises'
import { type DemoPerson, demoOf, type ReadyLine } from './ready-line'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

interface Answer<Body> {
  status: number
  body: Body
}

/** The program's HTTP API on the loopback, as people call it with their access tokens. */
export class HttpApi {
  /** @param ready read anew for each call: an engine that was started again has another address */
  constructor(private readonly ready: () => ReadyLine) {}

  /** Throws while the desktop answers no scripts. */
  get address(): string {
    const { api } = this.ready()
    if (api === null) throw new Error('The loopback API is off.')
    return api
  }

  async tokenOf(person: DemoPerson): Promise<string> {
    const file = person === 'owner' ? this.ready().tokenFile : demoOf(this.ready()).actors[person].tokenFile
    return (await readFile(file, 'utf8')).trim()
  }

  /** Calls as a person, and answers what it says. Throws on a refusal. */
  async call<Body>(path: string, method: Method = 'GET', person: DemoPerson = 'owner', input: object = {}): Promise<Body> {
    const { status, body } = await this.ask<Body>(path, method, person, input)
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}`)
    return body
  }

  /** The same where a refusal is what is looked for. */
  async ask<Body>(path: string, method: Method = 'GET', person: DemoPerson = 'owner', input: object = {}): Promise<Answer<Body>> {
    const headers = { authorization: `Bearer ${await this.tokenOf(person)}`, 'content-type': 'application/json' }
    const hasBody = method === 'POST' || method === 'PATCH'
    const answer = await fetch(`${this.address}${path}`, { method, headers, ...(hasBody && { body: JSON.stringify(input) }) })
    return { status: answer.status, body: await answer.json() }
  }
}
