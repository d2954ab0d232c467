import type { Engine } from '../../src-main/engine/engine'
import type { Program } from '../../src-main/host/api/host-context'
import { CallbackCheck } from '../../src-main/host/callback/callback-check'
import { CallbackDoctor } from '../../src-main/host/callback/callback-doctor'
import { serveSurroundings } from '../../src-main/host/surroundings/serve-surroundings'

/** What a server at `origin` is, around an engine in memory. */
export function serveProgram(engine: Engine, origin: string): Program & { check: CallbackCheck } {
  const version = '0.0.0-test'
  const surroundings = serveSurroundings(version)
  const check = new CallbackCheck()
  const doctor = new CallbackDoctor({ engine, origin: async () => origin, check, surroundings })
  return { version, demo: false, dataFolder: '/nowhere', surroundings, api: () => `${origin}/api`, doctor, check }
}
