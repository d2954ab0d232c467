import { onTestFinished } from 'vitest'
import type { Change } from '../../src-main/engine/engine'
import type { Fetch } from '../../src-main/engine/port'
import { openSession, type Session } from '../../src-main/engine/session'
import type { Actor } from '../../src-shared/domain/actor'
import { Subject } from '../../src-shared/domain/identifiers'
import { FakeClock } from '../fakes/clock'
import { FakeFiles } from '../fakes/files'
import { FakeLogger } from '../fakes/logger'
import { cheapKdf, password, quickDerive } from './vault/vault-fixture'

const person = (subject: string, label: string, owner: boolean) => ({
  actor: { subject: Subject.parse(subject), label, org: 'org_test', owner } satisfies Actor,
  callbackOrigin: 'http://127.0.0.1:41234',
})
export const ada = person('ada', 'Ada', true)
export const grace = person('grace', 'Grace', false)

export interface TestSession {
  session: Session
  clock: FakeClock
  files: FakeFiles
  logger: FakeLogger
  changes: Change[]
  /** What every request is answered with; a test puts its own in. */
  network: { answer: Fetch }
  /** Locks and unlocks. */
  reopen(): Promise<void>
}

/** A session of a new vault, on a disk in memory; closed when the test ends. */
export async function testSession(): Promise<TestSession> {
  const changes: Change[] = []
  const network: TestSession['network'] = { answer: fetch }
  const running = { clock: new FakeClock(), files: new FakeFiles(), logger: new FakeLogger(), changes, network }
  const publish = (change: Change) => changes.push(change)
  const askNetwork: Fetch = (url, init) => network.answer(url, init)
  const { clock, files, logger } = running
  const ports = { clock, files, logger, fetch: askNetwork, random: () => 0.5, derive: quickDerive, publish }
  const options = { demo: false, endpoints: {}, firstApps: {}, kdf: cheapKdf }
  const test: TestSession = {
    ...running,
    session: await openSession(ports, options, { create: true, password }),
    reopen: async () => {
      await test.session.close()
      test.session = await openSession(ports, options, { create: false, password })
    },
  }
  onTestFinished(() => test.session.close())
  return test
}
