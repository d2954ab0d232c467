import type { Change } from '../engine'
import type { Vault } from '../vault/vault'
import type { VaultEvent } from '../vault/vault-event'
import type { Documents } from './documents'

/** What an event means for recipes: whose verdicts may have changed, who may know, and whose grants are to be read again. */
export interface Affected {
  recipeIds: readonly string[]
  audience: Change['audience']
  /** Subjects. */
  grantsOf: readonly string[]
}

type Reading = Pick<Vault, 'store'>

/** Undefined where an event means nothing for recipes. Asked when the event is applied. */
export function affectedBy(vault: Reading, documents: Documents, event: VaultEvent): Affected | undefined {
  switch (event.kind) {
    case 'recipe.imported':
    case 'recipe.replaced':
    case 'recipe.removed':
    case 'recipe.bound':
    case 'recipe.rebound':
      return { recipeIds: [event.record], audience: 'org', grantsOf: ownersOf(vault, event.record) }
    case 'grant.revoked':
      return ofGrant(vault, event.record)
    case 'member.left':
    case 'member.returned':
      return ofSubject(vault, event.data.subject)
    case 'signer.made':
      return ofSubject(vault, event.record.slice('signer:'.length))
    default:
      return movesConnection(event) ? ofConnection(vault, documents, event) : undefined
  }
}

/** Whether a connection may stand otherwise in a preflight after it. */
function movesConnection(event: VaultEvent): boolean {
  switch (event.kind) {
    case 'connection.added':
    case 'connection.reconnected':
    case 'connection.binding_lost':
    case 'connection.withdrawn':
    case 'connection.removed':
      return true
    case 'connection.tested':
    case 'connection.provider_event':
    case 'connection.refresh_failed':
      return event.data.moved !== null
    default:
      return false
  }
}

function ofConnection({ store }: Reading, documents: Documents, event: VaultEvent): Affected | undefined {
  const id = event.record
  const uses = store.all('SELECT DISTINCT recipe_id FROM recipe_use WHERE connection_id = ?', [id])
  // A new one is named by no recipe yet, unless it comes back.
  if (event.kind === 'connection.added' && !event.data.managed && uses.length === 0) return undefined
  const row = store.one('SELECT type, managed, visibility, owner_subject FROM connection WHERE id = ?', [id])
  if (row === undefined) return undefined
  const recipeIds = row.managed === 1 ? askingFor(documents, String(row.type)) : uses.map((use) => String(use.recipe_id))
  // What others learn of a private connection is that it is one, whatever becomes of it.
  const audience = row.visibility === 'private' ? { subject: String(row.owner_subject) } : 'org'
  return { recipeIds, audience, grantsOf: [] }
}

/** The operator's are named by no id, so every draft is looked at; that they change is rare. */
const askingFor = (documents: Documents, type: string): string[] =>
  documents.all(documents.everyId()).flatMap(({ id, managed }) => (managed.has(type) ? [id] : []))

function ofGrant({ store }: Reading, id: string): Affected | undefined {
  const row = store.one('SELECT recipe_id, owner_subject FROM grant_given WHERE id = ?', [id])
  if (row === undefined) return undefined
  const subject = String(row.owner_subject)
  return { recipeIds: [String(row.recipe_id)], audience: { subject }, grantsOf: [subject] }
}

function ofSubject({ store }: Reading, subject: string): Affected {
  const rows = store.all('SELECT DISTINCT recipe_id FROM grant_given WHERE owner_subject = ?', [subject])
  return {
    recipeIds: rows.map((row) => String(row.recipe_id)),
    audience: { subject },
    grantsOf: rows.length > 0 ? [subject] : [],
  }
}

const ownersOf = ({ store }: Reading, recipeId: string): string[] =>
  store
    .all('SELECT DISTINCT owner_subject FROM grant_given WHERE recipe_id = ?', [recipeId])
    .map((row) => String(row.owner_subject))
