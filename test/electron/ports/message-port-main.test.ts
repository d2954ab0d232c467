import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { disentangle, messagePortMain } from './message-port-main'
import type { ToPortOwner } from './port-host'
import { PortHub, type PortOwner } from './port-hub'

function channel(hub = new PortHub()) {
  const [a, b] = hub.pair()
  return { hub, here: messagePortMain(hub, a), there: messagePortMain(hub, b) }
}

/** What arrives at a port, up to and with `last`. */
function arrivals(port: Electron.MessagePortMain, last: unknown): Promise<unknown[]> {
  const seen: unknown[] = []
  return new Promise((resolve) => {
    port.on('message', ({ data }) => {
      seen.push(data)
      if (data === last) resolve(seen)
    })
  })
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Another process that holds ends. */
function owner(): PortOwner & { told: ToPortOwner[] } {
  const told: ToPortOwner[] = []
  return { told, send: (message) => told.push(message) }
}

describe('a port', () => {
  test('delivers in the order of sending', async () => {
    const { here, there } = channel()
    const seen = arrivals(there, 99)
    there.start()
    for (let n = 0; n < 100; n++) here.postMessage(n)
    expect(await seen).toEqual(Array.from({ length: 100 }, (_, n) => n))
  })

  test('keeps what arrives before it is started, listener or not', async () => {
    const { here, there } = channel()
    const seen = arrivals(there, 'second')
    let early = false
    there.once('message', () => {
      early = true
    })
    here.postMessage('first')
    here.postMessage('second')
    await turn()
    await turn()
    expect(early).toBe(false)
    there.start()
    expect(await seen).toEqual(['first', 'second'])
  })

  test('passes copies, taken when they are sent', async () => {
    const { here, there } = channel()
    const message = { list: [1] }
    here.postMessage(message)
    message.list.push(2)
    there.start()
    const [event] = await once(there, 'message')
    expect(event).toEqual({ data: { list: [1] }, ports: [] })
  })

  test('tells the sender of what cannot be cloned', () => {
    expect(() => channel().here.postMessage(() => {})).toThrow(/could not be cloned/)
  })

  test('tells the other end of its close, after all that was sent', async () => {
    const { here, there } = channel()
    const seen: unknown[] = []
    there.on('message', ({ data }) => seen.push(data))
    here.postMessage('last words')
    here.close()
    there.start()
    await once(there, 'close')
    expect(seen).toEqual(['last words'])
  })

  test('whose other end closed before anybody held it hears of that', async () => {
    const hub = new PortHub()
    const [a, b] = hub.pair()
    messagePortMain(hub, a).close()
    const late = messagePortMain(hub, b)
    late.start()
    await once(late, 'close')
    expect(hub.size).toBe(0)
  })
})

describe('a port that travels', () => {
  test('takes along what waited at it, and works from there', async () => {
    const { here, there, hub } = channel()
    const carrier = channel(hub)
    here.postMessage('waited')
    carrier.here.postMessage('take it', [there])
    carrier.there.start()
    const [{ ports }] = await once(carrier.there, 'message')
    const seen = arrivals(ports[0], 'later')
    here.postMessage('later')
    ports[0].start()
    expect(await seen).toEqual(['waited', 'later'])
  })

  test('takes along that it was closed, after what was said before', async () => {
    const { here, there, hub } = channel()
    const carrier = channel(hub)
    here.postMessage('last words')
    here.close()
    carrier.here.postMessage('take it', [there])
    carrier.there.start()
    const [{ ports }] = await once(carrier.there, 'message')
    const seen = arrivals(ports[0], 'last words')
    ports[0].start()
    await once(ports[0], 'close')
    expect(await seen).toEqual(['last words'])
    const process = owner()
    hub.give(disentangle([carrier.there]), process).flush()
    carrier.here.close()
    expect(process.told).toMatchObject([{ kind: 'port-closed' }])
    expect(hub.size).toBe(0)
  })

  test('is of no use where it was', async () => {
    const { here, there, hub } = channel()
    const carrier = channel(hub)
    carrier.here.postMessage('take it', [there])
    expect(() => carrier.here.postMessage('again', [there])).toThrow('Port at index 0 is already neutered.')
    let heard = false
    there.on('message', () => {
      heard = true
    })
    there.start()
    here.postMessage('to nobody here')
    await turn()
    await turn()
    expect(heard).toBe(false)
  })

  test('is refused where it cannot go: through itself, twice, or when it is none', () => {
    const { here, there } = channel()
    expect(() => here.postMessage('', [here])).toThrow('contains the source port')
    expect(() => here.postMessage('', [there, there])).toThrow('is a duplicate')
    expect(() => here.postMessage('', [{} as Electron.MessagePortMain])).toThrow('Invalid value for transfer')
  })

  test('dies with the process that took it', async () => {
    const { here, there, hub } = channel()
    const process = owner()
    hub.give(disentangle([there]), process).flush()
    here.postMessage('for you')
    expect(process.told).toMatchObject([{ kind: 'port-message', data: 'for you' }])
    here.start()
    const closed = once(here, 'close')
    hub.dropOwner(process)
    await closed
    expect(hub.size).toBe(0)
  })
})

test('whoever starts a port is known to have read it', () => {
  const hub = new PortHub()
  const [a] = hub.pair()
  const read: string[] = []
  const port = messagePortMain(hub, a, (id) => read.push(id))
  expect(read).toEqual([])
  port.start()
  expect(read).toEqual([a])
})
