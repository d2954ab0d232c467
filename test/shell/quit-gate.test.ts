import { beforeEach, expect, test } from 'vitest'
import { QuitGate } from '../../src-main/shell/quit-gate'

let prevented: number
let steps: string[]
let engineEnded: () => void
let gate: QuitGate
const willQuit = () => gate.willQuit({ preventDefault: () => prevented++ })

beforeEach(() => {
  prevented = 0
  steps = []
  gate = new QuitGate(
    () => {
      steps.push('stop')
      return new Promise((resolve) => {
        engineEnded = resolve
      })
    },
    () => {
      steps.push('quit')
      willQuit()
    },
  )
})

test('the application ends only after the engine has', async () => {
  expect(gate.isEnding).toBe(false)
  willQuit()
  expect(gate.isEnding).toBe(true)
  expect(prevented).toBe(1)
  expect(steps).toEqual(['stop'])
  engineEnded()
  await expect.poll(() => steps).toEqual(['stop', 'quit'])
  expect(prevented).toBe(1)
})

test('an impatient person ends it no sooner, and the engine is asked once', () => {
  willQuit()
  willQuit()
  willQuit()
  expect(prevented).toBe(3)
  expect(steps).toEqual(['stop'])
})
