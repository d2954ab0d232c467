import { once } from 'node:events'
import { Server } from 'node:net'
import type { EmulatorOptions } from 'emulate'

export interface RunningEmulator {
  /** Origin without a trailing slash. */
  url: string
  close(): Promise<void>
}

/**
 * A port that cannot be listened on. `emulate` listens on the port it is given on every interface, and does not tell which
 * one it got. So it is given this one, which only our `listen` below understands: should that ever not be in place, Node
 * refuses to start rather than open the demo to the network.
 */
const askForLoopback = -1

/** Starts one `emulate` service on 127.0.0.1, on a free port, without a word on standard output. */
export function startEmulator(options: Omit<EmulatorOptions, 'port'>): Promise<RunningEmulator> {
  const started = queue.then(() => start(options))
  queue = started.catch(() => undefined)
  return started
}

/** One start at a time: each borrows `listen` and the environment, and must give back what it found. */
let queue: Promise<unknown> = Promise.resolve()

async function start(options: Omit<EmulatorOptions, 'port'>): Promise<RunningEmulator> {
  const listen = borrowListen()
  const environment = hushDebug()
  try {
    // Not imported at the top: `emulate` decides once, while it loads, whether to print what it does.
    const { createEmulator } = await import('emulate')
    const emulator = await createEmulator({ ...options, port: askForLoopback })
    const server = listen.server()
    if (!server.listening) await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the emulator has no port')
    return { url: `http://127.0.0.1:${address.port}`, close: () => emulator.close() }
  } finally {
    listen.giveBack()
    environment.giveBack()
  }
}

/** Answers `listen(askForLoopback)`, and nothing else, by listening on a free port of 127.0.0.1. */
function borrowListen() {
  const original = Server.prototype.listen
  let captured: Server | undefined
  function listen(this: Server, ...args: unknown[]): Server {
    if (args[0] !== askForLoopback) return Reflect.apply(original, this, args)
    captured = this
    return Reflect.apply(original, this, [0, '127.0.0.1'])
  }
  Server.prototype.listen = listen
  return {
    server(): Server {
      if (captured === undefined) throw new Error('the emulator did not listen')
      return captured
    },
    giveBack: () => {
      Server.prototype.listen = original
    },
  }
}

/** With these set, `emulate` prints to standard output, which belongs to the ready line of `serve`, and prints parts of codes. */
function hushDebug() {
  const names = ['DEBUG', 'EMULATE_DEBUG']
  const before = names.map((name) => [name, process.env[name]] as const)
  for (const name of names) delete process.env[name]
  return {
    giveBack: () => {
      for (const [name, value] of before) if (value !== undefined) process.env[name] = value
    },
  }
}
