import { z } from 'zod'
import { ConnectionDetails, Timestamp } from '../../../src-shared/contract/connection'
import { CredentialTypeKey, Visibility } from '../../../src-shared/domain/credential-type'
import { ConnectionId } from '../../../src-shared/domain/identifiers'

/** What an export holds, as JSON with one record a line, so that neither writing nor reading one takes all of it at once. */
const DOCUMENT_FORMAT = 'neurocad-connect-export'
const DOCUMENT_VERSION = 1

const Secret = z.record(z.string().max(200), z.string().max(100_000))

export const ExportedConnection = z.strictObject({
  kind: z.literal('connection'),
  id: ConnectionId,
  type: CredentialTypeKey,
  name: z.string().min(1).max(200),
  visibility: Visibility,
  account: z.strictObject({ id: z.string().max(1000), label: z.string().max(1000) }),
  details: ConnectionDetails,
  scopes: z.array(z.string().max(500)).max(1000),
  expiresAt: Timestamp.nullable(),
  secret: Secret,
})
export type ExportedConnection = z.infer<typeof ExportedConnection>

export const ExportedApp = z.strictObject({
  kind: z.literal('provider_app'),
  type: CredentialTypeKey,
  clientId: z.string().min(1).max(1000),
  redirectUri: z.string().max(2000).nullable(),
  signsEvents: z.boolean(),
  settings: z.record(z.string().max(200), z.string().max(10_000)),
  secret: Secret,
})
export type ExportedApp = z.infer<typeof ExportedApp>

export const ExportedRecord = z.discriminatedUnion('kind', [ExportedConnection, ExportedApp])
export type ExportedRecord = z.infer<typeof ExportedRecord>

const Head = z.strictObject({
  format: z.literal(DOCUMENT_FORMAT),
  version: z.literal(DOCUMENT_VERSION),
  exportedAt: Timestamp,
  records: z.array(z.never()).length(0),
})

/** The first line, and what comes after the records. */
export const firstLine = (exportedAt: string): string =>
  `${JSON.stringify({ format: DOCUMENT_FORMAT, version: DOCUMENT_VERSION, exportedAt }).slice(0, -1)},"records":[`
export const LAST_LINE = ']}'

/** Why a document is not one: the line, counted from 1, and what is wrong there. Never what stands there. */
export class DocumentError extends Error {
  constructor(
    readonly line: number,
    readonly problem: 'not_an_export' | 'newer' | 'cut' | 'not_a_record',
  ) {
    super(problem)
    this.name = 'DocumentError'
  }
}

/** Takes a document line by line. Throws `DocumentError`. */
export class DocumentReader {
  readonly records: ExportedRecord[] = []
  exportedAt = ''
  private line = 0
  private isEnded = false

  take(text: string): void {
    this.line++
    if (this.line === 1) this.exportedAt = this.head(text)
    else if (text.trim() === LAST_LINE) this.isEnded = true
    else if (text.trim() !== '') this.records.push(this.record(text))
  }

  end(): void {
    if (!this.isEnded) throw new DocumentError(this.line, 'cut')
  }

  private head(text: string): string {
    const parsed = jsonOf(`${text}${LAST_LINE}`)
    const head = Head.safeParse(parsed)
    if (head.success) return head.data.exportedAt
    const { format, version } = (parsed ?? {}) as Record<string, unknown>
    throw new DocumentError(1, format === DOCUMENT_FORMAT && version !== DOCUMENT_VERSION ? 'newer' : 'not_an_export')
  }

  private record(text: string): ExportedRecord {
    const parsed = this.isEnded ? undefined : ExportedRecord.safeParse(jsonOf(text.trim().replace(/,$/, '')))
    if (!parsed?.success) throw new DocumentError(this.line, 'not_a_record')
    return parsed.data
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema refuses it; the parser's own message quotes the file
  }
}
