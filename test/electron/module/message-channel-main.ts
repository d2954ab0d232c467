import type { MessagePortMain, MessageChannelMain as Real } from 'electron'
import { messagePortMain } from '../ports/message-port-main'
import type { PortId } from '../ports/port-host'
import { standIn, standInClass } from '../stand-in'
import { hub, recorder } from './world'

/** A port in the shell's hands. That the shell reads it is noted: it should only pass ports on. */
export function portInShell(id: PortId): MessagePortMain {
  return messagePortMain(hub, id, (read) => recorder.read.push(read))
}

export const MessageChannelMain = standInClass<typeof Real>(
  'MessageChannelMain',
  () => {
    const [first, second] = hub.pair()
    return standIn<Real>('MessageChannelMain')({ port1: portInShell(first), port2: portInShell(second) })
  },
  {},
)
