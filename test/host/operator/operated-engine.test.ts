import { once } from 'node:events'
import { watch } from 'node:fs'
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { OperatorStatement } from '../../../src-main/engine/engine'
import { EngineError } from '../../../src-main/engine/error'
import { operatedEngine } from '../../../src-main/host/operator/operated-engine'
import { FakeEngine } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

/** An engine that keeps what it is told, beside a real folder. */
async function operated(state: 'absent' | 'locked' | 'unlocked', provided?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-operator-'))
  const fake = new FakeEngine(state)
  const told: OperatorStatement[] = []
  fake.useCases.operator.provision = async (_, statement) => void told.push(statement)
  const logger = new FakeLogger()
  const { engine, close } = operatedEngine(fake, { folder, org: 'org_1', logger, provided: () => provided })
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  const path = join(folder, 'operator.json')
  return {
    fake,
    engine,
    told,
    logger,
    folder,
    path,
    close,
    put: (content: string) => writeFile(path, content, { mode: 0o600 }),
    last: (statement: OperatorStatement) =>
      vi.waitFor(() => expect(told.at(-1)).toEqual(statement), { timeout: 5000, interval: 5 }),
  }
}

const content = (text: string): OperatorStatement => ({ kind: 'content', content: text, trusted: false })

test.each(['create', 'unlock'] as const)(
  'before a caller hears of its %s, the engine is told what the file says',
  async (how) => {
    const { engine, told, put } = await operated(how === 'create' ? 'absent' : 'locked')
    await put('one')
    expect(told).toEqual([])
    await (how === 'create' ? engine.create('correct horse') : engine.unlock({ password: 'correct horse' }))
    expect(told).toEqual([content('one')])
  },
)

test('a wrong password tells nothing', async () => {
  const { engine, told, put } = await operated('locked')
  await put('one')
  await expect(engine.unlock({ password: 'wrong' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(told).toEqual([])
})

test('writing, replacing, removing the file and changing its mode are seen while it is unlocked', async () => {
  const { put, last, path, folder } = await operated('unlocked')
  await put('written')
  await last(content('written'))
  await writeFile(join(folder, 'draft'), 'put in its place', { mode: 0o600 })
  await rename(join(folder, 'draft'), path)
  await last(content('put in its place'))
  await put('written after that')
  await last(content('written after that'))
  await chmod(path, 0o644)
  await last({ kind: 'unreadable', problem: expect.stringContaining('chmod 600') as unknown as string })
  await chmod(path, 0o600)
  await last(content('written after that'))
  await rm(path)
  await last({ kind: 'absent' })
})

test('what changed while it was locked is told at the unlock, and nothing before', async () => {
  const { engine, told, put } = await operated('unlocked')
  await engine.lock()
  told.length = 0
  await put('while locked')
  await engine.unlock({ password: 'correct horse' })
  expect(told).toEqual([content('while locked')])
})

test('what the program provides is trusted, and holds only where there is no file', async () => {
  const { engine, told, put, last, path } = await operated('locked', 'of the demo')
  await engine.unlock({ password: 'correct horse' })
  expect(told).toEqual([{ kind: 'content', content: 'of the demo', trusted: true }])
  await put('of the operator')
  await last(content('of the operator'))
  await chmod(path, 0o640)
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ kind: 'unreadable' }))
})

test('an engine that cannot take it in is unlocked all the same, and the log says so without what the file holds', async () => {
  const { engine, fake, put, logger } = await operated('locked')
  await put('hush')
  fake.useCases.operator.provision = async () => {
    throw new EngineError('VAULT_READ_ONLY')
  }
  await engine.unlock({ password: 'correct horse' })
  expect(engine.state()).toBe('unlocked')
  expect(logger.text()).toContain('VAULT_READ_ONLY')
  expect(logger.text()).not.toContain('hush')
})

test('after the end nothing is told any more', async () => {
  const { told, put, close, engine, folder } = await operated('unlocked')
  await close()
  const witness = watch(folder)
  onTestFinished(() => witness.close())
  const seen = once(witness, 'change')
  await put('too late')
  await seen
  expect([told, engine.state()]).toEqual([[], 'unlocked'])
})
