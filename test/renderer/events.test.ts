import { withEventMeta } from '@orpc/client'
import { afterEach, expect, test, vi } from 'vitest'
import { backOff, followEvents } from '../../src-renderer/lib/events'
import type { ConnectClient } from '../../src-shared/contract'
import type { ChangeEvent } from '../../src-shared/contract/event'

afterEach(() => vi.useRealTimers())

/** A client whose stream gives each script in turn: events, then an end or an error. */
function clientOf(...scripts: (ChangeEvent | Error)[][]) {
  const resumedFrom: (string | undefined)[] = []
  const stream = async (_input: undefined, options: { lastEventId?: string }) => {
    resumedFrom.push(options.lastEventId)
    const script = scripts.shift() ?? [new Error('nothing more')]
    return (async function* () {
      for (const step of script) {
        if (step instanceof Error) throw step
        yield step
      }
    })()
  }
  return { client: { event: { stream } } as unknown as Pick<ConnectClient, 'event'>, resumedFrom }
}

const numbered = (id: string): ChangeEvent => withEventMeta({ kind: 'ready' }, { id })

test('after a break the stream goes on from the last event that came', async () => {
  vi.useFakeTimers()
  const { client, resumedFrom } = clientOf([numbered('7'), numbered('8'), new Error('gone')], [numbered('9')])
  const seen: string[] = []
  const following = followEvents(
    client,
    { apply: (event) => seen.push(event.kind), ended: async () => false, broke: () => true },
    new AbortController().signal,
  )
  await vi.runAllTimersAsync()
  await following
  expect(resumedFrom).toEqual([undefined, '8'])
  expect(seen).toHaveLength(3)
})

test('an end because of a lock is not followed by another try', async () => {
  const { client, resumedFrom } = clientOf([numbered('1')])
  await followEvents(client, { apply: () => {}, ended: async () => false, broke: () => true }, new AbortController().signal)
  expect(resumedFrom).toHaveLength(1)
})

test('nothing is applied after the follower gave up', async () => {
  const { client } = clientOf([numbered('1'), numbered('2')])
  const controller = new AbortController()
  const apply = vi.fn(() => controller.abort())
  await followEvents(client, { apply, ended: async () => true, broke: () => true }, controller.signal)
  expect(apply).toHaveBeenCalledOnce()
})

test('tries come quickly at first, then every five seconds', () => {
  expect([0, 1, 2, 3, 4, 9].map(backOff)).toEqual([500, 1000, 2000, 4000, 5000, 5000])
})
