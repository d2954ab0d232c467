import { z } from 'zod'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import type { ParsedEntry, ParsedFile } from '../parsed-file'
import { openProtectedExport } from './bitwarden-protected'
import { namesKey } from './key-words'
import { type Source, unreadable } from './source'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

/** Kinds of custom fields: text, hidden, boolean, linked to another one. */
const FieldKind = { text: 0, hidden: 1 }
/** An address that is a pattern, as regular expression, is none. */
const MATCH_PATTERN = 4

const Item = z.object({
  type: z.int(),
  name: text,
  folderId: z.string().nullish(),
  collectionIds: z.array(z.string()).nullish(),
  deletedDate: z.string().nullish(),
  login: z
    .object({
      username: text,
      password: text,
      uris: z.array(z.object({ uri: text, match: z.int().nullish() })).nullish(),
    })
    .nullish(),
  fields: z.array(z.object({ name: text, value: z.unknown(), type: z.int().nullish() })).nullish(),
})
const Folders = z.array(z.object({ id: z.string(), name: text })).nullish()
const Export = z.object({ items: z.array(Item), folders: Folders, collections: Folders })

/** Exports of a person's or an organisation's vault, plain or protected by a password of their own. */
export const bitwarden: Source = {
  format: 'bitwarden',
  recognises: ({ json }) => json !== undefined && (Array.isArray(json.items) || typeof json.encrypted === 'boolean'),
  needsKey({ json }) {
    if (json?.encrypted !== true) return false
    // What only the account's own key opens.
    if (json.passwordProtected !== true) throw unreadable(words.bitwardenAccountSealed)
    return true
  },
  async read({ json }, { password }) {
    return parse(json?.encrypted === true ? await openProtectedExport(json, password) : json)
  },
}

function parse(content: unknown): ParsedFile {
  const { success, data } = Export.safeParse(content)
  if (!success) throw unreadable(words.bitwardenShape)
  const folders = new Map([...(data.folders ?? []), ...(data.collections ?? [])].map(({ id, name }) => [id, name]))
  return { entries: data.items.map((item) => entry(item, folders)), notes: [] }
}

function entry(item: z.infer<typeof Item>, folders: ReadonlyMap<string, string>): ParsedEntry {
  const { login, name } = item
  const password = login?.password ?? ''
  const values = [
    ...(password === '' ? [] : [{ field: 'Password', value: password, login: true }]),
    ...(item.fields ?? []).flatMap(ownKey),
  ]
  const skip = item.deletedDate ? words.inTrash : whyNot(item.type, values.length > 0)
  const folder = folders.get(item.folderId ?? item.collectionIds?.[0] ?? '') ?? ''
  return {
    name: name.trim(),
    folder: folder.split('/').join(' / '),
    userName: login?.username ?? '',
    addresses: (login?.uris ?? []).filter(({ uri, match }) => uri !== '' && match !== MATCH_PATTERN).map(({ uri }) => uri),
    values,
    likely: true,
    ...(skip === undefined ? {} : { skip }),
  }
}

function ownKey({ name, value, type }: { name: string; value?: unknown; type?: number | null }) {
  if (typeof value !== 'string' || value === '') return []
  const isKey = type === FieldKind.hidden || ((type ?? FieldKind.text) === FieldKind.text && namesKey(name))
  return isKey ? [{ field: name, value, login: false }] : []
}

/** Logins are type 1, and notes with a hidden field are where people keep keys. */
function whyNot(type: number, hasKey: boolean): string | undefined {
  if (type === 3) return words.isCard
  if (type === 4) return words.isIdentity
  if (type === 5) return words.isSshKey
  if (type !== 1 && type !== 2) return words.isUnknownItem
  if (hasKey) return undefined
  return type === 2 ? words.isNote : words.hasNoKey
}
