import { expect, type Page } from '@playwright/test'
import type { Program } from './drivers/driver'

/**
 * Adds a connection from its type page, on which it ends with the new one in the list. Answers its id.
 * @param choice a button of the consent page; the first unless said
 */
export async function connect(page: Page, demo: Program, type: string, choice?: string): Promise<string> {
  await demo.open(page, `/connect/provider/${type}`)
  const consent = await openConsent(page, demo, 'Add connection')
  await approve(consent, choice)
  await expect(page).toHaveURL(new RegExp(`/connect/provider/${type}\\?added=cred_`))
  await consent.close()
  const id = new URL(page.url()).searchParams.get('added') ?? ''
  await expect(page.getByRole('option').and(page.locator(`[data-connection="${id}"]`))).toBeVisible()
  return id
}

/** The consent page that a click opens. */
export async function openConsent(page: Page, demo: Program, button: string): Promise<Page> {
  const opened = demo.nextTab(page)
  await page.getByRole('main').getByRole('button', { name: button }).first().click()
  return opened
}

/** Approves as the asking account: the first button of the demo's consent pages. */
export async function approve(consent: Page, choice?: string): Promise<void> {
  const buttons = consent.getByRole('button', choice === undefined ? {} : { name: choice })
  await buttons.first().click()
}

/**
 * Where approving would send the browser, without going there: as with one that cannot reach this computer.
 * The form is sent by hand, because a route does not see the requests that a redirect makes.
 */
export async function redirectOfApproval(consent: Page, choice: string): Promise<string> {
  const form = await consent.getByRole('button', { name: choice }).evaluate((button) => {
    if (!(button instanceof HTMLButtonElement) || button.form === null) throw new Error('The consent page has no form.')
    const fields = [...new FormData(button.form, button)].map(([name, value]) => [name, String(value)])
    return { action: button.form.action, fields: Object.fromEntries(fields) as Record<string, string> }
  })
  const answer = await consent.request.post(form.action, {
    form: form.fields,
    maxRedirects: 0,
    headers: { origin: new URL(consent.url()).origin },
  })
  return answer.headers().location ?? ''
}

/** The page of the first connection in the list. */
export async function openFirstConnection(page: Page): Promise<string> {
  await page.getByRole('option').first().click()
  await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible()
  return credentialId(page)
}

export async function credentialId(page: Page): Promise<string> {
  return (await page.getByText(/^cred_[0-9A-Z]{26}$/).textContent()) ?? ''
}

export async function unlock(page: Page, demo: Pick<Program, 'facts'>): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(demo.facts.vaultPassword)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

export const slackCard = (page: Page) => page.getByRole('main').locator('[data-card=slackApi]')
