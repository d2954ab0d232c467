import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileInbox } from '../../src-main/shell/file-inbox'

const secret = 'secret-of-mine'
let folder: string
let logged: string[]
let taken: unknown[]
let inbox: FileInbox
const taker = { recipe: (text: string) => void taken.push(text), refused: (why: string) => void taken.push({ refused: why }) }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), `neurocad-${secret}-`))
  logged = []
  taken = []
  inbox = new FileInbox((line) => logged.push(line), process.platform)
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, `${name}.neurocad-recipe`)
async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(at(name), content)
  return at(name)
}

describe('a recipe that is opened', () => {
  test('is handed over as it stands, once', async () => {
    inbox.open(taker)
    await inbox.receive([await written('a', '{ "format": 1,\r\n "name": "é" }')])
    inbox.open(taker)
    expect(taken).toEqual(['{ "format": 1,\r\n "name": "é" }'])
    expect(logged).toEqual([])
  })

  test('that comes too early waits, and only the newest', async () => {
    await inbox.receive([await written('a', '{"name":"first"}')])
    await inbox.receive([await written('b', '{"name":"second"}')])
    inbox.open(taker)
    expect(taken).toEqual(['{"name":"second"}'])
  })

  test('before another one was read gives way to it', async () => {
    inbox.open(taker)
    const large = await written('large', JSON.stringify({ name: 'x'.repeat(1024 * 1024 - 100) }))
    const [first, second] = [large, await written('small', '{}')]
    await Promise.all([inbox.receive([first]), inbox.receive([second])])
    expect(taken).toEqual(['{}'])
  })

  test('may have 1 MiB, and the mark that some editors put before it', async () => {
    inbox.open(taker)
    const whole = `{"a":"${'x'.repeat(1024 * 1024 - 8)}"}`
    expect(whole).toHaveLength(1024 * 1024)
    await inbox.receive([await written('whole', whole)])
    await inbox.receive([await written('marked', '\ufeff{}')])
    expect(taken).toEqual([whole, '{}'])
  })
})

describe('what is opened is refused, with a word for the log and the person and nothing of the file', () => {
  const refused: [why: string, given: () => Promise<string[]>][] = [
    ['several', async () => [await written(`${secret}1`, '{}'), await written(`${secret}2`, '{}')]],
    [
      'not_named_recipe',
      async () => {
        await writeFile(join(folder, `${secret}.json`), '{}')
        return [join(folder, `${secret}.json`)]
      },
    ],
    ['unreadable', async () => [at(`${secret}-absent`)]],
    ['too_large', async () => [await written(secret, `{"a":"${'x'.repeat(1024 * 1024 - 7)}"}`)]],
    ['not_text', async () => [await written(secret, Buffer.from([0x22, 0xff, 0xfe, 0x22]))]],
    ['not_json', async () => [await written(secret, `{ "name": "${secret}", }`)]],
    ['not_json', async () => [await written(secret, '')]],
    [
      'not_a_file',
      async () => {
        await mkdir(at(secret))
        return [at(secret)]
      },
    ],
  ]
  const onUnix: typeof refused = [
    [
      'not_a_file',
      async () => {
        await symlink(await written('target', '{}'), at(secret))
        return [at(secret)]
      },
    ],
    [
      'not_a_file',
      async () => {
        // Nobody writes into it: whoever waited for it would wait for ever.
        execFileSync('mkfifo', [at(secret)])
        return [at(secret)]
      },
    ],
  ]

  test.each([...refused, ...(process.platform === 'win32' ? [] : onUnix)])('%s', async (why, given) => {
    inbox.open(taker)
    await inbox.receive(await given())
    expect(taken).toEqual([{ refused: why }])
    expect(logged).toEqual([`a file was refused: ${why}`])
  })

  test('and not even that when nothing was handed over', async () => {
    inbox.open(taker)
    await inbox.receive([])
    expect({ taken, logged }).toEqual({ taken: [], logged: [] })
  })
})
