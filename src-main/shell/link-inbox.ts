import { type DeepLink, parseDeepLink } from '../../src-shared/domain/deep-link'

type Kind = DeepLink['kind']
type Takers = { [K in Kind]: (link: Extract<DeepLink, { kind: K }>) => void }

/**
 * Keeps links until somebody can take them: a page once there is a window, a provider's answer once the engine has said how the vault
 * stands. At most one of each kind waits, the newest, so that whoever sends thousands fills nothing.
 */
export class LinkInbox {
  private readonly waiting = new Map<Kind, DeepLink>()
  private readonly takers: Partial<Takers> = {}

  /** @param log told that something was not a link of ours, and nothing of what it was */
  constructor(private readonly log: (line: string) => void) {}

  /** Takes the one link that was handed over. Two at once were written by somebody who means no good, and none is taken. */
  receive([text, ...others]: readonly string[]): void {
    if (text === undefined) return
    const link = others.length === 0 ? parseDeepLink(text) : undefined
    if (!link) {
      this.log('a link was refused')
      return
    }
    this.waiting.set(link.kind, link)
    this.deliver(link.kind)
  }

  /** From now on `taker` is given the links of a kind, and the one that waited. */
  open<K extends Kind>(kind: K, taker: Takers[K]): void {
    Object.assign(this.takers, { [kind]: taker })
    this.deliver(kind)
  }

  /** Links of this kind wait again. */
  close(kind: Kind): void {
    delete this.takers[kind]
  }

  private deliver(kind: Kind): void {
    const link = this.waiting.get(kind)
    if (!link || !this.takers[kind]) return
    this.waiting.delete(kind)
    if (link.kind === 'callback') this.takers.callback?.(link)
    else this.takers.open?.(link)
  }
}
