import { parse } from 'dotenv'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import type { ParsedEntry } from '../parsed-file'
import { namesKey } from './key-words'
import { type Source, unreadable } from './source'

/** More characters are no file of settings, and its rules are slow on what is none. */
const MOST = 1024 * 1024
const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=/

/** A `.env` as `dotenv` reads it: names and values, quoted or not, the last of the same name counting. */
export const env: Source = {
  format: 'env',
  recognises: ({ text }) => ASSIGNMENT.test(text?.split(/\r?\n|\r/).find((line) => /^\s*[^\s#]/.test(line)) ?? ''),
  needsKey: () => false,
  async read({ text = '' }) {
    if (text.length > MOST) throw unreadable(words.settingsTooLong)
    const values = new Map(Object.entries(parse(text)))
    const twice = repeated(text, values)
    return {
      entries: [...values].map(([name, value]) => entry(name, value, values)),
      notes: twice.length > 0 ? [words.setTwice(twice)] : [],
    }
  },
}

function entry(name: string, value: string, all: ReadonlyMap<string, string>): ParsedEntry {
  const parsed = { name, folder: '', userName: '', addresses: addressesFor(name, all), likely: namesKey(name) }
  if (value === '') return { ...parsed, values: [], skip: words.emptyValue }
  if (isAddress(value)) return { ...parsed, values: [], skip: words.isAnAddress }
  return { ...parsed, values: [{ field: name, value, login: false }] }
}

const isAddress = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)

/** Of `STRIPE_API_KEY`, what `STRIPE_URL`, `STRIPE_BASE_URL` and the like say: the names that begin as it does, the longest first. */
function addressesFor(name: string, all: ReadonlyMap<string, string>): string[] {
  const parts = name.split('_')
  for (let length = parts.length - 1; length > 0; length--) {
    const start = parts.slice(0, length).join('_')
    for (const end of ['URL', 'BASE_URL', 'API_URL', 'API_BASE', 'ENDPOINT', 'ORIGIN', 'HOST']) {
      const address = all.get(`${start}_${end}`)
      if (address !== undefined && isAddress(address)) return [address]
    }
  }
  return []
}

/** Names that are set more than once. What looks like one within quotes of several lines does not count. */
function repeated(text: string, values: ReadonlyMap<string, string>): string[] {
  const seen = new Map<string, number>()
  for (const line of text.split(/\r?\n|\r/)) {
    const name = ASSIGNMENT.exec(line)?.[1]
    if (name !== undefined && values.has(name)) seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  return [...seen].filter(([, times]) => times > 1).map(([name]) => name)
}
