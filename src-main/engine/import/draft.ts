import type { ImportDefaults, ImportEntryView } from '../../../src-shared/contract/import'
import { importWords as words } from '../../../src-shared/words/en/import'
import { grantOf } from '../connection/field-connections'
import { EngineError } from '../error'
import type { Provider, ProviderGrant } from '../provider/provider'
import type { ParsedEntry } from './parsed-file'

/** The type that every entry of another program's file becomes. */
export const importedType = 'genericApiKey'

/** What a person changed of one entry. */
export interface EntryChange {
  name?: string
  chosen?: number
  placement?: 'header' | 'query' | 'basic'
  parameter?: string
  origins?: string
}

/** An entry with what was decided about it: ready with its grant, or with what is in the way. Holds a secret. */
export interface Draft
  extends Pick<ImportEntryView, 'name' | 'placement' | 'parameter' | 'origins' | 'state' | 'problems' | 'chosen'> {
  entry: ParsedEntry
  grant?: ProviderGrant
}

const MOST_NAME = 120

/** What the entry would become. Pure; a refusal is part of the answer. */
export function draftOf(provider: Provider, entry: ParsedEntry, change: EntryChange, defaults: ImportDefaults): Draft {
  const name = (change.name ?? entry.name).trim()
  const chosen = entry.values.length === 0 ? null : (change.chosen ?? 0)
  const value = chosen === null ? undefined : entry.values[chosen]
  const fields = fieldsOf(entry, value, change, defaults)
  const base = { entry, name, chosen, placement: fields.placement, parameter: fields.parameter ?? null, origins: [] as string[] }
  if (entry.skip !== undefined) return { ...base, state: 'skipped', problems: [{ field: '', message: entry.skip }] }
  if (value === undefined) return { ...base, state: 'skipped', problems: [{ field: 'key', message: words.noKey }] }
  const problems = nameProblems(name)
  const outcome = granted(provider, { ...fields, label: name, key: value.value })
  if ('problems' in outcome) problems.push(...outcome.problems.filter(({ field }) => field !== 'label'))
  const origins = 'grant' in outcome ? (outcome.grant.details.origins ?? []) : fields.origins.split(' ').filter(Boolean)
  if (problems.length > 0 || !('grant' in outcome)) return { ...base, origins, state: 'needs_value', problems }
  const { placement = null, parameter = null } = outcome.grant.details
  return { ...base, origins, placement, parameter, state: 'ready', problems, grant: outcome.grant }
}

function fieldsOf(
  entry: ParsedEntry,
  value: ParsedEntry['values'][number] | undefined,
  change: EntryChange,
  defaults: ImportDefaults,
) {
  const isLogin = value?.login === true && entry.userName !== ''
  const placement = change.placement ?? (defaults.placement === 'auto' ? (isLogin ? 'basic' : 'header') : defaults.placement)
  const usual = placement === 'basic' ? entry.userName || defaults.parameter : defaults.parameter
  const parameter = change.parameter ?? usual ?? undefined
  const own = originsOf(entry.addresses)
  return {
    placement,
    ...(parameter === undefined || parameter === '' ? {} : { parameter }),
    ...(placement === 'header' && defaults.prefix !== null && defaults.prefix !== '' ? { prefix: defaults.prefix } : {}),
    origins: change.origins ?? (own.length > 0 ? own.join(' ') : defaults.origins),
  }
}

/** Of web addresses their origins; `example.com` alone is taken for the one that browsers would open. What is no web address is left out. */
function originsOf(addresses: readonly string[]): string[] {
  const whole = addresses.map((address) =>
    /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+:\d+/.test(address) ? address : `https://${address}`,
  )
  const web = whole.filter((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))
  return [...new Set(web.map((address) => new URL(address).origin))]
}

function granted(
  provider: Provider,
  fields: Record<string, string>,
): { grant: ProviderGrant } | { problems: { field: string; message: string }[] } {
  try {
    return { grant: grantOf(provider, fields) }
  } catch (error) {
    if (!(error instanceof EngineError) || error.data.fields === undefined) throw error
    return { problems: error.data.fields.map(({ path, message }) => ({ field: path.replace(/^fields\./, ''), message })) }
  }
}

/** As `DisplayName` in the contract, which what comes from a file has not passed. */
function nameProblems(name: string): { field: string; message: string }[] {
  if (name === '') return [{ field: 'name', message: words.needsName }]
  if (name.length > MOST_NAME) return [{ field: 'name', message: words.nameTooLong }]
  return /[\p{Cc}\p{Cs}]/u.test(name) ? [{ field: 'name', message: words.nameOneLine }] : []
}
