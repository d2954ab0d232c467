import type { Page } from '@playwright/test'
import { recipeId } from '../../../fakes/client-recipes'
import { runId } from '../../../fakes/client-runs'
import { clickIcon, connection, inDialog, press, type Scene } from '../scene'

const world = 'recipes=3&connections=45&types=all'
/** The recipes of `client-recipe-data.ts`: one that would be deployed, two that would not. */
const recipe = (nth: number, node?: string) => `/recipes/${recipeId(nth)}?${node === undefined ? '' : `node=${node}&`}${world}`

export const recipes: readonly Scene[] = [
  { name: 'recipes', address: '/recipes?recipes=40&connections=45&types=all' },
  { name: 'recipes with none there', address: '/recipes?recipes=0' },
  {
    name: 'recipe that is refused',
    address: `/recipes?${world}`,
    async act(page) {
      await page.keyboard.press('i')
      await page.getByRole('dialog').getByRole('textbox').fill('{ "name": "A", "nodes": [{ "kind": "bad" }] }')
      await page.getByRole('dialog').locator('button[type=submit]').click()
    },
    shows: '[role=alert] code',
  },
  { name: 'recipe that would be deployed', address: recipe(0, 'file'), shows: '[role=radiogroup]' },
  { name: 'recipe that was not to be deployed', address: recipe(1, 'drawing'), act: press('d'), shows: '[role=alert]' },
  { name: 'recipe with a hidden connection', address: recipe(2, 'send'), shows: '[role=radiogroup]' },
  {
    name: 'recipe with a parameter missing, as a list',
    address: recipe(1, 'tell'),
    act: clickIcon('list'),
    shows: '[role=option]',
  },
  { name: 'secret of a webhook', address: recipe(2, 'hook'), act: clickSource, shows: inDialog },
  { name: 'removing a recipe', address: recipe(0), act: chooseLast, shows: inDialog },
  { name: 'running with input', address: recipe(0), act: clickIcon('braces'), shows: inDialog },
  { name: 'runs', address: `/runs?${world}` },
  {
    name: 'run that failed',
    address: `/runs/${runId(2)}?${world}`,
    act: (page) => page.locator('[data-run-node] button').first().click(),
  },
  { name: 'grants', address: `/grants?${world}` },
  {
    name: 'revoking a grant',
    address: `/grants?${world}`,
    act: (page) => page.getByRole('main').getByRole('listitem').first().getByRole('button').last().click(),
    shows: inDialog,
  },
  {
    name: 'removing a connection that recipes use',
    address: `${connection(0)}&recipes=3`,
    act: clickIcon('trash-2'),
    shows: `${inDialog} >> select`,
  },
]

export const inbox: readonly Scene[] = [
  { name: 'inbox', address: '/inbox?deliveries=12&host=desktop&types=all' },
  { name: 'inbox without a Passport', address: '/inbox?receiver=no_passport' },
  {
    name: 'deleting a delivery',
    address: '/inbox?deliveries=4&receiver=waiting',
    act: (page) => page.locator('[data-delivery] button:has(.lucide-trash-2)').nth(1).click(),
    shows: inDialog,
  },
]

function clickSource(page: Page) {
  return page.locator('[data-node-panel] section button').first().click()
}

async function chooseLast(page: Page) {
  await page.locator('main button[aria-haspopup=menu]').click()
  await page.getByRole('menuitem').last().click()
}
