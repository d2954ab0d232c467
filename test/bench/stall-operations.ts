import type { CallContext, UseCases } from '../../src-main/engine/engine'
import type { ConnectionId } from '../../src-shared/domain/identifiers'
import { labelOf, secretOf } from './entry'

/** What one is run with: ids of live connections, of which each operation takes others. */
interface Session {
  useCases: UseCases
  context: CallContext
  ids: readonly ConnectionId[]
  round: number
}

export interface StallOperation {
  /** Part of the row's name. */
  name: string
  /** What it leaves to be done after its answer belongs to it: so long is waited for that. */
  afterMs: number
  run(session: Session): Promise<unknown>
}

/** A file of so many entries as other programs export one. */
function exported(count: number): Uint8Array {
  const lines = Array.from({ length: count }, (_, index) => {
    const [key] = Object.values(secretOf(index)).slice(-1)
    return `${labelOf(index)},https://api.example.com/,${key}`
  })
  return new TextEncoder().encode(['name,url,password', ...lines, ''].join('\n'))
}

async function importAll({ useCases, context }: Session, count: number): Promise<void> {
  const { id } = await useCases.import.upload(context, { bytes: exported(count) })
  await useCases.import.entries(context, { importId: id, offset: 0, limit: 100 })
  const { added } = await useCases.import.commit(context, { importId: id, base: 'ready', also: [], without: [] })
  if (added !== count) throw new Error(`${added} of ${count} entries were imported`)
}

/** Whatever an engine of 10,000 connections is asked for that could take long, in the order in which a day brings it. */
export const stallOperations: readonly StallOperation[] = [
  {
    name: 'first_search',
    afterMs: 300,
    run: ({ useCases, context }) => useCases.connection.list(context, { limit: 50, query: 'juniper' }),
  },
  {
    name: 'search',
    afterMs: 300,
    run: async ({ useCases, context }) => {
      for (const text of ['kestrel 17', 'orchid 305'])
        for (let length = 1; length <= text.length; length++)
          await useCases.connection.list(context, { limit: 50, query: text.slice(0, length) })
    },
  },
  {
    name: 'list',
    afterMs: 300,
    run: async ({ useCases, context }) => {
      for (let turn = 0; turn < 20; turn++) await useCases.connection.list(context, { limit: 200 })
      await useCases.directory.list(context, {})
    },
  },
  {
    name: 'commits',
    afterMs: 300,
    run: ({ useCases, context, ids, round }) =>
      Promise.all(ids.slice(1000, 1200).map((id) => useCases.connection.rename(context, { id, name: `Renamed in ${round}` }))),
  },
  {
    // Erasing its secret writes a snapshot of everything, after the answer.
    name: 'removal',
    afterMs: 3000,
    run: ({ useCases, context, ids }) => {
      const [id] = ids
      if (id === undefined) throw new Error('no connection')
      return useCases.connection.remove(context, { id })
    },
  },
  { name: 'import', afterMs: 1000, run: (session) => importAll(session, 1000) },
]

/** What makes another vault of it: twice as many connections at once, their snapshot and their place in search included. */
export const doubling: StallOperation = { name: 'import_10k', afterMs: 5000, run: (session) => importAll(session, 10_000) }
