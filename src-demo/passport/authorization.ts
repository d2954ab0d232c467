import type { InteractionResults, Provider } from 'oidc-provider'
import { passportPaths } from './app'

/** An authorization request as the identity provider judges it. */
export type Judgement =
  /** Good: somebody has to approve or cancel. Both answer where the browser goes. */
  | { kind: 'asks'; scopes: string[]; approve(subject: string): Promise<string>; cancel(): Promise<string> }
  /** Wrong, and the app is told so. */
  | { kind: 'sent_back'; location: string }
  /** Of no app that is known, or to an address that is not its own: nobody is sent anywhere. */
  | { kind: 'refused' }

/**
 * Puts a request to the identity provider and carries its cookies, so that the consent page needs none and a script can
 * follow it.
 * @param origin where the identity provider itself is reached, behind the consent page
 * @param query of the authorization request, with its question mark
 */
export async function judgeAuthorization(provider: Provider, origin: string, query: string): Promise<Judgement> {
  const answer = await fetch(`${origin}${passportPaths.authorization}${query}`, { redirect: 'manual' })
  await answer.body?.cancel()
  const location = answer.headers.get('location')
  if (location === null) return { kind: 'refused' }
  const uid = /^\/interaction\/([\w-]+)$/.exec(location)?.[1]
  if (uid === undefined) return { kind: 'sent_back', location }
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const interaction = await provider.Interaction.find(uid)
  if (interaction === undefined) return { kind: 'refused' }
  const { client_id: clientId, scope } = interaction.params
  const finish = async (result: InteractionResults): Promise<string> => {
    interaction.result = result
    await interaction.save(60)
    const resumed = await fetch(interaction.returnTo, { redirect: 'manual', headers: { cookie: cookies.join('; ') } })
    await resumed.body?.cancel()
    const redirect = resumed.headers.get('location')
    if (redirect === null) throw new Error(`the identity provider answered ${resumed.status}`)
    return redirect
  }
  return {
    kind: 'asks',
    scopes: String(scope).split(' '),
    async approve(accountId) {
      const grant = new provider.Grant({ accountId, clientId: String(clientId) })
      grant.addOIDCScope(String(scope))
      return finish({ login: { accountId }, consent: { grantId: await grant.save() } })
    },
    cancel: () => finish({ error: 'access_denied', error_description: 'The person cancelled.' }),
  }
}
