import type { Inputs } from '../../src-shared/contract'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { GrantView } from '../../src-shared/contract/grant'
import { ConnectionId, GrantId } from '../../src-shared/domain/identifiers'
import { fail } from './client-failure'
import type { FakeRecipes } from './client-recipes'
import { fakeId } from './fake-id'

const ada = { subject: 'demo-owner', label: 'Ada Lovelace' }

/** One grant of each state, for the nodes of the second recipe. */
export function grantAnswers(recipes: FakeRecipes, emit: (event: ChangeEvent) => void) {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const states: GrantView['status'][] = ['active', 'earlier_version', 'expired', 'revoked', 'recipe_removed']
  const recipe = [...recipes.all.values()][1]
  const made = (recipe === undefined ? [] : states).map((status, n): GrantView => {
    const node = recipe?.document.nodes[1 + (n % 2)]
    const id = GrantId.parse(fakeId('grant', n))
    return {
      id,
      recipeId: recipe?.id ?? fail('NOT_FOUND'),
      recipeName: recipe?.document.name ?? '',
      nodeId: node?.id ?? '',
      nodeName: node?.name ?? '',
      connectionId: ConnectionId.parse(fakeId('cred', 500_002)),
      connectionName: 'Ada Lovelace',
      owner: ada,
      at: at(-30 * (n + 1)),
      expiresAt: n === 0 ? at(24 * 30) : status === 'expired' ? at(-2) : null,
      revokedAt: status === 'revoked' ? at(-20) : null,
      status,
      receipt: { algorithm: 'Ed25519', payload: `{"format":1,"grant":"${id}"}`, signature: 'c2lnbmF0dXJl', publicKey: 'a2V5' },
      verified: status !== 'recipe_removed',
    }
  })
  const grants = new Map(made.map((grant) => [grant.id as string, grant]))
  return {
    'grant.list': () => ({ items: [...grants.values()] }),
    'grant.revoke': ({ id }: Inputs['grant']['revoke']) => {
      const revoked: GrantView = { ...(grants.get(id) ?? fail('NOT_FOUND')), status: 'revoked', revokedAt: at(0) }
      grants.set(id, revoked)
      emit({ kind: 'grants' })
      return revoked
    },
  }
}
