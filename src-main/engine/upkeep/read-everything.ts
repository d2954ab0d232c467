import { restoreDrillWords } from '../../../src-shared/words/en/restore-drill'
import type { VaultFiles } from '../port'
import { EarlierGeneration } from '../vault/earlier-generation'
import type { HeaderBody } from '../vault/header-codec'
import type { LiveState } from '../vault/live-state'
import { secretOpens, splitSecret } from '../vault/record-secret'
import type { VaultKeys } from '../vault/vault-keys'
import { verifyChain } from '../vault/verify-chain'
import { type HeldRecord, heldRecords } from './held-records'

/** Told how many of the secrets were opened. */
export type ReadProgress = (done: number, of: number) => void

/** More would be the same sentence again and again, in an event that is kept for good. */
const MOST_NAMED = 10

interface Vault {
  files: VaultFiles
  keys: VaultKeys
  state: LiveState
  header: Pick<HeaderBody, 'snapshot' | 'oldest'>
}

/** Opens every secret, every event from the first, and the generation that the newest could be rebuilt from. */
export async function readEverything({ files, keys, state, header }: Vault, progress: ReadProgress = () => undefined) {
  const held = [...heldRecords(state)]
  const { secrets, closed } = await openSecrets(keys, state, held, progress)
  const chain = await verifyChain({ files, keys, state })
  const problems = shortened(closed.map(({ name }) => restoreDrillWords.secretClosed(name)))
  problems.push(...shortened([...new Set(chain.damaged.map(({ file }) => restoreDrillWords.fileDamaged(file)))]))
  problems.push(...shortened(chain.gaps.map(({ first, last }) => restoreDrillWords.eventsMissing(first, last))))
  problems.push(...shortened(chain.broken.map((sequence) => restoreDrillWords.chainBroken(sequence))))
  if (header.oldest.snapshot < header.snapshot && state.generation === header.snapshot)
    problems.push(...(await earlierProblems(files, keys, state)))
  const connections = Number(state.store.one("SELECT count(*) AS count FROM connection WHERE status <> 'revoked'")?.count)
  return {
    ...{ secrets, secretsOpened: secrets - closed.length, connections, problems },
    closedSecrets: closed.map(({ record }) => record),
  }
}

function shortened(problems: string[]): string[] {
  const named = problems.slice(0, MOST_NAMED)
  return problems.length > MOST_NAMED ? [...named, restoreDrillWords.more(problems.length - MOST_NAMED)] : named
}

async function openSecrets(keys: VaultKeys, state: LiveState, held: readonly HeldRecord[], progress: ReadProgress) {
  let secrets = 0
  const closed: HeldRecord[] = []
  for (const [index, record] of held.entries()) {
    const opens = await secretOf(keys, state, record)
    if (opens !== undefined) secrets += 1
    if (opens === false) closed.push(record)
    progress(index + 1, held.length)
  }
  return { secrets, closed }
}

/** Whether its secret opens; undefined where it has none. */
async function secretOf(keys: VaultKeys, state: LiveState, { record, n }: HeldRecord): Promise<boolean | undefined> {
  const fresh = state.fresh.get(record)
  const place = fresh ? undefined : state.directory.blob(n)
  const sealed = fresh ?? (place && state.snapshot ? splitSecret(await state.snapshot.readBlob(place)) : undefined)
  return sealed && secretOpens(keys.vaultId, record, keys.keks, sealed)
}

/** The generation that would take the newest one's place has to be as good as it. */
async function earlierProblems(files: VaultFiles, keys: VaultKeys, { snapshot }: LiveState): Promise<string[]> {
  const earlier = snapshot && (await EarlierGeneration.open(files, keys, snapshot.head))
  if (!earlier) return [restoreDrillWords.earlierClosed]
  try {
    const { closed } = await openSecrets(keys, earlier.state, [...heldRecords(earlier.state)], () => undefined)
    return closed.length === 0 ? [] : [restoreDrillWords.earlierSecrets(closed.length)]
  } finally {
    await earlier.close()
  }
}
