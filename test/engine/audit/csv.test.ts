import { expect, test } from 'vitest'
import { csvHead, csvLine } from '../../../src-main/engine/audit/csv'
import { add, newVault } from '../vault/vault-fixture'
import { auditOf, exportAll } from './audit-fixture'

const entry = (subject: string) => ({
  ...{ sequence: 7, at: '2026-11-28T10:00:00.000Z', kind: 'connection.added', group: 'connection' as const },
  ...{ actor: null, record: 'cred_x', subject, connectionId: null, type: null, message: 'Added.' },
})

test('what a spreadsheet would take for a formula begins with an apostrophe, also behind blanks', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u00a0=1',
    '\ufeff=1',
    '\u200b=1',
    '＝1',
    '\tplain',
  ])
    expect(csvLine(entry(text), 'hash'), JSON.stringify(text)).toContain(`"'${text}"`)
  for (const text of ['a=1', 'plain', '1-2', '"=1"']) expect(csvLine(entry(text), 'hash')).not.toContain(`"'`)
})

test('every record has the fields of the first, quotes are doubled, and CRLF ends it', async () => {
  const { vault, ports } = await newVault()
  await add(vault, 'with "quotes", commas and\r\nlines')
  const csv = await exportAll(auditOf(vault, ports), 'csv')
  const records = csv.slice(0, -2).split(/\r\n(?=")/)
  expect(`${records[0]}\r\n`).toBe(csvHead())
  expect(records).toHaveLength(3)
  expect(records[2]).toContain('"with ""quotes"", commas and\r\nlines"')
  for (const record of records) expect(record.match(/"(?:[^"]|"")*"/g)).toHaveLength(9)
  expect(csv.endsWith('\r\n')).toBe(true)
})
