import type { Inputs } from '../../src-shared/contract'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { needsAttention, statusSentence } from '../../src-shared/domain/status'
import { connectionId, connectionView, historyOf } from './client-data'
import { diagnosisOf } from './client-diagnosis'
import { fail } from './client-failure'
import type { FakeWorld } from './client-world'

type Call<Name extends keyof Inputs['connection']> = Inputs['connection'][Name]

/** Answers about connections. */
export function connectionAnswers(world: FakeWorld) {
  const { find, change } = world
  return {
    'connection.list': ({ limit = 50, cursor = '0', ...filter }: Call<'list'>) => {
      const all = world.ordered().filter(matching(filter))
      const end = Number(cursor) + Number(limit)
      return { items: all.slice(Number(cursor), end), nextCursor: end < all.length ? String(end) : null, total: all.length }
    },
    'connection.get': ({ id }: Call<'get'>) => find(id),
    'connection.create': ({ type, name, fields }: Call<'create'>) => {
      refuse(fields)
      const made = connectionView(world.connections.size, Date.now())
      const label = fields.origins ?? type
      return world.put({
        ...made,
        id: connectionId(900_000 + world.connections.size),
        type,
        name: name ?? label,
        account: { id: label, label },
        details: {},
        scopes: [],
        status: 'active',
        addedAt: new Date().toISOString(),
      })
    },
    'connection.replaceFields': ({ id, fields }: Call<'replaceFields'>) => {
      refuse(fields)
      return change(find(id), {
        status: 'active',
        statusReason: 'reconnected',
        statusMessage: statusSentence.reconnected,
        statusAt: new Date().toISOString(),
      })
    },
    'connection.rename': ({ id, name, version }: Call<'rename'>) =>
      version !== undefined && version !== find(id).version ? fail('VERSION_CONFLICT') : change(find(id), { name }),
    'connection.history': ({ id }: Call<'history'>) => ({ items: historyOf(find(id)), nextCursor: null }),
    'connection.test': ({ id }: Call<'test'>) => {
      const at = new Date().toISOString()
      const { name } = find(id)
      const error = /scope/i.test(name) ? 'Slack answered with an error (missing_scope).' : undefined
      const result = error === undefined ? 'success' : 'failure'
      change(find(id), { lastTestAt: at, lastTestResult: result, lastTestError: error ?? null })
      return { result, error, at }
    },
    'connection.diagnose': (input: Call<'diagnose'>) => diagnosisOf(find(input.id), input),
    'connection.purge': ({ id }: Call<'purge'>) => {
      if (find(id).status !== 'revoked') fail('CONNECTION_NOT_REMOVED')
      return world.purge([find(id).id])
    },
    'connection.purgeRemoved': () => world.purge(world.ordered().flatMap(({ id, status }) => (status === 'revoked' ? [id] : []))),
    'connection.remove': ({ id }: Call<'remove'>) =>
      change(find(id), {
        status: 'revoked',
        statusReason: 'removed_by_user',
        statusMessage: statusSentence.removed_by_user,
      }),
  }
}

function matching({ type, status, needs, visibility, query = '' }: Omit<Call<'list'>, 'limit' | 'cursor'>) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return (view: ConnectionView) =>
    (type === undefined || type === view.type) &&
    (status === undefined || status === view.status) &&
    (needs === undefined || needsAttention(view.status)) &&
    (visibility === undefined || visibility === view.visibility) &&
    words.every((word) =>
      [...view.name.split(' '), view.account.label, view.id].some((own) => own.toLowerCase().startsWith(word)),
    )
}

/** A key with “bad” in it is refused at its field, as the engine refuses one that is not well formed. */
function refuse(fields: Record<string, string>): void {
  const bad = Object.entries(fields).filter(([, value]) => value.includes('bad'))
  if (bad.length > 0)
    fail('INVALID_INPUT', { fields: bad.map(([name]) => ({ path: `fields.${name}`, message: 'must be valid' })) })
}
