import { expect, test } from 'vitest'
import { matchActions, readCommand } from '../../src-renderer/lib/palette-command'

test('a verb and a name are a command; a name that begins like a verb is a name', () => {
  expect(readCommand('reconnect  Acme Robotics ')).toEqual({ verb: 'reconnect', query: 'Acme Robotics' })
  expect(readCommand('Test acme')).toEqual({ verb: 'test', query: 'acme' })
  expect(readCommand('reconnect')).toEqual({ verb: 'reconnect', query: '' })
  expect(readCommand('testbed')).toEqual({ verb: undefined, query: 'testbed' })
})

test('with nothing typed only the places stand there; typing finds the rest by any of its words', () => {
  const actions = [
    { label: 'Go to Settings', always: true },
    { label: 'Add Slack', always: false },
  ]
  expect(matchActions(actions, ' ')).toEqual([actions[0]])
  expect(matchActions(actions, 'sla')).toEqual([actions[1]])
  expect(matchActions(actions, 'add s')).toEqual([actions[1]])
  expect(matchActions(actions, 'ettings')).toEqual([])
})
