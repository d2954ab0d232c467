import { expect, test } from 'vitest'
import type { Change } from '../../src-main/engine/engine'
import { UntoldChanges } from '../../src-main/host/untold-changes'

const change = (type: string) => ({ event: { kind: 'providerApp', type }, audience: 'org' }) as unknown as Change
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

function changes() {
  const told: string[] = []
  const note = (all: readonly Change[]) => told.push(all.map(({ event }) => (event as { type: string }).type).join(' '))
  return { told, note, untold: new UntoldChanges(note) }
}

test('what an answer took is told by it alone', async () => {
  const { told, note, untold } = changes()
  untold.add(change('a'))
  untold.add(change('b'))
  note(untold.take())
  await turn()
  expect(told).toEqual(['a b'])
})

test('what no answer takes is told in the next turn, once, in order, and what comes later after it', async () => {
  const { told, untold } = changes()
  untold.add(change('a'))
  untold.add(change('b'))
  expect(told).toEqual([])
  await turn()
  await turn()
  untold.add(change('c'))
  await turn()
  expect(told).toEqual(['a b', 'c'])
})

test('what comes after an answer in the same turn is not kept back by it', async () => {
  const { told, note, untold } = changes()
  untold.add(change('a'))
  note(untold.take())
  untold.add(change('b'))
  await turn()
  expect(told).toEqual(['a', 'b'])
})
