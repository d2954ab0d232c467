import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecipeView } from '../../src-shared/contract/recipe'
import type { RunView } from '../../src-shared/contract/run'
import { incompleteParams } from '../../src-shared/domain/recipe/missing-params'
import { credentialNeed } from '../../src-shared/domain/recipe/node-kind'
import { RecipeDocument } from '../../src-shared/domain/recipe/recipe'
import { recipeProblems } from '../../src-shared/domain/recipe/recipe-problems'
import { type DemoServe, startDemoServe } from '../host/demo-serve'

const folder = join(import.meta.dirname, '../../resources/recipes')
const names = (await readdir(folder)).sort()
const sample = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))

let demo: DemoServe
/** The owner's connections by type. */
let connections: Record<string, string>
beforeAll(async () => {
  demo = await startDemoServe()
  connections = {}
  for (const type of ['slackApi', 'githubApi', 'neurocadUserIdentityApi']) connections[type] = await demo.add(type)
})
afterAll(() => demo.close())

/** Imports a sample, chooses the owner's connection for each node that needs one, deploys it and runs it to its end. */
async function run(name: string): Promise<RunView> {
  const imported = await demo.call<RecipeView>('POST', '/recipes', await sample(name))
  expect(imported.status).toBe(201)
  for (const { id, kind } of imported.body.nodes) {
    const { slot } = credentialNeed[kind]
    if (slot === null) continue
    const path = `/recipes/${imported.body.id}/nodes/${id}/credential`
    expect((await demo.call('PUT', path, { connectionId: connections[slot] })).status).toBe(200)
  }
  const deployed = await demo.call<{ id: string }>('POST', `/recipes/${imported.body.id}/deployments`, {})
  expect([deployed.status, deployed.body]).toEqual([201, expect.anything()])
  const ran = await demo.call<RunView>('POST', `/deployments/${deployed.body.id}/runs`, {})
  expect(ran.body.nodes.map(({ nodeId, status, error }) => [nodeId, status, error])).toEqual(
    ran.body.nodes.map(({ nodeId }) => [nodeId, 'succeeded', null]),
  )
  expect([ran.status, ran.body.status]).toEqual([201, 'succeeded'])
  return ran.body
}
const outputOf = <Output>({ nodes }: RunView, id: string) => nodes.find(({ nodeId }) => nodeId === id)?.output as Output

test('there are three', () => {
  expect(names).toEqual(['issue-to-slack.json', 'part-to-share-links.json', 'symbol-to-desktop.json'])
})

test.each(names)('%s is a whole recipe, in which nobody’s connections are left to take out', async (name) => {
  const recipe = RecipeDocument.parse(await sample(name))
  expect(recipeProblems(recipe)).toEqual([])
  expect(incompleteParams(recipe.nodes)).toEqual([])
  expect(recipe.nodes.filter(({ credential }) => credential !== undefined)).toEqual([])
})

test('the first opens an issue, and its link is in the channel', async () => {
  const ran = await run('issue-to-slack.json')
  const { url, number } = outputOf<{ url: string; number: number }>(ran, 'issue')
  const issue = await fetch(url, { headers: { accept: 'text/html' } })
  expect(await issue.text()).toContain('Check the decoupling of the new regulator')
  const said = await (await fetch(demo.ready.demo?.slack ?? '')).text()
  expect(said).toContain(`Opened issue ${number}: ${url}`)
})

test('the second makes the files of a part, and its links open for whoever has them', async () => {
  const ran = await run('part-to-share-links.json')
  for (const [made, shared] of [
    ['library', 'share_symbol'],
    ['schematic', 'share_schematic'],
  ] as const) {
    const [asset] = outputOf<{ assets: { sha256: string }[] }>(ran, made).assets
    const { url } = outputOf<{ url: string }>(ran, shared)
    const file = createHash('sha256').update(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(file.digest('hex')).toBe(asset?.sha256)
  }
})

test('the third hands its file to the session manager, for the desktop of who deployed it', async () => {
  const ran = await run('symbol-to-desktop.json')
  expect(outputOf(ran, 'send')).toMatchObject({ id: expect.stringMatching(/^delivery_/) })
})
