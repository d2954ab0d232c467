import { expect, test } from 'vitest'
import { CrashLoop } from '../../src-main/shell/crash-loop'

/** What was decided after each end, of an engine that lived so many seconds each time. */
const decisions = (loop: CrashLoop, ...lives: number[]) => {
  let now = 1_000_000
  return lives.map((seconds) => {
    const startedAt = now
    now += seconds * 1000
    return loop.ended(startedAt, now)
  })
}

test('an engine that ends three times within 30 seconds of its start is not started again by itself', () => {
  expect(decisions(new CrashLoop(), 1, 29, 0)).toEqual([false, false, true])
})

test('one that lived meanwhile is started again, however often it ends', () => {
  expect(decisions(new CrashLoop(), 1, 1, 30, 1, 1, 3600, 1, 1)).toEqual(Array(8).fill(false))
})

test('it stays so until a person says to try again', () => {
  const loop = new CrashLoop()
  expect(decisions(loop, 1, 1, 1, 1)).toEqual([false, false, true, true])
  loop.reset()
  expect(decisions(loop, 1, 1, 1)).toEqual([false, false, true])
})
