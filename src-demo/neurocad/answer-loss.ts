import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** The services whose answers can be lost. */
export type LossyService = 'library' | 'schematic' | 'share_link' | 'session_manager'

/** Answers that are lost on their way: what was asked for is done, and whoever asked does not learn of it. */
export interface AnswerLoss {
  /** The next answers of a service, instead of as many as were still to be lost. */
  next(service: LossyService, count: number): void
  /** Answers with JSON, or cuts the connection in its place. */
  of(service: LossyService, c: Context, answer: object, status?: ContentfulStatusCode): Response
}

export function answerLoss(): AnswerLoss {
  const left = new Map<LossyService, number>()
  return {
    next: (service, count) => {
      left.set(service, count)
    },
    of(service, c, answer, status = 200) {
      const count = left.get(service) ?? 0
      if (count === 0) return c.json(answer, status)
      left.set(service, count - 1)
      const { outgoing } = c.env as { outgoing: ServerResponse }
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    },
  }
}
