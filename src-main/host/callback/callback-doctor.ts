import type { CallbackDiagnosis } from '../../../src-shared/contract/host'
import type { Actor } from '../../../src-shared/domain/actor'
import { hostWords } from '../../../src-shared/words/en/host'
import type { Engine } from '../../engine/engine'
import { ShellFailure } from '../bridge/shell-failure'
import type { Surroundings } from '../surroundings/surroundings'
import { type CallbackCheck, reasonOf } from './callback-check'
import { reachOf } from './reach'

interface Parts {
  engine: Engine
  /** Of the loopback callback; rejects where no port can be opened. */
  origin(): Promise<string>
  check: Pick<CallbackCheck, 'try'>
  surroundings: Pick<Surroundings, 'scheme'>
}

/** Tries how a provider's answer would come back here, and says for each type which way it is going to take. */
export class CallbackDoctor {
  constructor(private readonly parts: Parts) {}

  async examine(actor: Actor): Promise<CallbackDiagnosis> {
    const { engine, origin, surroundings } = this.parts
    const reach = await reachOf(origin, surroundings)
    const [loopback, deepLink, transports] = await Promise.all([
      this.#loopback(),
      this.#deepLink(),
      engine.useCases.callback.transports({ actor, ...reach }, undefined),
    ])
    return { loopback, deepLink, transports }
  }

  async #loopback(): Promise<CallbackDiagnosis['loopback']> {
    let origin: string
    try {
      origin = await this.parts.origin()
    } catch (error) {
      return { result: 'fails', detail: hostWords.loopbackNotOpened(reasonOf(error)) }
    }
    return this.parts.check.try(origin)
  }

  async #deepLink(): Promise<CallbackDiagnosis['deepLink']> {
    try {
      const status = await this.parts.surroundings.scheme()
      if (status === undefined) return { result: 'not_here', detail: hostWords.schemeNotHere }
      return { result: status.registered ? 'works' : 'fails', detail: status.detail }
    } catch (error) {
      if (error instanceof ShellFailure) return { result: 'fails', detail: error.message }
      throw error
    }
  }
}
