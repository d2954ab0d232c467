import { describe, expect, test } from 'vitest'
import { answerRequest } from '../../src-main/shell/answer-request'
import { type ShellHandlers, ShellRefusal } from '../../src-main/shell/shell-handlers'

const status = { state: 'off', version: null, detail: null } as const
const asked: unknown[] = []
const handlers: ShellHandlers = {
  'keychain.status': () => ({ state: 'available', backend: 'Keychain', reason: null }),
  'keychain.wrap': ({ secret }) => {
    asked.push(secret)
    throw new Error(`cannot seal ${secret}`)
  },
  'keychain.unwrap': async () => {
    throw new ShellRefusal('There is no keychain.')
  },
  'anchor.read': () => ({ state: 'kept', anchor: null }),
  'anchor.write': () => ({ state: 'kept' }),
  'folder.open': () => null,
  'file.show': () => null,
  'file.open': () => null,
  'folder.choose': async ({ startIn }) => ({ path: `${startIn}/chosen` }),
  'scheme.status': () => ({ registered: true, detail: 'It is ours.' }),
  'update.check': () => status,
  'update.install': () => status,
  'shell.facts': () => ({ version: '1', screenLock: null, tray: false, notifications: false, downloads: '/d', update: status }),
}

let logged: string[] = []
const answer = (name: keyof ShellHandlers, input: unknown) => {
  logged = []
  return answerRequest(handlers, { kind: 'ask', id: 7, name, input }, (line) => logged.push(line))
}

describe('a request of the engine', () => {
  test('is answered under its own number', async () => {
    expect(await answer('folder.choose', { startIn: '/home' })).toEqual({
      kind: 'answer',
      id: 7,
      output: { path: '/home/chosen' },
    })
    expect(await answer('keychain.status', null)).toMatchObject({ kind: 'answer', id: 7, output: { backend: 'Keychain' } })
  })

  test('that is refused says why', async () => {
    const refusal = { kind: 'refusal', id: 7, message: 'There is no keychain.' }
    expect(await answer('keychain.unwrap', { wrapped: 'AAAA' })).toEqual(refusal)
    expect(logged).toEqual([])
  })

  test('that fails is refused without a word of the failure, which may quote a secret', async () => {
    const said = JSON.stringify(await answer('keychain.wrap', { secret: 'aHVudGVyMg==' }))
    expect(asked).toContain('aHVudGVyMg==')
    expect(said).toContain('"refusal"')
    expect(logged).toEqual(['the request keychain.wrap failed: Error'])
    expect(said + logged.join()).not.toContain('aHVudGVyMg')
  })

  test('that cannot be read never reaches what would do it', async () => {
    const before = asked.length
    for (const input of [null, {}, { secret: 7 }, { secret: 'not base64!' }, 'aHVudGVyMg=='])
      expect(await answer('keychain.wrap', input), JSON.stringify(input)).toMatchObject({ kind: 'refusal', id: 7 })
    expect(asked).toHaveLength(before)
  })
})
