import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { preflightNow } from '../../../src-main/engine/recipe/preflight-now'
import { ada, grace } from '../session-fixture'
import { fieldsOf, library, post, type RecipeBench, recipeBench, recipeOf, refusal, start } from './recipe-fixture'

const passport = 'neurocadUserIdentityApi'

/** A recipe of the owner's with a Library node that they granted their Passport to. */
async function granted(bench: RecipeBench, more: { expiresAt?: string } = {}) {
  await bench.add({ type: 'serviceApi', managed: true })
  const mine = await bench.add({ type: passport })
  const { id } = await bench.recipe.import(ada, recipeOf(start, library()))
  const recipe = await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine, ...more })
  return { id, mine, recipe }
}

const codes = async (bench: RecipeBench, id: never, who = ada) =>
  (await bench.recipe.preflight(who, { id })).problems.map(({ code }) => code)
const onlyGrant = async (bench: RecipeBench) => {
  const [grant, ...others] = (await bench.grant.list(ada, undefined as never)).items
  expect(others).toEqual([])
  if (grant === undefined) throw new Error('there is no grant')
  return grant
}

test('selecting one’s own Passport grants it, and a receipt says so that anybody can check', async () => {
  const bench = await recipeBench()
  const { id, mine, recipe } = await granted(bench)
  expect(recipe.nodes[1]).toMatchObject({ credential: { connectionId: mine }, grant: 'active' })
  expect(recipe.verdict).toEqual({ ok: true, problems: [], incomplete: [] })
  await bench.reopen()
  const grant = await onlyGrant(bench)
  expect(grant).toMatchObject({
    recipeId: id,
    nodeId: 'part',
    connectionId: mine,
    status: 'active',
    verified: true,
    expiresAt: null,
  })
  const { payload, signature, publicKey } = grant.receipt
  expect(JSON.parse(payload)).toEqual({
    ...{ format: 1, grant: grant.id, recipe: id, node: 'part', connection: mine, act: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ...{ owner: 'ada', at: grant.at, expiresAt: null },
  })
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey }
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  expect(verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url'))).toBe(true)
  expect(await codes(bench, id as never)).toEqual([])
})

test('a teammate learns that only the owner can grant it, and nothing else', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  await bench.move(mine, 'error')
  const seen = [
    await bench.recipe.get(grace, { id }),
    await bench.recipe.preflight(grace, { id }),
    await bench.recipe.credentialOptions(grace, { id, nodeId: 'part' }),
    await bench.recipe.list(grace, {}),
    await bench.grant.list(grace, undefined as never),
  ]
  const [view, verdict, options] = seen as [{ nodes: unknown[] }, { problems: unknown[] }, unknown]
  expect(view.nodes[1]).toEqual({ ...library(), credential: { private: true } })
  expect(verdict.problems).toEqual([
    { nodeId: 'part', nodeName: 'Part', code: 'PASSPORT_OWNER_ONLY', message: expect.any(String), recovery: 'select' },
  ])
  expect(options).toMatchObject({ hidden: true, selected: null, items: [], total: 0, empty: { type: passport } })
  expect(JSON.stringify(seen)).not.toContain(mine)
  expect(JSON.stringify(seen)).not.toContain('error')
  const mustNot = [
    bench.recipe.usage(grace, { id: mine }),
    bench.recipe.choose(grace, { id, nodeId: 'part', connectionId: mine }),
    bench.recipe.rebind(grace, { id: mine, to: await bench.add({ type: passport, owner: grace }) }),
    bench.grant.revoke(grace, { id: (await onlyGrant(bench)).id }),
  ]
  for (const refused of mustNot) expect(await refusal(refused)).toMatchObject({ code: 'NOT_FOUND' })
})

test('a teammate who edits the recipe keeps the owner’s binding where it says so, and cannot bring it elsewhere', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  const shown = await bench.recipe.get(grace, { id })
  const nodes = shown.nodes.map(({ grant: _, ...node }) => node)
  const written = { id, format: 1 as const, name: 'Renamed', nodes, edges: shown.edges }
  await bench.recipe.replace(grace, written)
  expect((await bench.recipe.get(ada, { id })).nodes[1]).toMatchObject({ credential: { connectionId: mine }, grant: 'active' })
  const moved = { ...written, nodes: nodes.map((node) => (node.id === 'part' ? { ...node, id: 'else' } : node)), edges: [] }
  expect(await fieldsOf(bench.recipe.replace(grace, moved))).toEqual(['nodes.1.credential'])
  const changed = { ...written, nodes: nodes.map((node) => (node.id === 'part' ? { ...node, params: { part: 'LM358' } } : node)) }
  await bench.recipe.replace(grace, changed)
  expect((await bench.recipe.get(ada, { id })).nodes[1]).toMatchObject({
    credential: { connectionId: mine },
    grant: 'earlier_version',
  })
  expect(await codes(bench, id as never)).toEqual(['GRANT_MISSING'])
  expect(await codes(bench, id as never, grace)).toEqual(['PASSPORT_OWNER_ONLY'])
})

