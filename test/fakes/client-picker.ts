import type { Inputs } from '../../src-shared/contract'
import type { ConnectionUsage, CredentialOptions } from '../../src-shared/contract/recipe'
import { credentialNeed } from '../../src-shared/domain/recipe/node-kind'
import { fail } from './client-failure'
import type { FakeRecipes } from './client-recipes'
import type { FakeWorld } from './client-world'

type Call<Name extends keyof Inputs['recipe']> = Inputs['recipe'][Name]

/** Answers about what fills the slots of nodes, and what a connection serves. */
export function pickerAnswers(recipes: FakeRecipes, world: FakeWorld) {
  const nodeOf = (id: string, nodeId: string) =>
    recipes.find(id).document.nodes.find((node) => node.id === nodeId) ?? fail('NOT_FOUND')
  const usersOf = (connectionId: string) =>
    [...recipes.all.values()].flatMap((recipe) => {
      const nodes = recipe.document.nodes.filter(
        ({ credential }) => credential !== undefined && 'connectionId' in credential && credential.connectionId === connectionId,
      )
      return nodes.length === 0 ? [] : [{ recipe, nodes }]
    })
  const rebound = (recipeId: string, nodeIds: readonly string[], to: string | null) => {
    const recipe = recipes.find(recipeId)
    const nodes = recipe.document.nodes.map(({ credential: _before, grant: _grant, ...node }) => {
      if (!nodeIds.includes(node.id))
        return { ...node, ...(_before && { credential: _before }), ...(_grant && { grant: _grant }) }
      if (to === null) return node
      const isPrivate = world.find(to).visibility === 'private'
      return { ...node, credential: { connectionId: world.find(to).id }, ...(isPrivate && { grant: 'active' as const }) }
    })
    return recipes.change(recipe, { document: { ...recipe.document, nodes } })
  }
  return {
    'recipe.credentialOptions': ({ id, nodeId, query = '' }: Call<'credentialOptions'>): CredentialOptions => {
      const { kind, credential, grant } = nodeOf(id, nodeId)
      const { slot, delegated } = credentialNeed[kind]
      const ofType =
        slot === null ? [] : world.ordered().filter(({ type, managed }) => !managed && (slot === 'any' || type === slot))
      const live = ofType.filter(({ status, name }) => status !== 'revoked' && name.toLowerCase().includes(query.toLowerCase()))
      const bound = credential !== undefined && 'connectionId' in credential ? credential.connectionId : undefined
      return {
        slot: slot && { type: slot, required: slot !== 'any', private: slot === 'neurocadUserIdentityApi' },
        selected: bound === undefined ? null : { connectionId: bound },
        hidden: credential !== undefined && 'private' in credential,
        items: live.slice(0, 50),
        total: live.length,
        preselected: live.length === 1 && slot !== 'any' ? (live[0]?.id ?? null) : null,
        managed:
          delegated === null
            ? []
            : [
                delegated === 'serviceApi'
                  ? { type: delegated, provisioned: true, name: 'Neurocad Service' }
                  : { type: delegated, provisioned: false, name: 'Neurocad Desktop Service' },
              ],
        empty:
          live.length > 0 || slot === null || slot === 'any' || query !== ''
            ? null
            : { message: `You have no connection of the type ${slot} yet.`, type: slot },
        ...(grant !== undefined && { grant }),
      }
    },
    'recipe.choose': ({ id, nodeId, connectionId }: Call<'choose'>) => recipes.view(rebound(id, [nodeId], connectionId)),
    'recipe.usage': ({ id }: Call<'usage'>): ConnectionUsage => {
      const connection = world.find(id)
      const users = usersOf(id)
      const needed = users.length === 0 ? [] : connection.scopes.slice(0, 2)
      return {
        recipes: users.map(({ recipe, nodes }) => ({
          recipeId: recipe.id,
          name: recipe.document.name,
          nodes: nodes.map((node) => ({ nodeId: node.id, name: node.name })),
          grants: nodes.filter(({ grant }) => grant === 'active').length,
          deployed: recipes.countDeployments(recipe.id) > 0,
          lastRun: recipe.lastRun,
        })),
        scopes: {
          granted: connection.scopes,
          needed,
          unused: connection.scopes.filter((scope) => !needed.includes(scope)),
          missing: [],
        },
      }
    },
    'recipe.rebind': ({ id, to }: Call<'rebind'>) => {
      const users = usersOf(id)
      for (const { recipe, nodes } of users)
        rebound(
          recipe.id,
          nodes.map((node) => node.id),
          to,
        )
      return { recipes: users.map(({ recipe }) => recipe.id) }
    },
  }
}
