import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { createApp } from '../../demo/github-client'
import { type CanaryRun, me } from './canary-run'
import { githubDelivery } from './github-delivery'
import { slackDelivery } from './slack-delivery'

/** What GitHub and Slack have that no other type has: an App made from a manifest, and signed events. */

const type = 'githubApi'

/** Has GitHub make another App, connects with it, and puts the demo's back. */
export async function goThroughManifest(run: CanaryRun): Promise<void> {
  const { secrets, attempt, demo, engine } = run
  const { providerApp, manifest } = engine.useCases
  for (const isSpoiled of [true, false]) {
    const { url } = await providerApp.startManifest(me, { type })
    run.hand('the address of a manifest', url)
    const state = url.split('/').at(-1) ?? ''
    secrets.add('state', state)
    const form = await manifest.form(me, { type, state })
    run.hand('the form of a manifest', JSON.stringify(form))
    const redirect = new URL(await createApp(form))
    secrets.add('authorization code', redirect.searchParams.get('code') ?? '', demo.urls.github)
    if (isSpoiled) redirect.searchParams.set('code', '0000000000')
    const query = redirect.search.slice(1)
    await attempt(manifest.complete(me, { type, query }))
    await attempt(manifest.complete(me, { type, query }))
  }
  await run.authorize(type)
  await attempt(providerApp.get(me, { type }))
  await attempt(providerApp.remove(me, { type }))
  await attempt(providerApp.set(me, { ...demo.firstApps[type], type }))
}

/** Events with the right signature and with a wrong one, for each connection. */
export async function goThroughEvents(run: CanaryRun, ids: { slack: ConnectionId; github: ConnectionId }): Promise<void> {
  const { demo, engine, clock, secrets, attempt } = run
  const { connection, ingress } = engine.useCases
  const slack = (await connection.get(me, { id: ids.slack })).details
  const github = (await connection.get(me, { id: ids.github })).details
  const at = clock.now() + 1000
  for (const isRight of [false, true]) {
    const key = (of: string) => (isRight ? (demo.firstApps[of]?.signingSecret ?? '') : 'wrong-signing-secret')
    const slackEvent = {
      type: 'tokens_revoked',
      teamId: slack.teamId ?? '',
      appId: slack.appId ?? '',
      eventId: `Ev${isRight}`,
      at,
    }
    const githubEvent = { installationId: github.installationId ?? 0, appId: Number(github.appId), suspendedAt: at }
    const deliveries = [
      { type: 'slackApi', ...slackDelivery(slackEvent, key('slackApi')) },
      ...['suspend', 'unsuspend'].map((action) => ({
        type,
        ...githubDelivery({ ...githubEvent, action, deliveryId: `${action}-${isRight}` }, key(type)),
      })),
    ] as const
    for (const { type: of, headers, body } of deliveries) {
      const signature = headers['x-slack-signature'] ?? headers['x-hub-signature-256'] ?? ''
      secrets.add('event signature', signature.split('=')[1] ?? '')
      const delivery = { type: of === 'slackApi' ? of : type, headers, body } as const
      await attempt(ingress.receive(me, delivery))
      await attempt(ingress.receive(me, delivery))
    }
  }
}
