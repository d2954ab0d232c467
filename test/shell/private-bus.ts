import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next'

export const hasBusDaemon = spawnSync('dbus-daemon', ['--version']).status === 0

/** A real message bus of its own, which ends with the test. */
export class PrivateBus {
  private constructor(
    private readonly daemon: ChildProcess,
    readonly address: string,
  ) {}

  static async start(): Promise<PrivateBus> {
    // It complains of limits that a container does not let it raise.
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] })
    if (!daemon.stdout) throw new Error('dbus-daemon has no output')
    const [address] = await once(createInterface(daemon.stdout), 'line')
    return new PrivateBus(daemon, String(address))
  }

  /** Another program on the bus, under a name of its own. */
  async program(name: string): Promise<MessageBus> {
    const bus = sessionBus({ busAddress: this.address })
    await bus.requestName(name)
    return bus
  }

  async stop(): Promise<void> {
    const ended = once(this.daemon, 'exit')
    this.daemon.kill()
    await ended
  }
}

/** Says a signal, and resolves when the bus has passed it on: it answers in the order it was asked. */
export async function say(bus: MessageBus, path: string, name: string, member: string, signature = '', body: unknown[] = []) {
  bus.send(Message.newSignal(path, name, member, signature, body))
  await bus.call(
    new Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus.Peer',
      member: 'Ping',
    }),
  )
}
