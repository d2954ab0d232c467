import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Context } from 'hono'
import { z } from 'zod'
import { openJsonFile } from '../json-file'
import { invalidRequest, ServiceRefusal } from '../service-refusal'

/** `key`: SHA-256 of who asked, for what, and under which key. `request`: of the body. `made`: what was made then. */
const Once = z.object({ key: z.string(), request: z.string(), made: z.json() })
const OnceFile = z.object({ format: z.literal(1), answers: z.array(Once) })

type Json = z.infer<ReturnType<typeof z.json>>

/** More than anybody tries again. */
const MOST = 1000

/** Makes things once for each `Idempotency-Key` of a person's, also over a restart; what fails may be tried again. */
export interface Idempotency {
  /**
   * Answers what `make` answers, or has answered for this key. Rejects with `ServiceRefusal`: 422 for a key that is none, 409 for one that
   * came with another body before. A request without a key is for once alone.
   */
  once<Made extends Json>(c: Context, subject: string, body: string, make: () => Promise<Made>): Promise<Made>
}

export async function openIdempotency(folder: string): Promise<Idempotency> {
  const path = join(folder, 'neurocad-idempotency.json')
  const { content, save } = await openJsonFile(path, OnceFile, { format: 1, answers: [] })
  /** By the same key; so that two requests at a time make one thing. */
  const underway = new Map<string, { request: string; made: Promise<Json> }>()
  return {
    async once<Made extends Json>(c: Context, subject: string, body: string, make: () => Promise<Made>): Promise<Made> {
      const given = c.req.header('idempotency-key')
      if (given === undefined) return make()
      if (!/^[\x21-\x7e]{1,255}$/.test(given)) throw invalidRequest('The idempotency key is not one.')
      const [key, request] = [hashOf(subject, c.req.path, given), hashOf(body)]
      const before = underway.get(key) ?? content.answers.find((answer) => answer.key === key)
      if (before !== undefined) {
        if (before.request !== request)
          throw new ServiceRefusal(409, 'idempotency_key_reused', 'The idempotency key came with another request before.')
        return (await before.made) as Made
      }
      const made = make()
      underway.set(key, { request, made })
      try {
        content.answers = [...content.answers, { key, request, made: await made }].slice(-MOST)
        await save()
        return await made
      } finally {
        underway.delete(key)
      }
    },
  }
}

const hashOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
