import { beforeEach, expect, test } from 'vitest'
import { ShellMail } from '../../../src-main/host/bridge/shell-mail'
import { FakeLogger } from '../../fakes/logger'

let answers: unknown[]
let taken: unknown[]
let logger: FakeLogger
let mail: ShellMail<string>
beforeEach(() => {
  answers = []
  taken = []
  logger = new FakeLogger()
  mail = new ShellMail({ hear: (message) => answers.push(message) }, logger)
})
const taker = { hear: (message: unknown) => void taken.push(message), connect: (port: string) => void taken.push(port) }

test('answers are heard while the engine starts, which asks on its way', () => {
  mail.arrived({ kind: 'answer', id: 1, output: null }, undefined)
  mail.arrived({ kind: 'refusal', id: 2, message: 'No.' }, undefined)
  expect(answers).toEqual([
    { kind: 'answer', id: 1, output: null },
    { kind: 'refusal', id: 2, message: 'No.' },
  ])
})

test('all else waits for the engine, and comes in its order', () => {
  mail.arrived({ kind: 'connect' }, 'port')
  mail.arrived({ kind: 'presence', moment: 'sleep' }, undefined)
  expect(taken).toEqual([])
  mail.open(taker)
  mail.arrived({ kind: 'lock' }, undefined)
  expect(taken).toEqual(['port', { kind: 'presence', moment: 'sleep' }, { kind: 'lock' }])
})

test('what is not known here, and a window’s request without its port, do nothing', () => {
  mail.open(taker)
  mail.arrived({ kind: 'open-everything', secret: 'secret-of-mine' }, 'port')
  mail.arrived({ kind: 'connect' }, undefined)
  expect({ answers, taken }).toEqual({ answers: [], taken: [] })
  expect(logger.text()).not.toContain('secret-of-mine')
})
