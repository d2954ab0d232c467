import type { AuditFilter } from '../../src-shared/contract/audit'
import { type AuditGroup, auditGroups } from '../../src-shared/domain/audit-group'

/** The times that the audit is narrowed to: some until now, or whole days. */
export const auditTimes = ['day', 'week', 'month', 'days'] as const
export type AuditTime = (typeof auditTimes)[number]

/** Which events the page shows; what is absent does not narrow it. Days as `2026-11-28`, where the person is. */
export interface AuditView {
  group?: AuditGroup
  actor?: string
  record?: string
  time?: AuditTime
  fromDay?: string
  toDay?: string
  query?: string
}

const inAddress: Record<keyof AuditView, string> = {
  query: 'q',
  group: 'what',
  actor: 'who',
  record: 'record',
  time: 'when',
  fromDay: 'from',
  toDay: 'to',
}
const names = Object.keys(inAddress) as (keyof AuditView)[]

const isOneOf = (values: readonly string[]) => (value: string) => values.includes(value)
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

const allowed: Record<keyof AuditView, (value: string) => boolean> = {
  query: (value) => value.trim() !== '',
  group: isOneOf(auditGroups),
  actor: (value) => /^[^\s]{1,128}$/.test(value),
  record: (value) => /^[^\s]{1,200}$/.test(value),
  time: isOneOf(auditTimes),
  fromDay: isDay,
  toDay: isDay,
}

/** The query of an address. An address is typed and shared by hand, so what it cannot mean is left out. */
export function auditViewFrom(search: string): AuditView {
  const parameters = new URLSearchParams(search)
  const found = names.flatMap((name) => {
    const value = parameters.get(inAddress[name])?.slice(0, 200)
    return value != null && allowed[name](value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}

/** `?q=acme&what=vault`; empty where nothing is narrowed. The same view is always the same address. */
export function auditViewToQuery(view: AuditView): string {
  const parameters = new URLSearchParams()
  for (const name of names) {
    const value = view[name]
    const isSpare = view.time !== 'days' && (name === 'fromDay' || name === 'toDay')
    if (value !== undefined && value !== '' && !isSpare) parameters.set(inAddress[name], value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}

const dayMs = 86_400_000
const lengths = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs }

/** What the engine is asked for. `now`: milliseconds since the epoch. */
export function auditFilterOf({ time, fromDay, toDay, ...rest }: AuditView, now: number): AuditFilter {
  if (time === undefined) return rest
  if (time !== 'days') return { ...rest, from: new Date(now - lengths[time]).toISOString() }
  // The days as they are where the person is; one that ends before it begins holds nothing, and is not asked for.
  const from = fromDay === undefined ? undefined : new Date(`${fromDay}T00:00:00`).toISOString()
  const to = toDay === undefined ? undefined : new Date(`${toDay}T23:59:59.999`).toISOString()
  return { ...rest, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

export const endsBeforeItBegins = ({ time, fromDay, toDay }: AuditView): boolean =>
  time === 'days' && fromDay !== undefined && toDay !== undefined && toDay < fromDay
