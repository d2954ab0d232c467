import { beforeEach, describe, expect, test } from 'vitest'
import { PageWindow } from './page-window'

let page: PageWindow
beforeEach(() => {
  page = new PageWindow()
})

const port = (name: string) => ({
  name,
  closed: false,
  close() {
    this.closed = true
  },
})

describe('the built preload', () => {
  test('is CommonJS and requires nothing but electron, as a sandbox demands', () => {
    expect(page.required).toEqual(['electron'])
  })

  test('exposes one bridge: a nonce of this document, and word of the engine’s end', () => {
    expect([...page.exposed.keys()]).toEqual(['connectBridge'])
    expect(Object.keys(page.bridge)).toEqual(['nonce', 'onEngineExit', 'onOpen'])
    expect(new PageWindow().bridge.nonce).not.toBe(page.bridge.nonce)
  })

  test('announces its nonce before the page’s code can run', () => {
    expect(page.sent).toEqual([{ channel: 'port-announce', nonce: page.bridge.nonce, ports: [] }])
  })

  test('hands the page’s port to the shell, with the nonce', () => {
    const mine = port('mine')
    page.post([mine])
    expect(page.sent.at(-1)).toEqual({ channel: 'port-connect', nonce: page.bridge.nonce, ports: [mine] })
  })
})

describe('the built preload hands over no port', () => {
  const strangers: [string, (own: PageWindow) => Parameters<PageWindow['post']>][] = [
    ['of another window or frame', () => [[port('x')], { source: {} }]],
    ['of another origin', () => [[port('x')], { origin: 'https://neurocad' }]],
    ['with another nonce', () => [[port('x')], { data: { kind: 'connect', nonce: 'guessed' } }]],
    ['with no nonce', () => [[port('x')], { data: { kind: 'connect' } }]],
    ['of another kind of message', (own) => [[port('x')], { data: { kind: 'other', nonce: own.bridge.nonce } }]],
    ['of a message that is none', () => [[port('x')], { data: null }]],
    ['that is not there', () => [[]]],
  ]
  test.each(strangers)('%s', (_name, message) => {
    page.post(...message(page))
    expect(page.handedOver).toEqual([])
  })

  test('for a nonce that was used, while the engine lives', () => {
    const [first, second] = [port('first'), port('second')]
    page.post([first])
    page.post([second])
    expect(page.handedOver).toEqual([first])
  })
})

describe('after the engine’s end', () => {
  test('the page is told, and its next port reaches the shell', () => {
    const [first, second] = [port('first'), port('second')]
    const told: number[] = []
    page.bridge.onEngineExit((heard) => told.push(heard))
    page.post([first])
    page.engineExits()
    // How many of its ports were heard of, for another may be on its way.
    expect(told).toEqual([1])
    page.post([port('stranger')], { origin: 'https://neurocad' })
    page.post([second])
    expect(page.handedOver).toEqual([first, second])
    page.engineExits()
    expect(told).toEqual([1, 2])
  })

  test('a port that was on its way to the shell when it was said is the next engine’s: nothing ends it, and no other is handed over', () => {
    const told: number[] = []
    page.bridge.onEngineExit((heard) => told.push(heard))
    const mine = port('mine')
    page.post([mine])
    page.engineExits({ heard: 0 })
    page.engineExits({ nonce: 'of the document before', heard: 1 })
    page.engineExits({ nonce: undefined, heard: 0 })
    expect(told).toEqual([])
    page.post([port('second')])
    expect(page.handedOver).toEqual([mine])
    // The engine that it reached.
    page.engineExits({ heard: 1 })
    expect(page.handedOver).toHaveLength(2)
  })

  test('a port that came before the word of it is handed over, and only the last of them', () => {
    const [first, early, later] = [port('first'), port('early'), port('later')]
    page.post([first])
    page.post([early])
    page.post([later])
    page.engineExits()
    expect(page.handedOver).toEqual([first, later])
    expect(early.closed).toBe(true)
    page.post([port('more')])
    expect(page.handedOver).toHaveLength(2)
  })
})
