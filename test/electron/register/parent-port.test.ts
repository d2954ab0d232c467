import { expect, test } from 'vitest'
import { ParentPortFace } from './parent-port'

const message = (data: unknown) => ({ data, ports: [] })

test('what arrives before anybody listens is kept for them, in order', async () => {
  const port = new ParentPortFace(() => {})
  port.deliver(message(1))
  port.deliver(message(2))
  await new Promise((resolve) => setImmediate(resolve))
  const seen: unknown[] = []
  await new Promise<void>((resolve) => {
    port.on('message', ({ data }) => {
      seen.push(data)
      if (data === 3) resolve()
    })
    port.deliver(message(3))
  })
  expect(seen).toEqual([1, 2, 3])
})

test('a listener for one message leaves the next to the next', async () => {
  const port = new ParentPortFace(() => {})
  port.deliver(message('first'))
  port.deliver(message('second'))
  const first = await new Promise((resolve) => port.once('message', ({ data }) => resolve(data)))
  const second = await new Promise((resolve) => port.once('message', ({ data }) => resolve(data)))
  expect([first, second]).toEqual(['first', 'second'])
})

test('what is sent is copied when it is sent', () => {
  const sent: unknown[] = []
  const port = new ParentPortFace((data) => sent.push(data))
  const value = { n: 1 }
  port.postMessage(value)
  value.n = 2
  expect(sent).toEqual([{ n: 1 }])
  expect(() => port.postMessage(() => {})).toThrow(/could not be cloned/)
})
