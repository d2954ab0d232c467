import { expect, onTestFinished, test } from 'vitest'
import { approve, consentButton } from '../../demo/consent'
import { deferred } from '../../fakes/deferred'
import { ada, follow, startEngine } from './engine-fixture'

test('tokens that wait for a choice that nobody makes are ended at the provider when their time is over', async () => {
  const running = await startEngine()
  onTestFinished(() => running.stop())
  const { connection, authorization } = running.engine.useCases
  const added = await authorization.add(ada, { type: 'slackApi' })
  const { connectionId } = await follow(running.engine, await approve(added.authorizationUrl))
  if (connectionId === undefined) throw new Error('nothing was added')
  const again = await authorization.reconnect(ada, { id: connectionId })
  const mismatch = await follow(running.engine, await approve(again.authorizationUrl, consentButton.secondWorkspace))
  expect(mismatch.status).toBe('account_mismatch')
  const revoked = deferred<string>()
  running.setFetch(async (url, init) => {
    const answer = await fetch(url, init)
    if (url.endsWith('/auth.revoke')) revoked.resolve(await answer.clone().text())
    return answer
  })
  running.clock.advance(10 * 60_000 + 1)
  expect(JSON.parse(await revoked.promise)).toMatchObject({ ok: true, revoked: true })
  expect(await authorization.get(ada, { id: mismatch.authorizationId })).toMatchObject({ status: 'expired' })
  expect(await connection.test(ada, { id: connectionId })).toMatchObject({ result: 'success' })
})