test('a recipe is taken back as it was shown, with what is told of it besides', async () => {
  const bench = await recipeBench()
  const { recipe } = await granted(bench)
  expect(recipe.nodes[1]?.grant).toBe('active')
  const again = await bench.recipe.replace(ada, recipe)
  expect(again).toEqual({ ...recipe, version: recipe.version + 1 })
})

test('a node that does something else stands under a grant for an earlier version; its name may change', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  const replace = (node: ReturnType<typeof library>) => bench.recipe.replace(ada, { ...recipeOf(start, node), id })
  const own = { connectionId: mine }
  expect((await replace({ ...library(own), name: 'Renamed' })).nodes[1]?.grant).toBe('active')
  expect((await replace({ ...library(own), params: { part: 'LM358' } })).nodes[1]?.grant).toBe('earlier_version')
  expect((await onlyGrant(bench)).status).toBe('earlier_version')
  const again = await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })
  expect(again.nodes[1]?.grant).toBe('active')
  expect(await codes(bench, id as never)).toEqual([])
})

test('what a deployment pinned stands under its grant, whatever becomes of the draft, until that is revoked', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  const pinned = [library({ connectionId: mine })]
  await bench.recipe.replace(ada, { ...recipeOf(start, { ...library({ connectionId: mine }), params: { part: 'LM358' } }), id })
  expect(preflightNow(bench, ada.actor, id, pinned)).toEqual([])
  await bench.grant.revoke(ada, { id: (await onlyGrant(bench)).id })
  expect(preflightNow(bench, ada.actor, id, pinned)).toMatchObject([{ code: 'GRANT_MISSING' }])
})

test('a revoked grant is none, and stays revoked', async () => {
  const bench = await recipeBench()
  const { id } = await granted(bench)
  const { id: grantId } = await onlyGrant(bench)
  const revoked = await bench.grant.revoke(ada, { id: grantId })
  expect(revoked).toMatchObject({ status: 'revoked', revokedAt: expect.any(String), verified: true })
  bench.clock.advance(60_000)
  expect(await bench.grant.revoke(ada, { id: grantId })).toEqual(revoked)
  await bench.reopen()
  expect((await bench.recipe.get(ada, { id })).nodes[1]?.grant).toBe('revoked')
  expect(await codes(bench, id as never)).toEqual(['GRANT_MISSING'])
})

test('granting the same again takes the place of what was granted before, and nothing else of it', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  const pinned = [library({ connectionId: mine })]
  const expiresAt = new Date(bench.clock.now() + 60_000).toISOString()
  await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine, expiresAt })
  const other = { ...library({ connectionId: mine }), params: { part: 'LM358' } }
  await bench.recipe.replace(ada, { ...recipeOf(start, other), id })
  await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })
  const { items } = await bench.grant.list(ada, undefined as never)
  expect(items.map(({ status }) => status)).toEqual(['active', 'earlier_version', 'revoked'])
  expect(preflightNow(bench, ada.actor, id, pinned)).toEqual([])
  bench.clock.advance(60_000)
  expect(preflightNow(bench, ada.actor, id, pinned)).toMatchObject([{ code: 'GRANT_MISSING' }])
  expect(await codes(bench, id as never)).toEqual([])
})

test('a grant runs out at its time, for verdicts that were looked at before too', async () => {
  const bench = await recipeBench()
  const expiresAt = new Date(bench.clock.now() + 60_000).toISOString()
  const { id } = await granted(bench, { expiresAt })
  bench.clock.advance(59_999)
  expect((await bench.recipe.get(ada, { id })).verdict.ok).toBe(true)
  bench.heard()
  bench.clock.advance(1)
  expect(bench.heard()).toEqual([`recipes ${id} to ada`, 'grants to ada'])
  const view = await bench.recipe.get(ada, { id })
  expect(view).toMatchObject({ verdict: { ok: false, problems: [{ code: 'GRANT_MISSING', recovery: 'grant' }] } })
  expect(view.nodes[1]?.grant).toBe('expired')
  expect((await onlyGrant(bench)).status).toBe('expired')
})

test('a grant of somebody who left is none, until they are back', async () => {
  const bench = await recipeBench()
  const { id } = await granted(bench)
  await bench.staging.leave(ada, { subject: 'ada' })
  expect(await codes(bench, id as never)).toEqual(['GRANT_MISSING'])
  expect((await bench.recipe.get(ada, { id })).verdict.ok).toBe(false)
  expect((await onlyGrant(bench)).status).toBe('owner_gone')
  await bench.staging.comeBack(ada, { subject: 'ada' })
  expect((await bench.recipe.get(ada, { id })).verdict.ok).toBe(true)
})

test('a Passport that lost its binding has no subject until it is reconnected', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  await bench.staging.takeBinding(ada, { connectionId: mine })
  expect(await codes(bench, id as never)).toEqual(['CREDENTIAL_NO_SUBJECT'])
  await bench.reconnect(mine)
  expect(await codes(bench, id as never)).toEqual([])
  expect(await fieldsOf(bench.staging.takeBinding(ada, { connectionId: await bench.add() }))).toEqual(['connectionId'])
})

