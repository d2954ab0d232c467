import { describe, expect, test } from 'vitest'
import { readFile } from '../../../src-main/engine/import/read/read-file'
import { mostEntries } from '../../../src-shared/domain/import-limits'
import { importFileWords as words } from '../../../src-shared/words/en/import-file'
import { bytesOf, outcome, read, valuesIn, vector } from './file-fixture'

describe('Bitwarden', () => {
  const expected = {
    'Parts catalogue': { Password: 'canary-bitwarden-password', 'API Key': 'canary-bitwarden-api-key' },
    'Token service': { Password: 'canary-bitwarden-token' },
    'A note': {},
    'A note with a key': { key: 'canary-bitwarden-noted' },
    'A card': {},
    Me: {},
    'No password': {},
  }
  test('logins and hidden fields are read, and what is no key says so', async () => {
    expect(await valuesIn(read(vector('bitwarden.json')))).toEqual(expected)
    const { file } = await read(vector('bitwarden.json'))
    const parts = file?.entries[0]
    expect(parts).toMatchObject({ folder: 'Work / Shipping', userName: 'ada', addresses: ['https://parts.example.com/login'] })
    const skipped = file?.entries.flatMap(({ skip }) => skip ?? [])
    expect(skipped).toEqual([words.isNote, words.isCard, words.isIdentity, words.hasNoKey])
  })

  test.each(['bitwarden-protected-pbkdf2.json', 'bitwarden-protected-argon2id.json'])(
    'a password-protected export opens with its password alone: %s',
    async (name) => {
      expect(await readFile(vector(name), undefined)).toEqual({ format: 'bitwarden' })
      expect(await valuesIn(read(vector(name)))).toEqual(expected)
      expect(await outcome(read(vector(name), 'open sesame 2'))).toBe('WRONG_PASSWORD password')
    },
  )

  test('an export that only its account opens is refused, and the refusal names what to export instead', async () => {
    await expect(readFile(vector('bitwarden-account.json'), undefined)).rejects.toThrow(words.bitwardenAccountSealed)
  })

  test('what was altered does not open, and settings out of bounds derive nothing', async () => {
    const file = JSON.parse(Buffer.from(vector('bitwarden-protected-pbkdf2.json')).toString('utf8'))
    const altered = (change: object) => read(bytesOf(JSON.stringify({ ...file, ...change })))
    const [iv, data, mac] = file.data.split('|')
    await expect(altered({ data: `${iv}|A${data.slice(1)}|${mac}` })).rejects.toThrow(words.damaged)
    await expect(altered({ kdfIterations: 2_000_000_000 })).rejects.toThrow(words.kdfOutOfBounds)
    await expect(altered({ kdfType: 1, kdfIterations: 3, kdfMemory: 4096, kdfParallelism: 4 })).rejects.toThrow(
      words.kdfOutOfBounds,
    )
    await expect(altered({ kdfType: 7 })).rejects.toThrow(words.bitwardenShape)
    await expect(altered({ data: 12 })).rejects.toThrow(words.bitwardenShape)
  })

  test('JSON that is nested without end, of another shape, or cut short is refused by name', async () => {
    const nested = `{"encrypted":false,"items":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    await expect(read(bytesOf(nested))).rejects.toThrow(words.bitwardenShape)
    await expect(read(bytesOf('{"items":[{"type":"login"}]}'))).rejects.toThrow(words.bitwardenShape)
    await expect(read(bytesOf('{"name":"something"}'))).rejects.toThrow(words.unknownJson)
    await expect(read(bytesOf('{"encrypted":false,"items":[{'))).rejects.toThrow(words.brokenJson)
  })
})

describe('.env', () => {
  test('quotes, escapes, several lines, comments and names set twice are read as programs read them', async () => {
    expect(await valuesIn(read(vector('settings.env')))).toEqual({
      PARTS_API_KEY: { PARTS_API_KEY: 'canary-env-plain' },
      PARTS_BASE_URL: {},
      SHIPPING_TOKEN: { SHIPPING_TOKEN: 'canary env # in quotes' },
      DOUBLE_SECRET: { DOUBLE_SECRET: 'canary\nenv' },
      LONG_KEY: { LONG_KEY: 'canary-env-line-1\ncanary-env-line-2' },
      NODE_ENV: { NODE_ENV: 'production' },
      PORT: { PORT: '3000' },
      EMPTY_KEY: {},
      TWICE_KEY: { TWICE_KEY: 'canary-env-last' },
    })
    expect((await read(vector('settings.env'))).file?.notes).toEqual([words.setTwice(['TWICE_KEY'])])
  })

  test('a key goes where an address of the same beginning says, and what is no key is not suggested', async () => {
    const { file } = await read(vector('settings.env'))
    const entries = Object.fromEntries((file?.entries ?? []).map((entry) => [entry.name, entry]))
    expect(entries.PARTS_API_KEY).toMatchObject({ addresses: ['https://parts.example.com/v1'], likely: true })
    expect(entries.PARTS_BASE_URL?.skip).toBe(words.isAnAddress)
    expect(entries.EMPTY_KEY?.skip).toBe(words.emptyValue)
    expect(entries.PORT?.likely).toBe(false)
  })
})

describe('tables', () => {
  const rows = async (text: string | Uint8Array) =>
    (await read(typeof text === 'string' ? bytesOf(text) : text)).file?.table?.rows

  test('byte order mark, quoted separators, quotes and line ends, and formula text are what they say', async () => {
    const table = await rows(vector('keepassxc.csv'))
    expect(table?.[0]?.[0]).toBe('Group')
    expect(table?.[1]?.[5]).toBe('two\r\nlines')
    expect(table?.[2]?.slice(1, 4)).toEqual(['Token, service', '', 'canary-csv-"token"'])
    expect(table?.[3]?.[1]).toBe('=cmd|calc')
  })

  test('semicolons, tabs and UTF-16 are found out', async () => {
    expect(await rows(vector('semicolons.csv'))).toEqual([
      ['name', 'url', 'key'],
      ['Parts', 'https://parts.example.com', 'canary-csv-semicolon'],
    ])
    expect(await rows('a\tb, c\n1\t2\n')).toEqual([
      ['a', 'b, c'],
      ['1', '2'],
    ])
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n1,2\n', 'utf16le')])
    expect(await rows(new Uint8Array(wide))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('a quote that is never closed is refused without a word of what is in it', async () => {
    const refusal = await read(bytesOf('name,key\na,"secret-canary\n')).catch((error: unknown) =>
      JSON.stringify([String(error), error]),
    )
    expect(refusal).toContain('IMPORT_UNREADABLE')
    expect(refusal).not.toContain('secret-canary')
  })

  test('too many entries or columns are refused by name', async () => {
    const many = `name,key\n${'a,b\n'.repeat(mostEntries)}`
    await expect(read(bytesOf(many))).rejects.toThrow(words.tooMany(mostEntries + 1, mostEntries))
    await expect(read(bytesOf(`${'a,'.repeat(2000)}b\n`))).rejects.toThrow(words.tooManyColumns(1000))
  })
})

test.each([
  ['nothing', new Uint8Array(), words.empty],
  ['bytes of no kind', Uint8Array.of(0, 1, 2, 255), words.unknownBytes],
  ['text with a NUL in it', bytesOf('name,key\na,b\0c\n'), words.unknownBytes],
  ['an archive', bytesOf('PK\u0003\u0004'), words.archive],
  ['XML', bytesOf('<?xml version="1.0"?><KeePassFile/>'), words.markup],
  ['prose', bytesOf('Dear reader'), words.unknownText],
  ['a file of KeePass 1', Uint8Array.of(0x03, 0xd9, 0xa2, 0x9a, 0x65, 0xfb, 0x4b, 0xb5, 1), words.keePass1],
])('what cannot be imported is refused by what it is: %s', async (_, bytes, sentence) => {
  await expect(read(bytes)).rejects.toThrow(sentence)
})
