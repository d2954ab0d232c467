import { ContractProcedure } from '@orpc/contract'
import type { AnyProcedure } from '@orpc/server'
import { z } from 'zod'
import { ConnectionPage, connection } from '../../../src-shared/contract/connection'
import { type ApiContext, callContext } from '../../engine/api/context'
import { guarded, guards } from '../../engine/api/guarded'
import { GatedViews } from './gated-views'

export interface ListedPage {
  procedure: AnyProcedure
  /** What it gave, as the body of its answer. */
  encode(page: unknown): Buffer
}

/**
 * `connection.list` behind the same guards, in which each connection is its own JSON, looked at once by the same gate and the same
 * schema: to take all of them apart and put them together again costs several times what finding them does.
 */
export function listedPage(): ListedPage {
  const views = new GatedViews()
  const contract = connection.list['~orpc']
  const outputSchema = ConnectionPage.extend({ items: z.array(views.schema) })
  const api = guarded({ list: new ContractProcedure({ ...contract, outputSchema }) })
    .$context<ApiContext>()
    .use(guards.answerErrors)
    .use(guards.gateOutput)
  const procedure = api.list.handler(({ context, input }) => {
    views.forgetWithLock(context.engine)
    return context.engine.useCases.connection.texts(callContext(context), input)
  })
  return { procedure, encode: (page) => encode(page as z.output<typeof outputSchema>) }
}

function encode({ items, nextCursor, total }: { items: Buffer[]; nextCursor: string | null; total: number }): Buffer {
  const parts = items.flatMap((item, index) => (index === 0 ? [item] : [COMMA, item]))
  return Buffer.concat([BEGIN, ...parts, Buffer.from(`],"nextCursor":${JSON.stringify(nextCursor)},"total":${total}}`)])
}

const BEGIN = Buffer.from('{"items":[')
const COMMA = Buffer.from(',')
