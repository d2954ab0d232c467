import { readFile } from 'node:fs/promises'
import type { Ready } from '../../src-main/host/serve/ready-line'
import type { ConnectionView } from '../../src-shared/contract/connection'

export interface Answer {
  status: number
  body: string
  headers: string
}

/** The HTTP API as a script sees it. `seen` is given everything that came back. */
export async function httpApi(ready: Pick<Ready, 'api' | 'tokenFile'>, seen: (text: string) => void = () => undefined) {
  const token = (await readFile(ready.tokenFile, 'utf8')).trim()
  const send = async (method: string, path: string, input?: unknown, bearer: string | undefined = token): Promise<Answer> => {
    const response = await fetch(ready.api + path, {
      method,
      redirect: 'manual',
      headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), 'content-type': 'application/json' },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    })
    const answer = { status: response.status, body: await response.text(), headers: JSON.stringify([...response.headers]) }
    seen(`${answer.headers}\n${answer.body}`)
    return answer
  }
  /** The parsed answer; throws unless it is a 2xx. */
  const call = async <T>(method: string, path: string, input?: unknown): Promise<T> => {
    const answer = await send(method, path, input)
    if (answer.status < 200 || answer.status > 299) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
    return JSON.parse(answer.body) as T
  }
  const list = async (): Promise<ConnectionView[]> => {
    const page = await call<{ items: ConnectionView[] }>('GET', '/connect/connections?limit=200')
    return page.items
  }
  return { token, send, call, list }
}
