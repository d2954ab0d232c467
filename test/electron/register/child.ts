import { isMainThread } from 'node:worker_threads'
import { messagePortMain } from '../ports/message-port-main'
import type { FromChild, ToChild } from './child-message'
import { ChildPorts } from './child-ports'
import { electronVersion } from './electron-version'
import { ParentPortFace } from './parent-port'

/** Loaded before the script of a utility process. Worker threads of it load this too, and have no parent port. */
const { send } = process
if (isMainThread && send) {
  let connected = true
  // Node's send() asks `this.connected`, which is hidden below like the rest of Node's own channel.
  const channel = Object.create(process, { connected: { get: () => connected } })
  const post = (message: FromChild) => Reflect.apply(send, channel, [message])

  const ports = new ChildPorts(post)
  const parentPort = new ParentPortFace((data) => post({ kind: 'to-parent', data }))
  process.on('message', (message: ToChild) => {
    if (message.kind !== 'from-parent') return ports.receive(message)
    parentPort.deliver({ data: message.data, ports: message.ports.map((id) => messagePortMain(ports, id)) })
  })
  process.on('disconnect', () => {
    connected = false
    // The shell is gone, and a utility process with it.
    process.exit(0)
  })

  Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true })
  Object.defineProperty(process, 'type', { value: 'utility' })
  Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true })
  process.execArgv = []
  for (const name of ['send', 'disconnect', 'connected'])
    Object.defineProperty(process, name, { value: undefined, configurable: true })
}
