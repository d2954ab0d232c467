import type { Page } from '@playwright/test'
import { connectionId } from '../../fakes/client-data'

/** A page or dialog as a person may meet it. Says nothing in words, so that it can be looked at in any language. */
export interface Scene {
  name: string
  /** With what the fake client is to have. */
  address: string
  /** What leads to it from there. */
  act?(page: Page): Promise<void>
}

const connection = (nth: number) => `/connect/${connectionId(nth)}?connections=45&types=all`
/** As `client-scenes.ts` has them. */
const scene = (nth: number) => connection(500_000 + nth)
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key)
  }
const button = (page: Page, icon: string) => page.getByRole('main').locator(`button:has(.lucide-${icon})`).first().click()

const pages: Scene[] = [
  { name: 'directory', address: '/connect?connections=12&types=all' },
  { name: 'directory with nothing connected', address: '/connect?connections=0' },
  {
    name: 'search on the directory',
    address: '/connect?connections=12&types=all',
    act: (page) => page.getByRole('searchbox').fill('ac'),
  },
  {
    name: 'search that finds nothing',
    address: '/connect?connections=3',
    act: (page) => page.getByRole('searchbox').fill('qqqq'),
  },
  { name: 'type', address: '/connect/provider/slackApi?connections=30&types=all' },
  { name: 'type without connections', address: '/connect/provider/slackApi?connections=0' },
  { name: 'type without an app', address: '/connect/provider/slackApi?connections=0&configured=false' },
  { name: 'type whose provider makes the app', address: '/connect/provider/githubApi?connections=0&types=all' },
  { name: 'managed type', address: '/connect/provider/serviceApi?types=all' },
  { name: 'type that is not provisioned', address: '/connect/provider/neurocadDesktopApi?types=all' },
  { name: 'type that is not known', address: '/connect/provider/nothing' },
  { name: 'attention', address: '/attention?connections=45&types=all' },
  { name: 'attention with nothing broken', address: '/attention?connections=1' },
  { name: 'all connections', address: '/connections?connections=45&types=all' },
  { name: 'all connections, narrowed', address: '/connections?status=error&visibility=org&connections=45&types=all' },
  { name: 'all connections, none found', address: '/connections?q=zzz&status=error&visibility=private&connections=45&types=all' },
  { name: 'all connections, none there', address: '/connections?connections=0' },
  { name: 'settings', address: '/settings?types=all' },
  { name: 'settings of the desktop', address: '/settings?types=all&host=desktop' },
  { name: 'settings where the keychain is refused', address: '/settings?types=all&host=desktop&keychain=refused' },
  { name: 'recovery', address: '/settings/recovery?types=all' },
  { name: 'recovery with a code', address: '/settings/recovery?recovery=true' },
  { name: 'key health', address: '/settings/key-health?recovery=true' },
  { name: 'key health of a damaged vault', address: '/settings/key-health?damaged=true&host=desktop&device=ready' },
]

const connections: Scene[] = [
  { name: 'active connection', address: connection(0) },
  { name: 'connection that needs a reconnect', address: connection(2) },
  { name: 'uninstalled connection', address: connection(13) },
  { name: 'connection in error', address: connection(24) },
  { name: 'removed connection', address: connection(35) },
  { name: 'installation', address: scene(0) },
  { name: 'suspended installation', address: scene(1) },
  { name: 'private connection in trouble', address: scene(2) },
  { name: 'managed connection', address: scene(3) },
  { name: 'connection of OAuth 2.0', address: scene(4) },
  { name: 'key', address: scene(5) },
  { name: 'connection that is not known', address: connection(400_000) },
  { name: 'tested connection', address: connection(0), act: press('t') },
  { name: 'diagnosed connection', address: connection(0), act: press('d') },
  { name: 'renaming a connection', address: connection(0), act: (page) => button(page, 'pencil') },
]

const dialogs: Scene[] = [
  { name: 'palette', address: '/connect?connections=12&types=all', act: press('Control+k') },
  {
    name: 'palette that found something',
    address: '/connect?connections=12&types=all',
    async act(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('acme')
    },
  },
  { name: 'shortcut sheet', address: '/connect?connections=3', act: press('?') },
  { name: 'remove dialog', address: connection(0), act: (page) => button(page, 'trash-2') },
  { name: 'waiting for consent', address: connection(2), act: press('r') },
  { name: 'entering fields', address: scene(5), act: press('r') },
  {
    name: 'menu of a filter',
    address: '/connections?connections=12&types=all',
    act: (page) => page.locator('fieldset button').first().click(),
  },
]

const gates: Scene[] = [
  { name: 'unlock', address: '/?vault=locked' },
  {
    name: 'unlock with a wrong password',
    address: '/?vault=locked',
    async act(page) {
      await page.locator('input[name=password]').fill('wrong')
      await page.keyboard.press('Enter')
    },
  },
  { name: 'unlock with a recovery code', address: '/?vault=locked&recovery=true' },
  { name: 'unlock by the keychain', address: '/?vault=locked&host=desktop&device=ready' },
  { name: 'unlock when the password is due', address: '/?vault=locked&host=desktop&device=password_due' },
  { name: 'create vault', address: '/?vault=absent' },
  {
    name: 'create vault with a bad password',
    address: '/?vault=absent',
    async act(page) {
      await page.locator('input[name=password]').fill('12345678')
      await page.locator('input[name=password-again]').fill('other')
    },
  },
]

export const scenes: readonly Scene[] = [...pages, ...connections, ...dialogs, ...gates]

/** Opens a scene, and waits until nothing of it is being loaded or moves. */
export async function open(
  page: Page,
  origin: string,
  { address, act }: Scene,
  more: Record<string, string> = {},
): Promise<void> {
  const url = new URL(address, origin)
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  await page.goto(url.href)
  await settle(page)
  await act?.(page)
  await settle(page)
}

async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.getElementById('root')
    const isThere = root !== null && root.textContent.trim() !== ''
    const moves = document
      .getAnimations()
      .some(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    return isThere && !moves && document.querySelector('.skeleton, [aria-busy=true]') === null
  })
}
