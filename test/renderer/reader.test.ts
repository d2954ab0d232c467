import { expect, test } from 'vitest'
import { createReader } from '../../src-renderer/lib/reader'

test('what is asked for while it is read is read once more, however often that was', async () => {
  const answers: (() => void)[] = []
  const read = createReader((_key: string) => new Promise<void>((resolve) => answers.push(resolve)))
  const first = read('a')
  void read('a')
  void read('a')
  expect(answers).toHaveLength(1)
  answers[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(answers).toHaveLength(2)
  answers[1]?.()
  await first
  expect(answers).toHaveLength(2)
})

test('things of other names do not wait for each other', () => {
  const asked: string[] = []
  const read = createReader((key: string) => {
    asked.push(key)
    return new Promise<void>(() => undefined)
  })
  void read('a')
  void read('b')
  expect(asked).toEqual(['a', 'b'])
})

test('after a failure it is asked anew', async () => {
  let count = 0
  const read = createReader(async (_key: string) => {
    count += 1
    if (count === 1) throw new Error('gone')
  })
  await expect(read('a')).rejects.toThrow('gone')
  await read('a')
  expect(count).toBe(2)
})
