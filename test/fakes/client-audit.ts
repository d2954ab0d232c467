import type { Inputs, Outputs } from '../../src-shared/contract'
import type { AuditEntry } from '../../src-shared/contract/audit'
import { auditGroupOf } from '../../src-shared/domain/audit-group'
import { ConnectionId } from '../../src-shared/domain/identifiers'
import { connectionId } from './client-data'

interface Options {
  events?: number
  /** Whether a file of the vault did not read whole. */
  damaged?: boolean
}

const ada = { subject: 'demo-owner', label: 'Ada Lovelace' }
const grace = { subject: 'demo-teammate', label: 'Grace Hopper' }

const happenings: [kind: string, subject: string, message: string, actor: AuditEntry['actor']][] = [
  ['connection.tested', 'Acme workspace', 'Tested: it works.', ada],
  ['connection.refreshed', 'Acme workspace', 'Refreshed its tokens.', null],
  ['connection.renamed', 'Design team', 'Renamed from “Design” to “Design team”.', grace],
  ['settings.changed', 'Vault', 'Changed settings: autoLockMinutes, notifyBreakage.', ada],
  [
    'recipe.bound',
    'Send nightly builds to my desktop',
    'Chose a connection for the node Post to Slack. Ada Lovelace permitted it.',
    ada,
  ],
  ['run.finished', 'Send nightly builds to my desktop', 'The run ended: succeeded.', null],
  [
    'connection.refresh_failed',
    'A workspace whose name somebody made much longer than anybody would want to read it in a list',
    'A refresh failed (invalid_grant). Slack says that the connection was revoked.',
    null,
  ],
  ['inbox.received', 'gripper-v4.step', 'Received.', null],
  ['provider_app.set', 'GitHub', 'Entered its app.', ada],
]

function entry(sequence: number, events: number): AuditEntry {
  const [kind, subject, message, actor] = happenings[sequence % happenings.length] ?? ['vault.created', 'Vault', '', null]
  const group = auditGroupOf(kind)
  const record =
    group === 'connection' ? connectionId(sequence % 3) : group === 'run' ? 'run_01J9Z3K4M5N6P7Q80000000000' : 'vault'
  const at = new Date(Date.now() - (events - sequence) * 1_740_000).toISOString()
  const isConnection = group === 'connection'
  return {
    ...{ sequence, at, kind, group, actor, record, subject, message },
    ...{ connectionId: isConnection ? ConnectionId.parse(record) : null, type: isConnection ? 'slackApi' : null },
  }
}

const hash = '9f'.repeat(32)

/** Answers about what was done. */
export function auditAnswers({ events = 3, damaged = false }: Options) {
  const matching = ({ group, actor, record, from, to, query = '' }: Partial<Inputs['audit']['list']>) => {
    const wanted = query.toLowerCase()
    return Array.from({ length: events }, (_, i) => entry(events - i, events)).filter(
      (one) =>
        (group === undefined || one.group === group) &&
        (actor === undefined || (one.actor?.subject ?? '-') === actor) &&
        (record === undefined || one.record === record) &&
        (from === undefined || one.at >= from) &&
        (to === undefined || one.at <= to) &&
        `${one.subject} ${one.message} ${one.actor?.label}`.toLowerCase().includes(wanted),
    )
  }
  return {
    'audit.list': ({ limit = 50, cursor, ...filter }: Inputs['audit']['list']): Outputs['audit']['list'] => {
      const from = Number(cursor ?? 0)
      const all = matching(filter)
      const next = from + limit
      return { items: all.slice(from, next), nextCursor: next < all.length ? String(next) : null }
    },
    'audit.part': ({ cursor, format, ...filter }: Inputs['audit']['part']): Outputs['audit']['part'] => {
      const from = Number(cursor ?? 0)
      const all = matching(filter).reverse()
      const text = all
        .slice(from, from + 2000)
        .map((one) => `${format === 'csv' ? Object.values(one).join(',') : JSON.stringify(one)}\n`)
        .join('')
      const next = from + 2000
      return { text, nextCursor: next < all.length ? String(next) : null, passed: Math.min(next, all.length), total: all.length }
    },
    'audit.verify': ({ cursor, limit = events }: NonNullable<Inputs['audit']['verify']>): Outputs['audit']['verify'] => {
      const from = Number(cursor ?? 0)
      const to = Math.min(events, from + limit)
      const isDone = to === events
      const end = (sequence: number) => ({ sequence, sha256: hash })
      return {
        result: isDone ? (damaged ? 'damaged' : 'whole') : 'under_way',
        ...{ checked: to - from, total: events, first: end(from + 1), last: end(to), chain: hash },
        gaps: damaged && isDone ? [{ first: 2, last: 129 }] : [],
        damaged: damaged && isDone ? [{ file: 'history-7', offset: 18_432 }] : [],
        broken: [],
        nextCursor: isDone ? null : String(to),
      }
    },
  }
}
