import { slackDelivery } from '../engine/connection/slack-delivery'
import { expect, test } from './fixtures'
import type { ServeProcess } from './serve-process'
import { approve, connectSlack, credentialId, openConsent, openFirstConnection, slackCard } from './steps'

/** Slack says that something happened to the first workspace, as it would: signed, to the ingress. */
async function slackSays(demo: ServeProcess, event: string): Promise<number> {
  const at = Date.now()
  const delivery = slackDelivery(
    { type: event, teamId: 'T000000001', appId: 'A0DEMOCONN', eventId: `Ev-${event}`, at },
    demo.ready.demo?.slackSigningSecret ?? '',
  )
  const answer = await fetch(`${demo.ready.api}/ingress/slackApi`, { method: 'POST', ...delivery })
  return answer.status
}

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
})

test('tokens that Slack revokes ask for attention within a second, and reconnecting there keeps the id', async ({
  page,
  demo,
}) => {
  await page.getByRole('link', { name: 'Connect', exact: true }).first().click()
  expect(await slackSays(demo, 'tokens_revoked')).toBe(200)
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible({ timeout: 1000 })
  await expect(slackCard(page)).toContainText('1 connection')
  const id = await openFirstConnection(page)
  await expect(page.getByText('The provider revoked its tokens. Reconnect to use it again').first()).toBeVisible()
  await approve(await openConsent(page, 'Reconnect'))
  await expect(page.getByText('Reconnected and ready to use')).toBeVisible()
  expect(await credentialId(page)).toBe(id)
})

test('an app that is uninstalled at Slack makes the card say so', async ({ page, demo }) => {
  await page.getByRole('link', { name: 'Connect', exact: true }).first().click()
  expect(await slackSays(demo, 'app_uninstalled')).toBe(200)
  await expect(slackCard(page)).toContainText('Reconnect required')
})
