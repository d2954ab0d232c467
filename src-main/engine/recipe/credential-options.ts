import type { Inputs } from '../../../src-shared/contract'
import type { CredentialOptions } from '../../../src-shared/contract/recipe'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import { isLive } from '../../../src-shared/domain/status'
import { bindingWords as words } from '../../../src-shared/words/en/binding'
import { providerOf } from '../connection/find-provider'
import { listConnections } from '../connection/list-connections'
import { findNode } from './bind-node'
import type { RecipeDependencies } from './recipe-parts'
import { shownNodes } from './shown-nodes'

/** More than anybody reads through; a query narrows it. */
const MOST = 200

/** The picker of a node, for whoever asks. Throws `NOT_FOUND`. */
export function credentialOptions(
  deps: RecipeDependencies,
  actor: Actor,
  { id, nodeId, query }: Inputs['recipe']['credentialOptions'],
): CredentialOptions {
  const [node] = shownNodes(deps, actor, id, [findNode(deps, id, nodeId)])
  if (node === undefined) throw new Error('a node vanished')
  const { slot, delegated } = credentialNeed[node.kind]
  const { credential, grant } = node
  const named = credential !== undefined && 'type' in credential ? [credential.type] : []
  const types = [...named, ...(delegated === null ? [] : [delegated])]
  const { items, total } = slot === null ? { items: [], total: 0 } : candidates(deps, actor, slot, query)
  const live = items.filter(({ status }) => isLive(status))
  return {
    slot: slot === null ? null : { type: slot, required: slot !== 'any', private: slot !== 'any' && isPrivate(deps, slot) },
    selected: credential !== undefined && 'connectionId' in credential ? credential : null,
    hidden: credential !== undefined && 'private' in credential,
    items,
    total,
    preselected: live.length === 1 && (query ?? '') === '' ? (live[0]?.id ?? null) : null,
    managed: types.map((type) => ({ type, provisioned: isProvisioned(deps, type), name: nameOf(deps, type) })),
    empty: slot === null || slot === 'any' || items.length > 0 ? null : { message: whyEmpty(deps, slot, query), type: slot },
    ...(grant === undefined ? {} : { grant }),
  }
}

function candidates(deps: RecipeDependencies, actor: Actor, slot: CredentialTypeKey | 'any', query: string | undefined) {
  const { items, total } = listConnections(deps.vault, actor, {
    limit: MOST,
    ...(slot === 'any' ? {} : { type: slot }),
    ...(query === undefined ? {} : { query }),
  })
  if (slot !== 'any') return { items, total }
  // What the operator provides is named by its type alone, so it is nothing to choose from.
  const chosen = items.filter(({ managed }) => !managed)
  return { items: chosen, total: total - (items.length - chosen.length) }
}

const nameOf = ({ providers }: RecipeDependencies, type: CredentialTypeKey): string =>
  providerOf(providers, type).description.name

const isPrivate = ({ providers }: RecipeDependencies, type: CredentialTypeKey): boolean =>
  providerOf(providers, type).description.visibility === 'private'

const isProvisioned = ({ vault }: RecipeDependencies, type: CredentialTypeKey): boolean =>
  vault.store.one("SELECT 1 AS one FROM connection WHERE type = ? AND managed = 1 AND status <> 'revoked'", [type]) !== undefined

function whyEmpty(deps: RecipeDependencies, type: CredentialTypeKey, query: string | undefined): string {
  const name = nameOf(deps, type)
  if ((query ?? '') !== '') return words.noneFound(name)
  if (type === 'webhook_source') return words.noSource
  return isPrivate(deps, type) ? words.noneOfYours(name) : words.noneYet(name)
}
