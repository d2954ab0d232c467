import { expect, test } from 'vitest'
import { createEngine } from '../../../src-main/engine'
import { openSession } from '../../../src-main/engine/session'
import { readWaysIn } from '../../../src-main/engine/vault/ways-in'
import { FakeFiles } from '../../fakes/files'
import { cheapKdf, password, vaultPorts } from '../vault/vault-fixture'
import { ada } from './engine-fixture'

function engineOn(files: FakeFiles) {
  const ports = { ...vaultPorts(files), fetch, random: Math.random, publish: () => undefined }
  const firstApps = { slackApi: { clientId: 'id', clientSecret: 'secret' } }
  const engine = createEngine({
    vaultExists: false,
    waysIn: () => readWaysIn(ports),
    startSession: async (how) => {
      const session = await openSession(ports, { demo: false, endpoints: {}, firstApps, kdf: cheapKdf }, how)
      return { ...session, died: new Promise(() => undefined) }
    },
  })
  return { engine, ports }
}

test.each([true, false])(
  'a vault whose making fails at any step can be made, or unlocked, as soon as the disk works again (once: %s)',
  async (once) => {
    for (let at = 1; ; at++) {
      const files = new FakeFiles().fails({ at, half: true, once })
      const { engine } = engineOn(files)
      const failed = await engine.create(password).then(
        () => false,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'VAULT_READ_ONLY' })
          return true
        },
      )
      expect(engine.state()).toBe(failed ? 'absent' : 'unlocked')
      files.mend()
      await engine.lock()
      if (failed) await engine.create(password).catch((error: unknown) => expect(error).toMatchObject({ code: 'VAULT_EXISTS' }))
      await engine.unlock({ password: password })
      expect(engine.state()).toBe('unlocked')
      expect((await engine.useCases.connection.list(ada, { limit: 9 })).total).toBe(0)
      await engine.close()
      expect(files.opened).toEqual([])
      if (files.steps < at) break
    }
  },
)

test('a full disk keeps the program’s own apps out, and nobody from reading', async () => {
  const files = new FakeFiles()
  const { engine, ports } = engineOn(files)
  let writes = 0
  // The first is the empty journal, the second the making of the vault.
  files.failWhen = (operation, name) => operation === 'write' && name === 'journal-1' && ++writes > 2
  await engine.create(password)
  expect((await engine.useCases.providerApp.get(ada, { type: 'slackApi' })).configured).toBe(false)
  expect(ports.logger.text()).toContain('could not be entered')
  files.failWhen = undefined
  await engine.lock()
  await engine.unlock({ password: password })
  expect((await engine.useCases.providerApp.get(ada, { type: 'slackApi' })).configured).toBe(true)
  await engine.close()
})
