import { expect, test } from 'vitest'
import { createEngine, type RunningSession } from '../../../src-main/engine'
import { EngineError } from '../../../src-main/engine/error'
import { deferred } from '../../fakes/deferred'

/** An engine whose sessions are nothing, with what is said to whatever makes the next one start sooner. */
function standingEngine() {
  const said: string[] = []
  const dying = deferred<void>()
  let refuses = false
  const engine = createEngine({
    vaultExists: true,
    waysIn: async () => ({ recovery: false, device: 'none' }),
    startSession: async (): Promise<RunningSession> => {
      said.push('start')
      if (refuses) throw new EngineError('WRONG_PASSWORD')
      const close = async () => {
        said.push('closed')
      }
      return { useCases: {} as RunningSession['useCases'], check: async () => undefined, close, died: dying.promise }
    },
    standing: {
      prepare: () => said.push('prepare'),
      end: async () => {
        said.push('end')
      },
    },
  })
  const refuse = (wanted: boolean) => {
    refuses = wanted
  }
  return { engine, said, refuse, die: () => dying.resolve() }
}

const how = { password: 'any' }

test('nothing is prepared before the program asks for it', async () => {
  const { engine, said } = standingEngine()
  await engine.unlock(how)
  await engine.lock()
  expect(said).toEqual(['start', 'closed'])
})

test('the next opening is prepared while the vault is locked, again after each lock, and never while it is open', async () => {
  const { engine, said } = standingEngine()
  const opening = engine.unlock(how)
  await engine.standBy()
  await opening
  expect(said).toEqual(['start'])
  await engine.lock()
  expect(said).toEqual(['start', 'closed', 'prepare'])
  await engine.unlock(how)
  await engine.unlock(how)
  expect(said.slice(3)).toEqual(['start'])
})

test('it is prepared anew after a way in that was refused, and after a session that died', async () => {
  const { engine, said, refuse, die } = standingEngine()
  await engine.standBy()
  refuse(true)
  await expect(engine.unlock(how)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(said).toEqual(['prepare', 'start', 'prepare'])
  refuse(false)
  await engine.unlock(how)
  die()
  await expect.poll(() => said).toEqual(['prepare', 'start', 'prepare', 'start', 'prepare'])
})

test('an engine that is closed ends what stands by, and prepares nothing more', async () => {
  const { engine, said } = standingEngine()
  await engine.standBy()
  await engine.unlock(how)
  await engine.close()
  expect(said).toEqual(['prepare', 'start', 'closed', 'end'])
})
