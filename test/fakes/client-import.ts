import type { Inputs, Outputs } from '../../src-shared/contract'
import type { ImportEntryView, ImportView } from '../../src-shared/contract/import'
import { ImportId } from '../../src-shared/domain/identifiers'
import { connectionId } from './client-data'

interface Options {
  /** Entries of the file, whatever is chosen. */
  entries?: number
  /** Whether it is protected. */
  sealed?: boolean
}

const id = ImportId.parse('import_01J9Z3K4M5N6P7Q80000000000')
const defaults: ImportView['defaults'] = { placement: 'auto', parameter: null, prefix: null, origins: '', visibility: 'org' }

/** One of every four is something to import as it is; then one that is there, one that needs an address, and one without a key. */
function entry(n: number): ImportEntryView {
  const kind = n % 4
  const base = { n, name: `Key ${n}`, folder: n % 3 === 0 ? 'Work / Shipping' : '', type: 'genericApiKey' as const }
  const values = kind === 3 ? [] : [{ field: 'Password', length: 24 }]
  const origins = kind === 2 ? [] : [`https://api-${n}.example.com`]
  return {
    ...{ ...base, values, origins, placement: 'header', parameter: 'authorization', chosen: kind === 3 ? null : 0 },
    state: kind === 3 ? 'skipped' : kind === 2 ? 'needs_value' : 'ready',
    problems:
      kind === 2 ? [{ field: 'origins', message: 'must be there' }] : kind === 3 ? [{ field: '', message: 'It is a note.' }] : [],
    duplicate: kind === 1 ? { of: 'connection', connectionId: connectionId(1) } : null,
    suggested: kind === 0,
  }
}

/** Answers about a file that is being imported. */
export function importAnswers({ entries = 12, sealed = false }: Options) {
  const count = (kind: number) => Array.from({ length: entries }, (_, n) => n % 4).filter((each) => each === kind).length
  const [suggested, duplicates, needsValue, skipped] = [count(0), count(1), count(2), count(3)]
  const counts = { total: entries, ready: suggested + duplicates, needsValue, skipped, duplicates, suggested }
  const view: ImportView = {
    ...{
      id,
      format: 'csv',
      state: 'open',
      defaults,
      counts,
      notes: ['TWICE_KEY is set more than once. What is set last counts.'],
    },
    table: {
      columns: ['Title', 'Password', 'URL'],
      hasHeader: true,
      chosen: { name: 0, key: 1, address: 2, userName: null, folder: null },
    },
    ...{ added: 0, expiresAt: new Date(Date.now() + 900_000).toISOString() },
  }
  return {
    'import.upload': (): Outputs['import']['upload'] =>
      sealed ? { ...view, format: 'kdbx', state: 'password', table: null, notes: [] } : view,
    'import.open': (): Outputs['import']['open'] => ({ ...view, format: 'kdbx', table: null, notes: [] }),
    'import.get': (): Outputs['import']['get'] => ({ ...view, state: 'committed', table: null, added: suggested }),
    'import.choose': ({ defaults: chosen }: Inputs['import']['choose']): Outputs['import']['choose'] => ({
      ...view,
      defaults: chosen ?? view.defaults,
    }),
    'import.entries': ({ offset = 0, limit = 100 }: Inputs['import']['entries']): Outputs['import']['entries'] => ({
      items: Array.from({ length: Math.max(0, Math.min(limit, entries - offset)) }, (_, at) => entry(offset + at)),
      total: entries,
    }),
    'import.change': ({ n }: Inputs['import']['change']): Outputs['import']['change'] => ({ entry: entry(n), counts }),
    'import.commit': (): Outputs['import']['commit'] => ({ added: suggested }),
    'import.undo': (): Outputs['import']['undo'] => ({ removed: suggested }),
    'import.discard': (): Outputs['import']['discard'] => ({ discarded: true }),
  }
}
