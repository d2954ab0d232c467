import { expect, type Page } from '@playwright/test'
import type { Program } from './drivers/driver'

/** Imports one of the samples by its button, which leads to its page. */
export async function importSample(page: Page, demo: Program, name: string): Promise<void> {
  await demo.open(page, '/recipes')
  const sample = page.getByRole('button', { name: `Import ${name}` })
  const recipes = page.getByRole('main').getByRole('option')
  await expect(sample.or(recipes).first()).toBeVisible()
  // They stand on the page while there are no recipes, and in the import dialog from then on.
  if (await recipes.first().isVisible()) await page.getByRole('button', { name: 'Import', exact: true }).click()
  await sample.click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Chooses the connection that the picker offers for a node; `grant` where that signs a grant. */
export async function choose(page: Page, nodeId: string, { grant = false } = {}): Promise<void> {
  const here = new URL(page.url())
  here.search = `?node=${nodeId}`
  await page.goto(here.href)
  const panel = page.locator(`[data-node-panel=${nodeId}]`)
  await panel.getByRole('button', { name: grant ? 'Use and grant' : 'Use this connection' }).click()
  await expect(panel.getByText('In use', { exact: false })).toBeVisible()
  if (grant) await expect(panel.getByText('Granted by you for what this node does now.')).toBeVisible()
}

/** Deploys the recipe of the page and runs what was deployed; ends on the page of the run, which succeeded. */
export async function deployAndRun(page: Page): Promise<void> {
  await expect(page.getByText('Would deploy now')).toBeVisible()
  await page.getByRole('button', { name: 'Deploy', exact: true }).click()
  await page.getByRole('button', { name: 'Run now' }).click()
  await expect(page).toHaveURL(/\/runs\/run_/)
  await expect(page.getByRole('status').filter({ hasText: 'Succeeded' })).toBeVisible()
}

interface RunNode {
  nodeId: string
  output: unknown
}

/** What a node of the run on the page gave, as a script reads it. */
export async function outputOf<Output>(page: Page, demo: Program, nodeId: string): Promise<Output> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { nodes } = await demo.api.call<{ nodes: RunNode[] }>(`/runs/${id}`)
  return nodes.find((node) => node.nodeId === nodeId)?.output as Output
}
