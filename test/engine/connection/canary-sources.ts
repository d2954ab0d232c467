import { signWebhook } from '../../../src-main/engine/webhook/signature'
import { pastedKey } from '../../../src-main/engine/webhook/source-secret'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { operatorConfig } from '../provider/managed/operator-entries'
import { type CanaryRun, me } from './canary-run'

/** What needs nobody's authorization: webhook sources, and what the operator provides. */

export async function goThroughWebhooks({ secrets, attempt, webhooks, clock }: CanaryRun): Promise<void> {
  const pasted = 'a-sender-own-webhook-secret'
  const note = (secret: string | undefined) => {
    if (secret === undefined) return
    secrets.add('webhook secret', secret)
    secrets.add('webhook secret', pastedKey(secret))
  }
  const made = await webhooks().make(me.actor, 'Shop orders')
  const { id } = made.source
  note(made.secret)
  note(pasted)
  await attempt(
    webhooks()
      .make(me.actor, 'Their orders', pasted)
      .then(({ source }) => source),
  )
  for (const secret of [undefined, pasted]) {
    const rotated = await webhooks().rotate(me.actor, id, secret)
    note(rotated.secret)
    await attempt(Promise.resolve(rotated.source))
    const delivery = await webhooks().sign(me.actor, id, '{"order":1}')
    await attempt(webhooks().verify(me.actor, id, delivery))
    await attempt(webhooks().verify(me.actor, id, { ...delivery, body: '{}' }))
  }
  const facts = { id: 'msg_wrong', timestamp: Math.floor(clock.now() / 1000) }
  await attempt(webhooks().verify(me.actor, id, signWebhook([pastedKey(`${pasted}-no`)], facts, '{}')))
  const unfit = 'whsec_unfit, for it is no base64'
  secrets.add('webhook secret', unfit)
  await attempt(webhooks().make(me.actor, 'Unfit', unfit))
}

export async function goThroughOperator(run: CanaryRun): Promise<ConnectionId> {
  const { demo, secrets, attempt, engine } = run
  const { directory, operator, connection } = engine.useCases
  const provision = (content: string) => attempt(operator.provision(me, { kind: 'content', content, trusted: false }))
  const { serviceApi, neurocadDesktopApi } = demo.operator ?? {}
  const stated = { format: 1, serviceApi, neurocadDesktopApi }
  secrets.add('client secret', String(Object(serviceApi).clientSecret), demo.urls.platform)
  const rotated = 'operators-rotated-client-secret'
  const waiting = 'operators-waiting-client-secret'
  secrets.add('client secret', rotated, demo.urls.platform)
  secrets.add('client secret', waiting, 'https://neurocad.example')
  await provision(JSON.stringify(stated))
  const [managed] = (await connection.list(me, { type: 'serviceApi', limit: 50 })).items
  if (!managed) throw new Error('the service was not provisioned')
  await run.use(managed.id)
  await run.wait(61)
  await run.use(managed.id)
  // A host that waits for its confirmation, with a secret of its own.
  await provision(JSON.stringify(operatorConfig({ clientSecret: waiting })))
  await run.use(managed.id)
  await attempt(directory.type(me, { type: 'serviceApi' }))
  await attempt(directory.confirm(me, { type: 'serviceApi', hosts: ['https://neurocad.example'] }))
  // What it is not to be used for is told by the field, whatever stands in it.
  await provision(JSON.stringify({ ...stated, serviceApi: { ...serviceApi, clientSecret: { value: waiting } } }))
  await provision(JSON.stringify({ ...stated, [`x${waiting.slice(0, 4)}`]: waiting }))
  await provision(`{"format":1,"serviceApi":{"clientSecret":"${waiting}",}}`)
  await attempt(directory.type(me, { type: 'serviceApi' }))
  await provision(JSON.stringify({ ...stated, serviceApi: { ...serviceApi, clientSecret: rotated } }))
  await attempt(directory.confirm(me, { type: 'serviceApi', hosts: [demo.urls.platform] }))
  await run.use(managed.id)
  await provision(JSON.stringify(stated))
  await run.use(managed.id)
  return managed.id
}
