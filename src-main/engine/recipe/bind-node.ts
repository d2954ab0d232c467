import type { Inputs } from '../../../src-shared/contract'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { Actor } from '../../../src-shared/domain/actor'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { bindingWords as words } from '../../../src-shared/words/en/binding'
import { visibleRow } from '../connection/connection-row'
import { providerOf } from '../connection/find-provider'
import { personOf } from '../connection/provider-apps'
import type { CallContext } from '../engine'
import { EngineError, invalidInput } from '../error'
import type { SigningKey } from '../vault/sign'
import type { Row } from '../vault/store'
import { givenGrant } from './give-grant'
import type { RecipeDependencies } from './recipe-parts'
import { recipeView } from './recipe-view'
import { withSigner } from './signer'

/**
 * Chooses the connection of a node, or none. Of a private connection this is its owner's act, and writes their grant; to others it
 * does not exist. Throws `NOT_FOUND`, and `INVALID_INPUT` for what does not fit.
 */
export async function bindNode(
  deps: RecipeDependencies,
  context: CallContext,
  input: Inputs['recipe']['choose'],
): Promise<RecipeView> {
  const { actor } = context
  const { id, nodeId, connectionId } = input
  const expiresAt = input.expiresAt ?? null
  // Before anything is written: a key is made for a grant that can be given alone.
  const { row } = choiceOf(deps, actor, { id, nodeId, connectionId, expiresAt })
  const bind = (key: SigningKey | null) =>
    deps.vault.commit({
      actor: personOf(actor),
      touches: [id, ...(connectionId === null ? [] : [connectionId])],
      decide: () => {
        const { node, row } = choiceOf(deps, actor, { id, nodeId, connectionId, expiresAt })
        const isGranted = row?.visibility === 'private' && connectionId !== null && key !== null
        const until = expiresAt === null ? null : new Date(expiresAt).toISOString()
        const grant = isGranted ? givenGrant(deps, actor, key, { recipeId: id, node, connectionId, expiresAt: until }) : null
        return {
          events: [{ body: { kind: 'recipe.bound', record: id, data: { nodeId, connectionId, grant } } }],
          result: () => recipeView(deps, context, id),
        }
      },
    })
  return row?.visibility === 'private' ? withSigner(deps, actor, bind) : bind(null)
}

interface Choice {
  id: string
  nodeId: string
  connectionId: string | null
  expiresAt: string | null
}

/** The node, and the connection that was chosen for it. Throws where it does not fit. */
function choiceOf(deps: RecipeDependencies, actor: Actor, choice: Choice): { node: RecipeNode; row: Row | undefined } {
  const { id, nodeId, connectionId, expiresAt } = choice
  const node = findNode(deps, id, nodeId)
  if (connectionId === null) {
    if (expiresAt !== null) throw invalidInput('expiresAt', words.nothingChosen)
    return { node, row: undefined }
  }
  const row = visibleRow(deps.vault, actor, connectionId)
  const { slot } = credentialNeed[node.kind]
  if (slot === null) throw invalidInput('connectionId', words.takesNone)
  if (row.managed === 1) throw invalidInput('connectionId', words.managed)
  if (slot !== 'any' && row.type !== slot)
    throw invalidInput('connectionId', words.wrongType(providerOf(deps.providers, slot).description.name))
  if (expiresAt === null) return { node, row }
  if (row.visibility !== 'private') throw invalidInput('expiresAt', words.onlyPrivate)
  if (Date.parse(expiresAt) <= deps.clock.now()) throw invalidInput('expiresAt', words.inThePast)
  return { node, row }
}

/** Throws `NOT_FOUND`. */
export function findNode({ documents }: Pick<RecipeDependencies, 'documents'>, id: string, nodeId: string): RecipeNode {
  const node = documents.get(id).document.nodes.find((one) => one.id === nodeId)
  if (node === undefined) throw new EngineError('NOT_FOUND')
  return node
}
