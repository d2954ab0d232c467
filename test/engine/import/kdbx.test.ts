import { describe, expect, test } from 'vitest'
import { kdbxBounds } from '../../../src-main/engine/import/read/kdbx-bounds'
import { readFile } from '../../../src-main/engine/import/read/read-file'
import { importFileWords as words } from '../../../src-shared/words/en/import-file'
import { bytesOf, outcome, read, valuesIn, vector } from './file-fixture'

const written = {
  'Shipping labels': { Password: 'canary-kdbx-shipping' },
  'Token service': { Password: 'canary-kdbx-token' },
}
const more = {
  'No address': { Password: 'canary-kdbx-nowhere' },
  'Nothing in it': {},
  'Old one': { Password: 'canary-kdbx-binned' },
}
const seeded = { 'Parts catalogue': { Password: 'canary-kdbx-password', 'API Key': 'canary-kdbx-api-key' } }

test.each([
  ['kdbx3.kdbx', written],
  ['kdbx4-aes-kdf.kdbx', { ...written, ...more }],
  ['kdbx4-argon2d.kdbx', { ...written, ...more, ...seeded }],
  ['kdbx4-argon2id-chacha20.kdbx', { ...written, ...more, ...seeded }],
])('every entry of a real KeePassXC file is read as it was entered: %s', async (name, expected) => {
  expect(await readFile(vector(name), undefined)).toEqual({ format: 'kdbx' })
  expect(await valuesIn(read(vector(name)))).toEqual(expected)
})

test('an entry keeps its groups, user name and addresses, and says why it is no connection', async () => {
  const { file } = await read(vector('kdbx4-argon2d.kdbx'))
  const entries = Object.fromEntries((file?.entries ?? []).map((entry) => [entry.name, entry]))
  expect(entries['Parts catalogue']).toMatchObject({
    userName: 'ada',
    addresses: ['https://parts.example.com/login', 'https://api.parts.example.com'],
  })
  expect(entries['Shipping labels']?.folder).toBe('Work / Shipping')
  expect(entries['Old one']?.skip).toBe(words.inRecycleBin)
  expect(entries['Nothing in it']?.skip).toBe(words.hasNoKey)
})

test('a file with a key file opens with both, and with neither alone', async () => {
  const file = vector('kdbx4-key-file.kdbx')
  expect(await valuesIn(read(file, undefined, vector('key-file.bin')))).toMatchObject(seeded)
  expect(await outcome(read(file))).toBe('WRONG_PASSWORD password')
  expect(await outcome(read(file, '', vector('key-file.bin')))).toBe('WRONG_PASSWORD password')
  expect(await outcome(read(file, undefined, bytesOf('another file')))).toBe('WRONG_PASSWORD password')
})

test('a wrong password is refused by name, and names its field', async () => {
  for (const name of ['kdbx3.kdbx', 'kdbx4-argon2id-chacha20.kdbx', 'kdbx4-aes-kdf.kdbx'])
    expect(await outcome(read(vector(name), 'open sesame 2')), name).toBe('WRONG_PASSWORD password')
})

test('a cipher that cannot be opened here is refused before a password is asked for', async () => {
  await expect(readFile(vector('kdbx4-twofish.kdbx'), undefined)).rejects.toThrow(words.kdbxCipher)
})

describe('a header that asks for more than is allowed is refused before anything is derived', () => {
  const with64 = (name: string, key: string, value: bigint) => {
    const file = vector(name)
    const at = Buffer.from(file).indexOf(Buffer.from([1, 0, 0, 0, key.charCodeAt(0), 8, 0, 0, 0])) + 9
    expect(at).toBeGreaterThan(20)
    new DataView(file.buffer).setBigUint64(at, value, true)
    return file
  }
  test.each([
    ['memory', 'kdbx4-argon2d.kdbx', 'M', BigInt(kdbxBounds.argon2Bytes) + 1024n],
    ['no memory', 'kdbx4-argon2d.kdbx', 'M', 0n],
    ['passes', 'kdbx4-argon2id-chacha20.kdbx', 'I', 1n << 40n],
    ['no passes', 'kdbx4-argon2id-chacha20.kdbx', 'I', 0n],
    ['rounds', 'kdbx4-aes-kdf.kdbx', 'R', 1n << 62n],
    ['no rounds', 'kdbx4-aes-kdf.kdbx', 'R', 0n],
  ])('%s', async (_, name, key, value) => {
    const began = performance.now()
    await expect(read(with64(name, key, value))).rejects.toThrow(words.kdfOutOfBounds)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('lanes', async () => {
    const file = vector('kdbx4-argon2d.kdbx')
    const at = Buffer.from(file).indexOf(Buffer.from([1, 0, 0, 0, 'P'.charCodeAt(0), 4, 0, 0, 0])) + 9
    expect(at).toBeGreaterThan(20)
    new DataView(file.buffer).setUint32(at, 100_000, true)
    await expect(read(file)).rejects.toThrow(words.kdfOutOfBounds)
  })
})

test.each(['kdbx3.kdbx', 'kdbx4-argon2d.kdbx'])(
  '%s cut short anywhere is refused by name',
  async (name) => {
    const whole = vector(name)
    for (let length = 1; length < whole.length; length += 37)
      expect(await outcome(read(whole.subarray(0, length))), `${length} bytes`).toMatch(
        /^(IMPORT_UNREADABLE file|WRONG_PASSWORD password)$/,
      )
  },
  120_000,
)

test('one flipped bit anywhere in a KDBX 4 file never gives another record', async () => {
  const whole = vector('kdbx4-argon2d.kdbx')
  const expected = await valuesIn(read(whole))
  for (let at = 0; at < whole.length; at += 23) {
    const flipped = whole.slice()
    flipped[at] = (flipped[at] ?? 0) ^ 0x10
    const said = await outcome(valuesIn(read(flipped)))
    expect([`read ${JSON.stringify(expected)}`, 'IMPORT_UNREADABLE file', 'WRONG_PASSWORD password'], `byte ${at}`).toContain(
      said,
    )
  }
}, 120_000)
