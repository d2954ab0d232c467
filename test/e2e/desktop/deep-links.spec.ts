import { expect, testOnOneDemo } from '../fixtures'
import { approve, openConsent } from '../steps'
import { desktopOf } from './fixtures'

const test = testOnOneDemo()
// One history: of authorizations that wait for their answers.
test.describe.configure({ mode: 'serial' })

test('neurocad://connect/slackApi opens that page in the running program, however the system delivers it', async ({
  page,
  demo,
}) => {
  const { computer } = desktopOf(demo)
  await computer.startAgain('--', 'neurocad://connect/slackApi')
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi$/)
  await computer.openUrl('neurocad://connect/githubApi')
  await expect(page).toHaveURL(/\/connect\/provider\/githubApi$/)
})

test('a link that means no good does nothing', async ({ page, demo }) => {
  const { computer } = desktopOf(demo)
  const before = await demo.api.call('/connect/directory')
  const outside = await computer.openedOutside()
  // On a command line, where a quote or a line end could begin something else.
  for (const link of ['neurocad://connect/slackApi"onload="alert(1)', 'neurocad://connect/slackApi\n--inspect'])
    await computer.startAgain('--', link)
  for (const link of [
    "neurocad://connect/slackApi'",
    'neurocad://connect/../settings',
    'neurocad://connect/unknownApi',
    'neurocad://lock',
    'neurocad://oauth/callback/slackApi?code=c&state=somebody-elses',
    `neurocad://connect/${'a'.repeat(100 * 1024)}`,
    'neurocad:connect/slackApi',
    'javascript:alert(1)',
  ])
    await computer.openUrl(link)
  // As flags where a link belongs, and more than one link at once.
  await computer.startAgain('--', '--remote-debugging-port=0')
  await computer.startAgain('--', 'neurocad://connect/slackApi', 'neurocad://connect/githubApi')
  // Links arrive in their order, so what came before this one has done all that it does.
  await computer.startAgain('--', 'neurocad://connect/googleApi')
  await expect(page).toHaveURL(/\/connect\/provider\/googleApi$/)
  expect(await demo.api.call('/connect/directory')).toEqual(before)
  expect(await computer.openedOutside()).toEqual(outside)
})

test('an answer that comes as a link completes the authorization that waits for it', async ({ page, demo }) => {
  const { computer } = desktopOf(demo)
  await demo.api.call('/settings', 'PATCH', 'owner', { callbackBy: 'deep_link' })
  await demo.open(page, '/connect/provider/neurocadUserIdentityApi')
  const consent = await openConsent(page, demo, 'Add connection')
  expect(new URL(consent.url()).origin).toBe(demo.facts.passport)

  await test.step('what is somebody else’s completes nothing', async () => {
    await computer.startAgain('--', 'neurocad://oauth/callback/neurocadUserIdentityApi?code=c&state=somebody-elses')
    await computer.startAgain('--', 'neurocad://connect/neurocadUserIdentityApi')
    await expect(page.getByRole('alertdialog')).toContainText('Waiting for you to approve')
    const { items } = await demo.api.call<{ items: unknown[] }>('/connect/connections?type=neurocadUserIdentityApi')
    expect(items).toEqual([])
  })

  // The provider sends the browser on to the link, and the system delivers it.
  await approve(consent)
  await expect(page).toHaveURL(/\/connect\/provider\/neurocadUserIdentityApi\?added=cred_/)
  await expect(page.getByRole('option')).toHaveCount(1)
})