test.each([
  ['payload', 'payload = replace(payload, \'"expiresAt":null\', \'"expiresAt":1\')'],
  ['expiry', 'expires_at = 4102444800000'],
  ['connection', "connection_id = 'cred_else', payload = replace(payload, connection_id, 'cred_else')"],
  ['signature', "signature = 'A' || substr(signature, 2) || 'A'"],
  ['key', "public_key = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"],
  ['act', "act = 'ff' || substr(act, 3), payload = replace(payload, act, 'ff' || substr(act, 3))"],
])('a receipt whose %s was changed is no grant', async (_, change) => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  bench.vault.store.run(`UPDATE grant_given SET ${change}`)
  expect(await codes(bench, id as never)).toEqual(['GRANT_MISSING'])
  expect(preflightNow(bench, ada.actor, id, [library({ connectionId: mine })])).toMatchObject([{ code: 'GRANT_MISSING' }])
})

test('all grants of one person are signed with one key, which is made once and sealed', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  await Promise.all([1, 2, 3].map(() => bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })))
  const theirs = await bench.add({ type: passport, owner: grace })
  await bench.recipe.choose(grace, { id, nodeId: 'part', connectionId: theirs })
  const keys = bench.vault.store.all('SELECT DISTINCT owner_subject, public_key FROM grant_given')
  expect(keys.map(({ owner_subject }) => owner_subject).sort()).toEqual(['ada', 'grace'])
  expect(Object.keys((await bench.vault.secret('signer:ada')) ?? {})).toEqual(['seed'])
})

test('two first grants at once make one key', async () => {
  const bench = await recipeBench()
  const mine = await bench.add({ type: passport })
  const { id } = await bench.recipe.import(ada, recipeOf(start, library()))
  await Promise.all([1, 2].map(() => bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })))
  const { items } = await bench.grant.list(ada, undefined as never)
  expect(items.map(({ verified }) => verified)).toEqual([true, true])
})

test('a key that does not open is followed by another, and what it signed is granted again', async () => {
  const bench = await recipeBench()
  const { id, mine } = await granted(bench)
  const body = { kind: 'signer.made', record: 'signer:ada', data: { publicKey: 'x' } } as const
  const secret = bench.vault.sealSecret('signer:else', { seed: 'x' })
  const decide = () => ({ events: [{ body, secret }], result: () => undefined })
  await bench.vault.commit<void>({ actor: null, touches: [], decide })
  expect(await onlyGrant(bench)).toMatchObject({ status: 'active', verified: false })
  const view = await bench.recipe.get(ada, { id })
  expect(view).toMatchObject({ verdict: { problems: [{ code: 'GRANT_MISSING' }] } })
  expect(view.nodes[1]?.grant).toBe('missing')
  expect((await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })).verdict.ok).toBe(true)
})

test('what does not fit is refused by its field, and nothing is granted', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  const managed = await bench.add({ type: 'serviceApi', managed: true })
  const mine = await bench.add({ type: passport })
  const { id } = await bench.recipe.import(ada, recipeOf(start, library(), post()))
  const bind = (nodeId: string, connectionId: typeof slack | null, expiresAt?: string) =>
    bench.recipe.choose(ada, { id, nodeId, connectionId, ...(expiresAt === undefined ? {} : { expiresAt }) })
  const soon = new Date(bench.clock.now() + 1000).toISOString()
  const now = new Date(bench.clock.now()).toISOString()
  expect(await fieldsOf(bind('part', slack))).toEqual(['connectionId'])
  expect(await fieldsOf(bind('post', mine))).toEqual(['connectionId'])
  expect(await fieldsOf(bind('start', slack))).toEqual(['connectionId'])
  expect(await fieldsOf(bind('post', managed))).toEqual(['connectionId'])
  expect(await fieldsOf(bind('part', mine, now))).toEqual(['expiresAt'])
  expect(await fieldsOf(bind('post', slack, soon))).toEqual(['expiresAt'])
  expect(await fieldsOf(bind('post', null, soon))).toEqual(['expiresAt'])
  expect(await refusal(bind('gone', slack))).toEqual({ code: 'NOT_FOUND' })
  expect((await bench.grant.list(ada, undefined as never)).items).toEqual([])
  expect(bench.vault.store.all('SELECT * FROM signer')).toEqual([])
  expect((await bind('post', slack)).nodes[2]).toEqual(post({ connectionId: slack }))
  expect((await bind('post', null)).nodes[2]).toEqual(post())
})

test('the grants of a removed recipe say so', async () => {
  const bench = await recipeBench()
  const { id } = await granted(bench)
  await bench.recipe.remove(grace, { id })
  expect(await onlyGrant(bench)).toMatchObject({ status: 'recipe_removed', recipeName: 'Parts', verified: true })
})
