import { type AnchorStore, NothingKept } from '../engine/port'
import type { AnchorAnswer, AnchorAsk } from './session-messages'

type Unnumbered<Message> = Message extends { ask: number } ? Omit<Message, 'ask'> : never

/** What is kept outside the vault's folder as the session's thread reaches it: the place itself is the host's. */
export class RemoteAnchors implements AnchorStore {
  private readonly waiting = new Map<number, { resolve(answer: AnchorAnswer): void; reject(error: Error): void }>()
  private last = 0

  constructor(private readonly post: (message: AnchorAsk) => void) {}

  async read(vaultId: string): Promise<Uint8Array | undefined> {
    const answer = await this.ask({ kind: 'anchor', what: 'read', vaultId })
    if (answer.what !== 'read') throw new TypeError('the host answered something else')
    return answer.bytes
  }

  async write(vaultId: string, bytes: Uint8Array): Promise<void> {
    await this.ask({ kind: 'anchor', what: 'write', vaultId, bytes })
  }

  /** Takes the host's answer to one of the questions. */
  heard(answer: AnchorAnswer): void {
    const waiting = this.waiting.get(answer.ask)
    this.waiting.delete(answer.ask)
    if (answer.what !== 'refused') waiting?.resolve(answer)
    else waiting?.reject(answer.nothingKept === undefined ? new Error('the place refused') : new NothingKept(answer.nothingKept))
  }

  private ask(message: Unnumbered<AnchorAsk>): Promise<AnchorAnswer> {
    return new Promise((resolve, reject) => {
      const ask = ++this.last
      this.waiting.set(ask, { resolve, reject })
      this.post({ ...message, ask })
    })
  }
}
