import { unlockVault } from '../../../src-main/engine/vault/unlock-vault'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { RecipeDocument } from '../../../src-shared/domain/recipe/recipe'
import { FakeFiles } from '../../fakes/files'
import { password, quickDerive } from '../vault/vault-fixture'
import { type CanaryRun, me } from './canary-run'
import { grace } from './engine-fixture'

const recipe = RecipeDocument.parse({
  format: 1,
  name: 'Parts of Larkspur',
  nodes: [
    { id: 'hook', kind: 'webhook.trigger', name: 'Orders' },
    { id: 'part', kind: 'library', name: 'Part', params: { part: 'NE555P' } },
  ],
  edges: [{ from: 'hook', to: 'part' }],
})

/** A recipe that is granted a Passport and has a source of webhooks; everybody reads all that there is to read of it. */
export async function goThroughGrants({ engine, secrets, attempt }: CanaryRun, passport: ConnectionId): Promise<void> {
  const { recipe: recipes, grant } = engine.useCases
  const { id } = await recipes.import(me, recipe)
  await attempt(recipes.choose(me, { id, nodeId: 'part', connectionId: passport }))
  await attempt(recipes.choose(grace, { id, nodeId: 'part', connectionId: passport }))
  for (const pasted of [undefined, 'a-secret-that-the-sender-chose', 'whsec_unfit, for it is no base64']) {
    if (pasted !== undefined) secrets.add('webhook secret', pasted)
    const made = await attempt(
      // Its own answer is where the secret is to be told, and the only place.
      recipes.makeWebhook(me, { id, nodeId: 'hook', ...(pasted === undefined ? {} : { secret: pasted }) }).then((answer) => {
        if (answer.secret !== null) secrets.add('webhook secret', answer.secret)
        return { ...answer, secret: null }
      }),
    )
    await attempt(Promise.resolve(made))
  }
  for (const reader of [me, grace]) {
    await attempt(recipes.get(reader, { id }))
    await attempt(recipes.list(reader, {}))
    await attempt(recipes.preflight(reader, { id }))
    for (const nodeId of ['hook', 'part']) await attempt(recipes.credentialOptions(reader, { id, nodeId }))
    await attempt(recipes.usage(reader, { id: passport }))
    const given = await attempt(grant.list(reader, undefined))
    for (const one of given?.items ?? []) await attempt(grant.revoke(grace, { id: one.id }))
  }
}

/** The key that their grants are signed with is told nobody: only who opens the vault's files can know what to look for. */
export async function learnSigner({ files, secrets, clock, logger }: CanaryRun): Promise<void> {
  const copy = new FakeFiles()
  for (const [name, bytes] of files.contents) copy.contents.set(name, bytes.slice())
  const vault = await unlockVault({ files: copy, clock, logger, derive: quickDerive }, { password, demo: false })
  const seed = (await vault.secret(`signer:${me.actor.subject}`))?.seed
  await vault.close()
  if (seed === undefined) throw new Error('no grant was signed')
  secrets.add('signing seed', seed)
  secrets.add('signing seed', new Uint8Array(Buffer.from(seed, 'base64url')))
}
