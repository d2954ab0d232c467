import type { AuditEntry } from '../../../src-shared/contract/audit'

const columns = ['sequence', 'at', 'kind', 'actor_subject', 'actor', 'record', 'subject', 'message', 'sha256']

/** RFC 4180: CRLF ends a record, and every field is quoted. */
const record = (fields: readonly string[]): string => `${fields.map(quoted).join(',')}\r\n`

/**
 * A spreadsheet takes what begins like this for a formula, also behind blanks, so such text gets an apostrophe before it, which
 * spreadsheets show as text. Source: OWASP, CSV Injection.
 */
const likeFormula = /^(?:\p{Cc}|[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

const quoted = (field: string): string => `"${(likeFormula.test(field) ? `'${field}` : field).replaceAll('"', '""')}"`

export const csvHead = (): string => record(columns)

export const csvLine = (entry: AuditEntry, sha256: string): string =>
  record([
    ...[String(entry.sequence), entry.at, entry.kind, entry.actor?.subject ?? '', entry.actor?.label ?? ''],
    ...[entry.record, entry.subject, entry.message, sha256],
  ])
