import { beforeEach, describe, expect, test } from 'vitest'
import { PortBroker, type PortMessage, type SenderFrame } from '../../src-main/shell/port-broker'

type Message = PortMessage<string>

const frame: SenderFrame = { url: 'app://neurocad/connect', parent: null }
const message = (change: Partial<Message> = {}): Message => ({
  sender: { id: 1 },
  senderFrame: frame,
  ports: ['port'],
  ...change,
})

let broker: PortBroker<string>
beforeEach(() => {
  broker = new PortBroker(() => 1)
})

const strangers: [string, Partial<Message>][] = [
  ['a frame that is gone', { senderFrame: null }],
  ['a frame within the page', { senderFrame: { ...frame, parent: frame } }],
  ['a page of another origin', { senderFrame: { ...frame, url: 'https://neurocad/' } }],
  ['a page that only looks like ours', { senderFrame: { ...frame, url: 'app://neurocad.evil/' } }],
  ['other contents than our window', { sender: { id: 2 } }],
]

describe('the broker passes a port on', () => {
  test('once for an announced nonce', () => {
    expect(broker.announce(message(), 'n1')).toBe(true)
    expect(broker.accept(message(), 'n1')).toBe('port')
  })

  test('again after a reload, for the new document’s nonce', () => {
    broker.announce(message(), 'n1')
    broker.accept(message(), 'n1')
    broker.announce(message(), 'n2')
    expect(broker.accept(message({ ports: ['next'] }), 'n2')).toBe('next')
  })

  test('again after the engine’s end, to the same document', () => {
    broker.announce(message(), 'n1')
    broker.accept(message(), 'n1')
    broker.engineEnded()
    expect(broker.accept(message({ ports: ['next'] }), 'n1')).toBe('next')
    expect(broker.accept(message(), 'n1')).toBeUndefined()
  })
})

test('a document is told how many of its ports had come when the engine ended, those refused included', () => {
  expect(broker.engineEnded()).toEqual({ nonce: undefined, heard: 0 })
  broker.announce(message(), 'n1')
  expect(broker.engineEnded()).toEqual({ nonce: 'n1', heard: 0 })
  broker.accept(message(), 'n1')
  expect(broker.engineEnded()).toEqual({ nonce: 'n1', heard: 1 })
  broker.accept(message(), 'n1')
  broker.accept(message(), 'n1')
  broker.accept(message(), 'other')
  broker.accept(message({ sender: { id: 2 } }), 'n1')
  expect(broker.engineEnded()).toEqual({ nonce: 'n1', heard: 3 })
  broker.announce(message(), 'n2')
  expect(broker.engineEnded()).toEqual({ nonce: 'n2', heard: 0 })
})

describe('the broker refuses', () => {
  test('a nonce that was used', () => {
    broker.announce(message(), 'n1')
    broker.accept(message(), 'n1')
    expect(broker.accept(message(), 'n1')).toBeUndefined()
  })

  test('a nonce that was never announced, or is none', () => {
    expect(broker.accept(message(), 'n1')).toBeUndefined()
    expect(broker.accept(message(), undefined)).toBeUndefined()
    broker.announce(message(), 'n1')
    for (const nonce of ['n2', '', undefined, null, { n: 1 }]) expect(broker.accept(message(), nonce)).toBeUndefined()
  })

  test('the nonce of a document that is gone, used or not', () => {
    broker.announce(message(), 'n1')
    broker.announce(message(), 'n2')
    expect(broker.accept(message(), 'n1')).toBeUndefined()
    broker.engineEnded()
    expect(broker.accept(message(), 'n1')).toBeUndefined()
  })

  test('to have an old nonce announced anew', () => {
    broker.announce(message(), 'n1')
    broker.announce(message(), 'n2')
    expect(broker.announce(message(), 'n1')).toBe(false)
    expect(broker.accept(message(), 'n1')).toBeUndefined()
    expect(broker.accept(message(), 'n2')).toBe('port')
  })

  test('an announcement that is no text', () => {
    for (const nonce of ['', undefined, null, 7, {}]) expect(broker.announce(message(), nonce)).toBe(false)
  })

  test('a message with no port, or with two', () => {
    broker.announce(message(), 'n1')
    expect(broker.accept(message({ ports: [] }), 'n1')).toBeUndefined()
    expect(broker.accept(message({ ports: ['a', 'b'] }), 'n1')).toBeUndefined()
  })

  test.each(strangers)('an announcement from %s', (_name, change) => {
    expect(broker.announce(message(change), 'n1')).toBe(false)
    expect(broker.accept(message(), 'n1')).toBeUndefined()
  })

  test.each(strangers)('a port from %s, and keeps the nonce for its own page', (_name, change) => {
    broker.announce(message(), 'n1')
    expect(broker.accept(message(change), 'n1')).toBeUndefined()
    expect(broker.accept(message(), 'n1')).toBe('port')
  })

  test('everyone while there is no window', () => {
    const closed = new PortBroker<string>(() => undefined)
    expect(closed.announce(message(), 'n1')).toBe(false)
  })
})
