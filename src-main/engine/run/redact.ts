import type { Injection } from '../provider/injection'

const HIDDEN = '[hidden]'
/** Shorter ones would take ordinary words away with them, and guard nothing. */
const LEAST = 6

/** Sent with some injections, and nothing secret. */
const plain = new Set(['accept', 'user-agent', 'x-github-api-version'])

/**
 * What the requests of one run carried, so that nothing a server plays back of it gets into the run's data, into another
 * node's parameters, or anywhere else.
 */
export class Secrets {
  private readonly forms = new Set<string>()
  private ordered: string[] | undefined

  add({ headers, query }: Pick<Injection, 'headers' | 'query'>): void {
    for (const [name, value] of Object.entries(headers)) if (!plain.has(name)) this.addHeader(value)
    for (const value of Object.values(query)) this.addForms(value)
  }

  /** The text without them. */
  hide(text: string): string {
    this.ordered ??= [...this.forms].sort((a, b) => b.length - a.length)
    return this.ordered.reduce((rest, secret) => (rest.includes(secret) ? rest.replaceAll(secret, HIDDEN) : rest), text)
  }

  private addHeader(value: string): void {
    const [scheme = '', ...rest] = value.split(' ')
    const token = rest.join(' ')
    this.addForms(value)
    if (token === '') return
    this.addForms(token)
    // RFC 7617: whoever reads the header reads the password.
    if (scheme.toLowerCase() !== 'basic') return
    const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(token, 'base64').toString('utf8')) ?? []
    this.addForms(password)
  }

  private addForms(secret: string): void {
    if (secret.length < LEAST) return
    const encoded = encodeURIComponent(secret)
    const quoted = JSON.stringify(secret).slice(1, -1)
    const base64 = Buffer.from(secret, 'utf8').toString('base64')
    for (const form of [secret, encoded, encoded.replaceAll('%20', '+'), quoted, base64, base64.replace(/=+$/, '')])
      this.forms.add(form)
    this.ordered = undefined
  }
}
