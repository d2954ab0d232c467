import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import type { CallContext, UseCases } from '../engine'
import { AppManifests } from './app-manifest'
import { AuthorizationBook, authorizationView } from './authorization-book'
import { startAdding, startReconnecting } from './authorize'
import { callbackTransports } from './callback-transports'
import type { ChangeCount } from './change-count'
import { completeCallback, completePasted } from './complete-authorization'
import { published, renameConnection } from './connection-commands'
import { toView, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { diagnoseConnection } from './diagnose-connection'
import { describeType, listCards } from './directory'
import { createFromFields, replaceFields } from './field-connections'
import { readHistory } from './history'
import type { IngressWatch } from './ingress-watch'
import { KeyedLock } from './keyed-lock'
import { listConnections, listTexts } from './list-connections'
import { Operator } from './operator/operator'
import { providerAppView, removeProviderApp, setProviderApp } from './provider-apps'
import { receiveDelivery } from './provider-delivery'
import { purgeOne, purgeRemoved } from './purge-connections'
import type { Refresher } from './refresh/refresher'
import { RefusalCount } from './refusal-count'
import { removeConnection } from './remove-connection'
import { endUnwanted, resolveAuthorization } from './resolve-authorization'
import { testOrSayWhy } from './test-connection'

/** What can be done with connections, by the nouns and verbs of the contract. */
export function createUseCases(
  deps: Dependencies,
  refresher: Refresher,
  ingress: IngressWatch,
  changes: ChangeCount,
): Omit<
  UseCases,
  | 'keySlot'
  | 'import'
  | 'settings'
  | 'upkeep'
  | 'recipe'
  | 'grant'
  | 'staging'
  | 'deployment'
  | 'run'
  | 'hook'
  | 'inbox'
  | 'audit'
  | 'transfer'
> {
  const { vault } = deps
  const book = new AuthorizationBook(deps.clock, (authorization, grant) => {
    endUnwanted(deps, authorization, grant).catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : 'unknown'
      deps.logger.error('tokens that nobody chose to keep could not be ended', { type: authorization.type, reason })
    })
  })
  const operator = new Operator(deps)
  const manifests = new AppManifests(deps)
  const removals = new KeyedLock()
  const refusals = new RefusalCount(deps.clock, deps.logger)
  vault.onErased = (from, through) => {
    const erased = vault.store.all('SELECT id FROM connection WHERE removed_sequence > ? AND removed_sequence <= ?', [
      from,
      through,
    ])
    for (const { id } of erased) published(deps, String(id))
  }
  const visible = ({ actor }: CallContext, id: string) => visibleRow(vault, actor, id)
  return {
    directory: {
      list: async ({ actor }) => listCards(deps, actor),
      type: async (_, { type }) => describeType(deps, operator, type),
      confirm: async ({ actor }, { type, hosts }) => {
        await operator.confirm(actor, type, hosts)
        return describeType(deps, operator, type)
      },
    },
    connection: {
      list: async ({ actor }, input) => listConnections(vault, actor, input),
      texts: async ({ actor }, input) => {
        const { isSettled, ...page } = listTexts(vault, actor, input)
        return { ...page, moment: isSettled ? changes.now() : undefined }
      },
      text: async (context, { id }) => {
        const row = visible(context, id)
        return { text: JSON.stringify(toView(vault, row)), moment: row.removed_sequence === null ? changes.now() : undefined }
      },
      create: ({ actor }, input) => createFromFields(deps, actor, input),
      replaceFields: ({ actor }, input) => replaceFields(deps, actor, input),
      get: async (context, { id }) => toView(vault, visible(context, id)),
      rename: ({ actor }, input) => renameConnection(deps, actor, input),
      history: async (context, { id, limit, cursor }) => {
        visible(context, id)
        return readHistory(vault, id, limit ?? 50, cursor)
      },
      diagnose: ({ actor }, input) => diagnoseConnection(deps, refresher, actor, input),
      test: ({ actor }, { id }) => testOrSayWhy(deps, refresher, actor, id),
      purge: ({ actor }, { id }) => purgeOne(deps, actor, id as ConnectionId),
      purgeRemoved: ({ actor }) => purgeRemoved(deps, actor),
      remove: ({ actor }, { id }) => removeConnection(deps, { removals, refresher }, actor, id),
    },
    authorization: {
      add: (context, input) => startAdding(deps, book, context, input),
      reconnect: (context, input) => startReconnecting(deps, book, context, input),
      get: async ({ actor }, { id }) => authorizationView(book.find(actor, id)),
      resolve: ({ actor }, { id, choice }) => resolveAuthorization(deps, book, actor, id, choice),
      paste: async ({ actor }, { id, url }) => completePasted(deps, book, actor, id, url),
    },
    providerApp: {
      get: async (_, { type }) => providerAppView(vault, type),
      set: ({ actor }, input) => setProviderApp(deps, actor, input),
      remove: ({ actor }, { type }) => removeProviderApp(deps, actor, type),
      startManifest: async (context, { type }) => manifests.start(context, type),
    },
    ingress: {
      receive: async (_, { type, headers, body }) => {
        const answer = await receiveDelivery(deps, refusals, type, { headers, body })
        ingress.heard(type)
        return answer
      },
    },
    operator: {
      provision: ({ actor }, statement) => operator.provision(actor, statement),
    },
    callback: {
      complete: async (_, { type, query }) => completeCallback(deps, book, type, query),
      transports: async (context) => callbackTransports(deps, context),
    },
    manifest: {
      form: async (_, { type, state }) => manifests.form(type, state),
      complete: (_, { type, query }) => manifests.complete(type, query),
    },
  }
}
