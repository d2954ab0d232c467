import { expect, type Page } from '@playwright/test'
import type { DemoPerson, ServeProcess } from './serve-process'

/** Signs a window in with a person's access token, and ends on the directory. The printed link works only once. */
export async function signIn(page: Page, serve: ServeProcess, person: DemoPerson = 'owner'): Promise<void> {
  await page.goto(`${serve.ready.url}connect`)
  await page.getByLabel('Access token', { exact: true }).fill(await serve.tokenOf(person))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
}

/** To another page of the program, as a link would lead there: the window stays signed in. */
export async function open(page: Page, serve: ServeProcess, path: string): Promise<void> {
  await page.goto(`${serve.ready.url}${path}`)
}

/**
 * Adds a connection from its type page, on which it ends with the new one in the list. Answers its id.
 * @param choice a button of the consent page; the first unless said
 */
export async function connect(page: Page, serve: ServeProcess, type: string, choice?: string): Promise<string> {
  await open(page, serve, `connect/provider/${type}`)
  const consent = await openConsent(page, 'Add connection')
  await approve(consent, choice)
  await expect(page).toHaveURL(new RegExp(`/connect/provider/${type}\\?added=cred_`))
  await consent.close()
  const id = new URL(page.url()).searchParams.get('added') ?? ''
  await expect(page.getByRole('option').and(page.locator(`[data-connection="${id}"]`))).toBeVisible()
  return id
}

/** The consent page that a click opens. */
export async function openConsent(page: Page, button: string): Promise<Page> {
  const opened = page.context().waitForEvent('page')
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
export async function redirectOfApproval(consent: Page): Promise<string> {
  await consent.getByRole('button').first().waitFor()
  const form = await consent.evaluate(() => {
    const element = document.querySelector('form')
    const button = element?.querySelector('button')
    if (!element || !button) throw new Error('The consent page has no form.')
    const fields = [...new FormData(element, button)].map(([name, value]) => [name, String(value)])
    return { action: element.action, fields: Object.fromEntries(fields) as Record<string, string> }
  })
  const answer = await consent.request.post(form.action, {
    form: form.fields,
    maxRedirects: 0,
    headers: { origin: new URL(consent.url()).origin },
  })
  return answer.headers().location ?? ''
}

/** From the directory to a connected workspace, as a person does it. Ends on the type page of the first tab. */
export async function connectSlack(page: Page, choice?: string): Promise<void> {
  await slackCard(page).click()
  const consent = await openConsent(page, 'Add connection')
  await approve(consent, choice)
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi\?added=/)
  await consent.close()
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

export const slackCard = (page: Page) => page.getByRole('main').locator('[data-card=slackApi]')
