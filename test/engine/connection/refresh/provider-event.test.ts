import { expect, test } from 'vitest'
import { deferred } from '../../../fakes/deferred'
import { slackDelivery } from '../slack-delivery'
import { ada, type PlantedSession, plantedSession, slackClient } from './planted-session'
import { tokens } from './token-network'

const minute = 60_000
const workspace = [{ token: 'xoxe-1', slackTeam: 'T1' }]

async function tell({ session, clock }: PlantedSession, type: string): Promise<void> {
  const delivery = slackDelivery({ type, teamId: 'T1', appId: 'A1', eventId: 'Ev1', at: clock.now() }, slackClient.signingSecret)
  await session.useCases.ingress.receive(ada, { type: 'slackApi', ...delivery })
}

/** A refresh that is under way until it is let go, with what Slack then answers. */
async function refreshing(answer: () => Response) {
  const go = deferred()
  const running = await plantedSession(workspace, { after: 59.5 * minute })
  running.network.answer = async ({ path }) => {
    if (path.endsWith('/oauth.v2.access')) await go.promise
    return path.endsWith('/oauth.v2.access') ? answer() : Response.json({ ok: true, revoked: true })
  }
  await running.settle()
  expect(running.network.asked).toHaveLength(1)
  return { running, go: () => go.resolve() }
}

const renewed = () => tokens({ ok: true, access_token: 'xoxe.xoxb-2', refresh_token: 'xoxe-2', token_type: 'bot' })

// Nobody knows whether the answer was made before or after what the event tells of: a connection that works after all is brought
// back by one Reconnect, one that does not would fail in a recipe.
test.each([
  ['tokens_revoked', 'needs_reauth'],
  ['app_uninstalled', 'uninstalled'],
])('%s stands though a refresh that was under way brings tokens, and those can still be ended', async (event, status) => {
  const { running, go } = await refreshing(renewed)
  await tell(running, event)
  go()
  await running.settle()
  expect(await running.view()).toMatchObject({ status, statusReason: event })
  await expect(running.use()).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  await running.session.useCases.connection.remove(ada, { id: running.ids[0] as never })
  expect(running.network.asked.at(-1)?.path).toMatch(/auth\.revoke$/)
  expect(await running.view()).toMatchObject({ status: 'revoked' })
})

test('a refusal that comes after the event changes nothing about what that said', async () => {
  const { running, go } = await refreshing(() => Response.json({ ok: false, error: 'invalid_refresh_token' }))
  await tell(running, 'app_uninstalled')
  go()
  await running.settle()
  expect(await running.view()).toMatchObject({ status: 'uninstalled', statusReason: 'app_uninstalled' })
})

test('after the event nothing more is sent, however long the connection is left', async () => {
  const { running, go } = await refreshing(renewed)
  await tell(running, 'tokens_revoked')
  go()
  await running.pass(180 * minute)
  expect(running.network.asked.filter(({ path }) => path.endsWith('/oauth.v2.access'))).toHaveLength(1)
})
