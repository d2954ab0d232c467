import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ExportCheck } from '../../src-main/engine/audit/check-export'
import { auditOf, commit, connectionAdded, exportAll } from '../engine/audit/audit-fixture'
import { ada } from '../engine/session-fixture'
import { add, newVault, remove, rename } from '../engine/vault/vault-fixture'
import { verify } from './independent-verifier.mjs'

/** Names that a canonical form can get wrong: escapes, order by code units, halves of pairs, other forms of the same text. */
const names = [
  '“quoted”',
  'tab\tline\n\r\u2028\u2029',
  '\u0000\u001f\u007f',
  '𝒳 \ud83d\ude00',
  'é',
  'e\u0301',
  '\ud800',
  '\udfff x',
  '\ufeff',
  '</script>',
  '"\\/',
]

async function vaultWithEverything() {
  const { vault, ports } = await newVault()
  for (const name of names) {
    const id = await add(vault, name)
    await rename(vault, id, `${name}!`, name)
  }
  await commit(vault, connectionAdded('cred_01J9Z3K4M5N6P7Q8R9S0T1V2W3', 'grace', 'private'))
  const details = {
    '\ue000': 1,
    '\ud83d\ude00': 2,
    a: -0,
    b: 1e21,
    c: 1e-7,
    d: 0.1,
    e: 5e-324,
    f: 123456789012345680000,
    ['__proto__']: 1,
  }
  await commit(vault, { kind: 'settings.changed', record: 'vault', data: details as never })
  await remove(vault, await add(vault, 'gone'))
  await vault.settled()
  for (let i = 0; i < 3; i++) await add(vault, `in the journal ${i}`)
  return { vault, ports, audit: auditOf(vault, ports) }
}

/** The first wrong line by our own checker, as the independent one says it. */
function ours(file: Uint8Array): { line: number } | { chain: string } {
  const check = new ExportCheck()
  const all = Buffer.from(file)
  let line = 0
  for (let from = 0; from < all.length; ) {
    const to = all.indexOf(10, from)
    line++
    const text = to === -1 ? undefined : textOf(all.subarray(from, to))
    if (text === undefined || check.line(text) !== undefined) return { line }
    from = to + 1
  }
  return check.end() === undefined ? { chain: check.chain, ...check.counts } : { line: line + 1 }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What both say, which must be the same. */
function both(file: string | Uint8Array) {
  const bytes = Buffer.from(file)
  const found = verify(bytes)
  expect(ours(bytes)).toEqual(found)
  return found
}

let exported: string
let filtered: string
let other: string

beforeAll(async () => {
  const { audit } = await vaultWithEverything()
  exported = await exportAll(audit, 'jsonl')
  filtered = await exportAll(audit, 'jsonl', { kind: 'connection.renamed' })
  other = await exportAll((await vaultWithEverything()).audit, 'jsonl')
})

test('an export is whole to both verifiers, and its fingerprint is the vault’s own', async () => {
  const { audit, vault } = await vaultWithEverything()
  const file = await exportAll(audit, 'jsonl')
  const { chain, last, total } = await audit.verify(ada, {})
  expect(both(file)).toEqual({ chain, events: total - 1, leftOut: 1, missing: 0 })
  expect(last?.sequence).toBe(vault.trail().sequence)
  expect(both(await exportAll(audit, 'jsonl', { kind: 'connection.renamed' }))).toMatchObject({ chain, events: names.length })
})

test('an export of a vault with a damaged page says what is missing, and is checked around it', async () => {
  const { audit, ports } = await vaultWithEverything()
  const [segment = ''] = [...ports.files.contents.keys()].filter((name) => name.startsWith('history-'))
  ports.files.flip(segment, 400)
  const found = both(await exportAll(audit, 'jsonl'))
  expect(found).toMatchObject({ events: 3 })
  expect('missing' in found && found.missing).toBeGreaterThan(0)
  expect(found).toMatchObject({ chain: (await audit.verify(ada, {})).chain })
})

const lines = (text: string) => text.split('\n').slice(0, -1)
const joined = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')

test('a line that is cut, changed, swapped, repeated, left out or from another vault is found, and both say which', () => {
  for (const text of [exported, filtered]) {
    const all = lines(text)
    const theirs = lines(other)
    for (let i = 0; i < all.length; i++) {
      const line = all[i] ?? ''
      const wrong = (file: string) => expect(both(file), `line ${i + 1}`).toHaveProperty('line')
      wrong(joined(all.toSpliced(i, 1)))
      wrong(joined(all.toSpliced(i, 0, line)))
      wrong(joined(all.slice(0, i)))
      wrong(joined(all.slice(0, i)) + line.slice(0, line.length >> 1))
      if (i > 0) wrong(joined(all.with(i, all[i - 1] ?? '').with(i - 1, line)))
      if (text === exported) wrong(joined(all.with(i, theirs[i] ?? '')))
      wrong(joined(all.with(i, ` ${line}`)))
      wrong(joined(all.with(i, `${line}\r`)))
      wrong(joined(all.with(i, line.replace('{', '{"a":1,'))))
    }
    expect(both(`\ufeff${text}`)).toEqual({ line: 1 })
    expect(both(`${text}\n`)).toEqual({ line: all.length + 1 })
    expect(both(text.slice(0, -1))).toEqual({ line: all.length })
    expect(both('')).toEqual({ line: 1 })
    expect(both(`${'['.repeat(200_000)}\n`)).toEqual({ line: 1 })
  }
})

test('the same event said in another way is not the same line', () => {
  const at = (find: string, put: string) => {
    const file = exported.replace(find, put)
    expect(file).not.toBe(exported)
    expect(both(file)).toHaveProperty('line')
  }
  at('"v":1', '"v":1.0')
  at('"v":1', '"v":1,"v":1')
  at('1e+21', '1e21')
  at('"a":0', '"a":-0')
  at('\\u001f', '\\u001F')
  at('é', '\\u00e9')
  at('é', 'e\u0301')
})

test('no byte of an export can be changed without both verifiers finding the same line', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), (where, change, isFiltered) => {
      const bytes = Buffer.from(isFiltered ? filtered : exported)
      const at = where % bytes.length
      // The time of the export is in no chain: it says when the file was made, not what happened.
      if (at < bytes.indexOf(10)) return
      bytes[at] = (bytes[at] ?? 0) ^ change
      expect(both(bytes)).toHaveProperty('line')
    }),
    { numRuns: 400 },
  )
})

test('whatever lines are taken, put elsewhere or joined from two vaults, both verifiers say the same of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 5 }),
      (steps) => {
        let all = lines(exported)
        const pool = [...lines(filtered), ...lines(other)]
        for (const [a, b, what] of steps) {
          const at = a % all.length
          if (what === 0 && all.length > 1) all = all.toSpliced(at, 1)
          else if (what === 1) all = all.toSpliced(at, 0, pool[b % pool.length] ?? '')
          else if (what === 2) all = all.with(at, all[b % all.length] ?? '')
          else all = all.with(at, (all[at] ?? '').replace(/[0-9a-f]{4}/, '0000'))
        }
        both(joined(all))
      },
    ),
    { numRuns: 300 },
  )
})
