import { Hono } from 'hono'
import type { z } from 'zod'
import { AuditExport, auditAccess } from '../../../src-shared/contract/audit'
import { requestWords } from '../../../src-shared/words/en/request'
import { callContext } from '../../engine/api/context'
import { invalidFields } from '../../engine/api/invalid-fields'
import { internalError } from '../../engine/api/wire-error'
import { EngineError, invalidInput } from '../../engine/error'
import type { Environment } from './environment'
import { accessGate } from './gate'
import type { HttpHost } from './procedure-routes'

const mediaType = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8' }

/** `GET /api/audit/export`: the whole file, a part in memory at a time. One that fails under way is cut off, which its end shows. */
export function auditRoutes(host: HttpHost): Hono<Environment> {
  const routes = new Hono<Environment>()
  routes.get('/api/audit/export', accessGate(host, auditAccess), async (c) => {
    const wanted = exportFrom(new URL(c.req.url).searchParams)
    const { until: _, ...rest } = host
    const context = callContext({ ...rest, actor: c.get('caller')?.actor })
    const partAt = (cursor: string | undefined) =>
      host.engine.useCases.audit.part(context, { ...wanted, cursor }).catch((error: unknown) => {
        throw error instanceof EngineError ? error : internalError(error, host.logger)
      })
    const first = await partAt(undefined)
    const name = `neurocad-audit-${new Date().toISOString().slice(0, 10)}.${wanted.format}`
    return c.body(
      streamOf(first, partAt, () => c.env.outgoing.destroy()),
      200,
      {
        'Content-Type': mediaType[wanted.format],
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    )
  })
  return routes
}

interface Part {
  text: string
  nextCursor: string | null
}

/** Asks for a part only when the reader wants more. */
function streamOf(first: Part, partAt: (cursor: string) => Promise<Part>, cutOff: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next: Part | undefined = first
  return new ReadableStream(
    {
      pull: async (controller) => {
        while (next !== undefined) {
          const { text, nextCursor }: Part = next
          if (text !== '') controller.enqueue(encoder.encode(text))
          next = undefined
          if (nextCursor === null) controller.close()
          else next = await partAt(nextCursor).catch(() => undefined)
          if (nextCursor !== null && next === undefined) {
            // Named in the log where it has no name. Whatever would be sent now would stand in the file.
            cutOff()
            controller.close()
          }
          if (text !== '') return
        }
      },
    },
    { highWaterMark: 1 },
  )
}

/** Throws `INVALID_INPUT`, naming each parameter. */
function exportFrom(query: URLSearchParams): z.infer<typeof AuditExport> {
  for (const name of query.keys()) if (query.getAll(name).length > 1) throw invalidInput(name, requestWords.givenTwice)
  const parsed = AuditExport.safeParse(Object.fromEntries(query))
  if (!parsed.success) throw new EngineError('INVALID_INPUT', { fields: invalidFields(parsed.error.issues) })
  return parsed.data
}
