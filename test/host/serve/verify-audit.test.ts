import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { auditFileIn, verifyAudit } from '../../../src-main/host/serve/verify-audit'
import { auditOf, exportAll } from '../../engine/audit/audit-fixture'
import { ada } from '../../engine/session-fixture'
import { add, newVault, rename } from '../../engine/vault/vault-fixture'

async function exported() {
  const { vault, ports } = await newVault()
  const id = await add(vault, 'One')
  for (let i = 0; i < 20; i++) await rename(vault, id, `Name ${i}`)
  const audit = auditOf(vault, ports)
  const folder = await mkdtemp(join(tmpdir(), 'connect-audit-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'audit.jsonl')
  const write = (text: string | Uint8Array) => writeFile(file, text)
  return { file, write, text: await exportAll(audit, 'jsonl'), report: await audit.verify(ada, {}) }
}

test('a whole file is said to be whole, with the fingerprint that the vault shows', async () => {
  const { file, write, text, report } = await exported()
  await write(text)
  expect(await verifyAudit(file)).toBe(`Whole: 22 events. Fingerprint ${report.chain}`)
})

test('the first wrong line is named, and the program ends with 6', async () => {
  const { file, write, text } = await exported()
  const lines = text.split('\n')
  const wrong: [content: string | Uint8Array, message: RegExp][] = [
    [text.replace('Name 3', 'Name x'), /^Line 7: the hash is not that of the event\.$/],
    [[...lines.slice(0, 4), ...lines.slice(5)].join('\n'), /^Line 5: event 4 should be here\.$/],
    [text.slice(0, -10), /^Line 24: the end is missing: the file was cut off\.$/],
    [lines.slice(0, 10).join('\n').concat('\n'), /^Line 11: the end is missing/],
    ['', /^Line 1: the end is missing/],
    ['{}\n', /^Line 1: it is not the beginning of an audit export\.$/],
    [Buffer.from([0xff, 0x0a]), /^Line 1: it is not UTF-8\.$/],
    [text.replace('"version":1', '"version":2'), /^Line 1: it is of a version/],
    [`${text}more\n`, /^Line 25: it is not JSON\.$/],
  ]
  for (const [content, message] of wrong) {
    await write(content)
    await expect(verifyAudit(file)).rejects.toMatchObject({ code: 6, message: expect.stringMatching(message) })
  }
})

test('a file that is not there, or is a folder, cannot be read: 5', async () => {
  const { file } = await exported()
  await expect(verifyAudit(`${file}.not`)).rejects.toMatchObject({ code: 5 })
  await expect(verifyAudit(join(file, '..'))).rejects.toMatchObject({ code: 5 })
})

test('the option stands alone with its file, and anything else starts nothing', () => {
  expect(auditFileIn(['--demo'])).toBeUndefined()
  expect(auditFileIn(['--data', 'verify-audit'])).toBeUndefined()
  expect(auditFileIn(['--verify-audit', 'a.jsonl'])).toBe('a.jsonl')
  expect(auditFileIn(['--verify-audit=a.jsonl'])).toBe('a.jsonl')
  for (const args of [
    ['--verify-audit'],
    ['--verify-audit='],
    ['--demo', '--verify-audit', 'a'],
    ['--verify-audit', 'a', '--json'],
  ])
    expect(() => auditFileIn(args)).toThrow(expect.objectContaining({ code: 2 }))
})
