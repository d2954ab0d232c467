import type { MessagePortMain } from 'electron'
import { messagePortMain } from '../ports/message-port-main'
import type { PortId } from '../ports/port-host'
import { hub, recorder } from './world'

/** A port in the shell's hands. That the shell reads it is noted: it should only pass ports on. */
export function portInShell(id: PortId): MessagePortMain {
  return messagePortMain(hub, id, (read) => recorder.read.push(read))
}
