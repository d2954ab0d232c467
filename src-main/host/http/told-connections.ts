import { ORPCError, ValidationError } from '@orpc/server'
import type { z } from 'zod'
import { ConnectionPage, ConnectionView } from '../../../src-shared/contract/connection'
import { refuseCredentials } from '../../engine/api/output-gate'
import type { Moment } from '../../engine/connection/change-count'
import type { UseCases } from '../../engine/engine'
import { Remembered } from './remembered'

/** Kept of each: views that were looked at, pages, the queries for them, and single connections. */
const MOST_BYTES = 2 * 1024 * 1024

/** An answer about connections that has passed the output gate and the output schema, as it is sent. */
export class Told {
  // Private, because the gate for all outputs would walk over its bytes.
  readonly #body: Buffer
  readonly #moment: Moment | undefined
  readonly #home: ToldConnections

  constructor(body: Buffer, moment: Moment | undefined, home: ToldConnections) {
    this.#body = body
    this.#moment = moment
    this.#home = home
  }

  get body(): Buffer {
    return this.#body
  }

  get moment(): Moment | undefined {
    return this.#moment
  }

  /** Remembers which query it is the answer to: where the vault was locked since it was made, with what is forgotten. */
  keepFor(subject: string, query: string): void {
    if (this.#moment) this.#home.keepAsked(subject, query, this)
  }

  /** What is remembered is measured by it. */
  get length(): number {
    return this.#body.length
  }
}

interface Gated {
  id: string
  body: Buffer
  length: number
}

type Page = Awaited<ReturnType<UseCases['connection']['texts']>>

/**
 * Connections as they may leave, from the JSON that the engine gave. What the gate and the schema say of a text depends on nothing
 * else, so each text is looked at once; and for as long as nothing is applied to the vault, nobody need be asked again.
 */
export class ToldConnections {
  readonly #gated = new Remembered<Gated>(MOST_BYTES)
  readonly #pages = new Remembered<Told>(MOST_BYTES)
  readonly #asked = new Remembered<Told>(MOST_BYTES)
  readonly #single = new Remembered<Told>(MOST_BYTES)

  /** What was told to a subject and still holds. */
  page = (subject: string, input: object): Told | undefined => this.#pages.current(keyOf(subject, JSON.stringify(input)))
  /** The same page, by the query of a request that was answered with it. */
  asked = (subject: string, query: string): Told | undefined => this.#asked.current(keyOf(subject, query))
  single = (subject: string, id: string): Told | undefined => this.#single.current(keyOf(subject, id))

  keepAsked(subject: string, query: string, told: Told): void {
    this.#asked.keep(keyOf(subject, query), told)
  }

  tellPage(subject: string, input: object, { items, moment, ...rest }: Page): Told {
    const { nextCursor, total } = checked(ConnectionPage.omit({ items: true }), rest)
    const views = items.map((text) => this.#gate(text))
    const parts = views.flatMap(({ body }, index) => (index === 0 ? [body] : [COMMA, body]))
    const end = Buffer.from(`],"nextCursor":${JSON.stringify(nextCursor)},"total":${total}}`)
    const told = new Told(Buffer.concat([BEGIN, ...parts, end]), moment, this)
    if (moment) {
      this.#pages.keep(keyOf(subject, JSON.stringify(input)), told)
      for (const { id, body } of views) this.#single.keep(keyOf(subject, id), new Told(body, moment, this))
    }
    return told
  }

  tellSingle(subject: string, { text, moment }: Awaited<ReturnType<UseCases['connection']['text']>>): Told {
    const { id, body } = this.#gate(text)
    const told = new Told(body, moment, this)
    if (moment) this.#single.keep(keyOf(subject, id), told)
    return told
  }

  #gate(text: string): Gated {
    const known = this.#gated.get(text)
    if (known !== undefined) return known
    const value: unknown = JSON.parse(text)
    refuseCredentials(value)
    const view = checked(ConnectionView, value)
    const body = Buffer.from(JSON.stringify(view))
    const gated = { id: view.id, body, length: body.length }
    this.#gated.keep(text, gated)
    return gated
  }
}

const BEGIN = Buffer.from('{"items":[')
const COMMA = Buffer.from(',')

/** Of whatever a request may say: no subject's key is another's. */
const keyOf = (subject: string, what: string) => `${subject.length} ${subject} ${what}`

/** Throws as a procedure whose output is not what the contract says. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  // Its places go to the log, and nothing of it to the caller.
  const cause = new ValidationError({ message: 'output', issues: result.error.issues, data: undefined })
  throw new ORPCError('INTERNAL_SERVER_ERROR', { cause })
}
