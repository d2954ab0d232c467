import { ToEngine } from '../../../src-shared/bridge/engine-message'
import type { Logger } from '../../engine/port'
import type { ShellLink } from './shell-link'
import type { ShellMessage } from './shell-messages'

/** Who takes what the shell sends, once the engine has started. `Port`: of the window, passed on by the shell. */
interface Taker<Port> {
  hear(message: ShellMessage): void
  connect(port: Port): void
}

/**
 * What comes from the shell. Answers are heard from the first moment on, because a demo's vault opens while the engine starts and
 * asks the shell on its way; all else waits until there is somebody to take it.
 */
export class ShellMail<Port> {
  readonly #early: ((taker: Taker<Port>) => void)[] = []
  #taker: Taker<Port> | undefined

  constructor(
    private readonly link: Pick<ShellLink, 'hear'>,
    private readonly logger: Logger,
  ) {}

  arrived(data: unknown, port: Port | undefined): void {
    const message = ToEngine.safeParse(data).data
    if (message === undefined) this.logger.error('the shell said something that is not known here')
    else if (message.kind === 'answer' || message.kind === 'refusal') this.link.hear(message)
    else if (message.kind !== 'connect') this.#give((taker) => taker.hear(message))
    else if (port) this.#give((taker) => taker.connect(port))
  }

  open(taker: Taker<Port>): void {
    this.#taker = taker
    for (const give of this.#early.splice(0)) give(taker)
  }

  #give(give: (taker: Taker<Port>) => void): void {
    if (this.#taker) give(this.#taker)
    else this.#early.push(give)
  }
}
