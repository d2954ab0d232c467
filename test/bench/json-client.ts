import { Agent, request } from 'node:http'

/** A client of one server: JSON, one connection that is kept, one request at a time. The thinnest that Node has. */
export class JsonClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })

  /** `base` is an origin with the beginning of every path. */
  constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** Throws where the answer is not a success, with what it says. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    return JSON.parse(await this.text(method, path, body)) as T
  }

  /** As `call`, and no more than read: what the other side is measured by. */
  text(method: string, path: string, body?: object): Promise<string> {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}),
    }
    return new Promise((resolve, reject) => {
      const sent = request(this.base + path, { method, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('error', reject)
        answer.once('end', () => {
          const text = Buffer.concat(parts).toString()
          if (answer.statusCode !== undefined && answer.statusCode < 300) resolve(text)
          else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 500)}`))
        })
      })
      sent.once('error', reject)
      sent.end(bytes)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
