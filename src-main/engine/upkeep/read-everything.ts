import { restoreDrillWords } from '../../../src-shared/words/en/restore-drill'
import type { VaultFiles } from '../port'
import { readHistoryBlock } from '../vault/history-segment'
import type { LiveState } from '../vault/live-state'
import { providerAppRecord } from '../vault/projection'
import type { HistoryPlace } from '../vault/record-directory'
import { secretOpens, splitSecret } from '../vault/record-secret'
import type { VaultKeys } from '../vault/vault-keys'

/** A record that may have a secret and a history, and what a person calls it. */
interface Held {
  record: string
  n: number
  name: string
}

/** More would be the same sentence again and again, in an event that is kept for good. */
const MOST_NAMED = 10

/** Opens every secret and every block of history, one at a time. */
export async function readEverything(files: VaultFiles, keys: VaultKeys, state: LiveState) {
  const closed: string[] = []
  let secrets = 0
  let secretsOpened = 0
  for (const held of records(state)) {
    const opens = await secretOf(keys, state, held)
    if (opens !== undefined) secrets += 1
    if (opens) secretsOpened += 1
    else if (opens === false) closed.push(restoreDrillWords.secretClosed(held.name))
    if (!(await historyOpens(files, keys, state, held))) closed.push(restoreDrillWords.historyClosed(held.name))
  }
  const connections = Number(state.store.one("SELECT count(*) AS count FROM connection WHERE status <> 'revoked'")?.count)
  const problems = closed.slice(0, MOST_NAMED)
  if (closed.length > MOST_NAMED) problems.push(restoreDrillWords.more(closed.length - MOST_NAMED))
  return { secrets, secretsOpened, connections, problems }
}

function records({ store }: LiveState): Held[] {
  const connections = store.all('SELECT id, n, name FROM connection')
  const apps = store.all('SELECT type, n FROM provider_app')
  return [
    { record: 'vault', n: 0, name: 'vault' },
    ...connections.map(({ id, n, name }) => ({ record: String(id), n: Number(n), name: String(name) })),
    ...apps.map(({ type, n }) => ({ record: providerAppRecord(String(type)), n: Number(n), name: String(type) })),
  ]
}

/** Whether its secret opens; undefined where it has none. */
async function secretOf(keys: VaultKeys, state: LiveState, { record, n }: Held): Promise<boolean | undefined> {
  const fresh = state.fresh.get(record)
  const place = fresh ? undefined : state.directory.blob(n)
  const sealed = fresh ?? (place && state.snapshot ? splitSecret(await state.snapshot.readBlob(place)) : undefined)
  return sealed && secretOpens(keys.vaultId, record, keys.keks, sealed)
}

async function historyOpens(files: VaultFiles, keys: VaultKeys, state: LiveState, { record, n }: Held): Promise<boolean> {
  try {
    let at: HistoryPlace | null | undefined = state.directory.history(n)
    while (at) {
      const block: { before: HistoryPlace | null } = await readHistoryBlock(files, keys, record, at)
      at = block.before
    }
    return true
  } catch {
    // Changed, cut off or missing altogether: none of it can be read, and that is what is asked here.
    return false
  }
}
