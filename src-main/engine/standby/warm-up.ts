import { Subject } from '../../../src-shared/domain/identifiers'
import type { Clock, Logger } from '../port'
import { openSession } from '../session'
import { createVault } from '../vault/create-vault'
import { defaultKdf } from '../vault/kdf-settings'
import { randomBytes } from '../vault/seal'
import { MemoryFiles } from './memory-files'

const silent: Logger = { info: () => undefined, error: () => undefined }

/**
 * Makes a vault in memory, writes a snapshot of it, opens it as a person's is opened, and forgets it: what runs then for the first time is
 * read, compiled and made ready, and would hold up whoever unlocks. Nothing of anybody's vault is touched, and nothing leaves the thread.
 */
export async function warmUp(clock: Clock): Promise<void> {
  const key = randomBytes(32)
  // Erased by whoever asks, as a derived key is.
  const derive = async () => key.slice()
  const ports = {
    clock,
    files: new MemoryFiles(),
    logger: silent,
    derive,
    random: Math.random,
    publish: () => undefined,
    fetch: refused,
  }
  const [password, demo] = ['', false]
  const made = await createVault({ ...ports, compactFrom: 0 }, { password, demo, kdf: defaultKdf })
  await made.settled()
  await made.close()
  const session = await openSession(ports, { demo, endpoints: {}, firstApps: {} }, { create: false, password })
  const context = { actor: { subject: Subject.parse('nobody'), label: '', org: '', owner: true }, callbackOrigin: null }
  const { operator, settings, directory, connection } = session.useCases
  await operator.provision(context, { kind: 'absent' })
  await settings.get(context, undefined)
  await directory.list(context, {})
  await connection.list(context, { query: 'a' })
  await session.close()
}

const refused = () => Promise.reject(new Error('a vault that is made up asks nobody'))
