import { fakeRecoveryCode } from '../../../fakes/client-vault'
import type { Scene } from '../scene'

const alert = '[role=alert]'

/** What stands before every page: who you are, and whether the vault is open. */
export const gates: readonly Scene[] = [
  { name: 'sign in', address: '/connect?session=none' },
  {
    name: 'sign in with a wrong token',
    address: '/connect?session=none&failing=session.current:UNAUTHORIZED',
    async act(page) {
      await page.locator('input[name=token]').fill('wrong')
      await page.keyboard.press('Enter')
    },
    shows: 'input[aria-invalid=true]',
  },
  { name: 'sign in while nothing answers', address: '/connect?session=kept&failing=session.current:ENGINE_GONE', shows: alert },
  { name: 'nothing answers', address: '/connect?failing=vault.status:ENGINE_GONE' },
  {
    name: 'engine that ended',
    address: '/connect?host=desktop',
    act: (page) =>
      page.evaluate(() => {
        window.fakeLink.hold()
        window.fakeHost.endEngine()
      }),
    shows: 'main [role=status]',
  },
  {
    name: 'engine that ended too often',
    address: '/connect?host=desktop',
    act: (page) =>
      page.evaluate(() => {
        window.fakeLink.hold()
        for (let ends = 0; ends < 4; ends++) window.fakeHost.endEngine()
      }),
    shows: 'main:not(:has([role=status])) button',
  },
  {
    name: 'unlock after the engine ended',
    address: '/connect?host=desktop&vault=locked',
    act: (page) => page.evaluate(() => window.fakeHost.endEngine()),
    shows: alert,
  },
  {
    name: "unlock of somebody else's vault",
    address: '/connect?session=kept&vault=locked&failing=vault.status:FORBIDDEN',
  },
  {
    name: 'unlock with too many attempts',
    address: '/?vault=locked',
    async act(page) {
      await page.locator('input[name=password]').fill('many')
      await page.keyboard.press('Enter')
    },
    shows: 'input[aria-invalid=true]',
  },
  {
    name: 'unlock with a wrong recovery code',
    address: '/?vault=locked&recovery=true',
    async act(page) {
      await page.locator('main button').last().click()
      await page.locator('input[name=recovery-code]').fill('AAAA')
      await page.keyboard.press('Enter')
    },
    shows: 'input[aria-invalid=true]',
  },
  {
    name: 'new password after recovery',
    address: '/?vault=locked&recovery=true',
    async act(page) {
      await page.locator('main button').last().click()
      await page.locator('input[name=recovery-code]').fill(fakeRecoveryCode)
      await page.keyboard.press('Enter')
    },
    shows: 'input[name=password-again]',
  },
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
