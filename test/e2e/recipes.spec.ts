import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, testOnOneDemo } from './fixtures'
import { choose, deployAndRun, importSample, outputOf } from './recipe-steps'
import { connect } from './steps'

const test = testOnOneDemo()
const passport = 'neurocadUserIdentityApi'

// One history: the connections of the first are used by the others.
test.describe
  .serial('the samples run to the end, and what they did is there when the provider is asked', () => {
    test('an issue in the repository, and a message about it in the channel', async ({ page, demo, context }) => {
      await connect(page, demo, 'slackApi')
      await connect(page, demo, 'githubApi')
      await importSample(page, demo, 'Open an issue and tell Slack')
      await expect(page.getByText('2 things stop this recipe')).toBeVisible()
      await choose(page, 'issue')
      await choose(page, 'tell')
      await deployAndRun(page)
      const { url, number } = await outputOf<{ url: string; number: number }>(page, demo, 'issue')
      const provider = await context.newPage()
      await provider.goto(url)
      await expect(provider.getByRole('heading', { name: 'Check the decoupling of the new regulator' })).toBeVisible()
      await provider.goto(demo.facts.slack)
      await expect(provider.getByText(`Opened issue ${number}: ${url}`)).toBeVisible()
      await provider.close()
    })

    test('links that show a part’s files to whoever has them', async ({ page, demo, context }) => {
      await connect(page, demo, passport)
      await importSample(page, demo, 'Share a part with somebody')
      for (const node of ['library', 'schematic', 'share_symbol', 'share_schematic']) await choose(page, node, { grant: true })
      await deployAndRun(page)
      const visitor = await context.newPage()
      for (const [node, ending] of [
        ['share_symbol', '.kicad_sym'],
        ['share_schematic', '.kicad_sch'],
      ] as const) {
        await visitor.goto((await outputOf<{ url: string }>(page, demo, node)).url)
        await expect(visitor.getByRole('heading', { name: ending })).toBeVisible()
      }
      await visitor.close()
    })

    test('a file in the inbox of this computer, with the right hash, and nothing beside it', async ({ page, demo }) => {
      await importSample(page, demo, 'Send a symbol to my desktop')
      for (const node of ['library', 'send']) await choose(page, node, { grant: true })
      await deployAndRun(page)
      const [asset] = (await outputOf<{ assets: { sha256: string; fileName: string }[] }>(page, demo, 'library')).assets
      await demo.open(page, '/inbox')
      await expect(page.getByText('Receiving as')).toBeVisible()
      const row = page
        .getByRole('main')
        .getByText(asset?.fileName ?? '', { exact: false })
        .first()
      await expect(row).toBeVisible()
      await expect
        .poll(async () => (await demo.api.call<{ items: { state: string }[] }>('/inbox')).items.map(({ state }) => state))
        .toEqual(['received'])
      const { items } = await demo.api.call<{ items: { path: string; sha256: string }[] }>('/inbox')
      const { path = '', sha256 } = items[0] ?? {}
      expect(
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ).toBe(asset?.sha256)
      expect(sha256).toBe(asset?.sha256)
      expect(await readdir(dirname(path))).toEqual([path.slice(dirname(path).length + 1)])
    })

    test('what a broken connection stops is said at once, and Reconnect is the way out', async ({ page, demo }) => {
      await demo.open(page, '/recipes')
      await expect(page.getByText('Would deploy now')).toHaveCount(3)
      const { items } = await demo.api.call<{ items: { id: string; type: string }[] }>('/connect/connections?type=slackApi')
      await demo.api.call('/demo/revoke-tokens', 'POST', 'owner', { connectionId: items[0]?.id })
      await expect(page.getByText('Would deploy now')).toHaveCount(2)
      await page.getByText('Open an issue and tell Slack').click()
      await expect(page.getByText('1 thing stops this recipe')).toBeVisible()
      await expect(page.getByRole('button', { name: /^Reconnect/ }).first()).toBeVisible()
    })
  })

test('a teammate who deploys a recipe with the owner’s Passport learns that only its owner can, and nothing else', async ({
  demo,
  page: _page,
}) => {
  const { items } = await demo.api.call<{ items: { id: string; name: string }[] }>('/recipes', 'GET', 'teammate')
  const sending = items.find(({ name }) => name === 'Send a symbol to my desktop')
  const refused = await demo.api.ask<{ data: { problems: object[] } }>(`/recipes/${sending?.id}/deployments`, 'POST', 'teammate')
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    code: 'WORKFLOW_CREDENTIAL_GRANT',
    data: {
      problems: [
        { nodeId: 'library', code: 'PASSPORT_OWNER_ONLY' },
        { nodeId: 'send', code: 'PASSPORT_OWNER_ONLY' },
      ],
    },
  })
  const recipe = await demo.api.call<object>(`/recipes/${sending?.id}`, 'GET', 'teammate')
  for (const said of [refused.body, recipe]) expect(JSON.stringify(said)).not.toContain('cred_')
})
