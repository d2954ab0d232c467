import { serveContract } from '../../../src-shared/contract'
import type { ApiContext } from '../../engine/api/context'
import { guarded, guards } from '../../engine/api/guarded'
import type { Access, Caller } from '../access/caller'
import type { CallbackDoctor } from '../callback/callback-doctor'
import type { DemoControl } from '../serve/demo'
import type { Surroundings } from '../surroundings/surroundings'

/** What a host is, for those who ask. */
export interface Program {
  version: string
  demo: boolean
  /** What can be made to happen elsewhere; undefined where there is no demo platform, or it has not started. */
  demoControl?(): DemoControl | undefined
  /** Absolute. */
  dataFolder: string
  surroundings: Surroundings
  /** Where the HTTP API answers; null where it does not. */
  api(): string | null
  doctor: CallbackDoctor
}

/** What a host adds to every call of the engine's router. */
export interface HostContext extends ApiContext {
  access: Access
  /** Undefined where a call came without a token: from everyone, or from the window. */
  caller: Caller | undefined
  program: Program
}

const { health, session, client, host, demo } = serveContract

/** The part of the contract that hosts implement, behind the same guards as the engine's. */
export const api = guarded({ health, session, client, host, demo })
  .$context<HostContext>()
  .use(guards.answerErrors)
  .use(guards.gateOutput)
