import { plainFileName } from '../../../src-shared/domain/plain-file-name'
import { newUlid } from '../new-ulid'
import type { RecipeEventBody } from '../vault/recipe-event'
import type { Vault } from '../vault/vault'
import { announcedRow, type InboxRow, inboxRow } from './inbox-row'
import type { Announcement } from './session-frame'

type Commits = { vault: Vault; clock: { now(): number } }
type InboxEvent = Extract<RecipeEventBody, { kind: 'inbox.placing' | 'inbox.received' | 'inbox.refused' | 'inbox.removed' }>

/** Writes an announcement down, under its plain name, unless it is known. Answers what is known of it then. */
export function noteAnnounced({ vault, clock }: Commits, announcement: Announcement, connectionId: string): Promise<InboxRow> {
  const { id: announcementId, sender, recipe, name, size, sha256, kind } = announcement
  const record = `delivery_${newUlid(clock.now())}`
  return vault.commit({
    actor: null,
    touches: [`announcement:${announcementId}`],
    decide: () => {
      const known = announcedRow(vault, announcementId)
      if (known !== undefined) return { events: [], result: () => known }
      const facts = { sender, recipeName: recipe.name, name: plainFileName(name), size, sha256, kind }
      const body = { kind: 'inbox.announced', record, data: { announcementId, connectionId, ...facts } } as const
      return { events: [{ body }], result: () => inboxRow(vault, record) as InboxRow }
    },
  })
}

/** Writes down what became of a delivery that had not arrived. One that was removed, or has ended, stays as it is. */
export function noteOutcome({ vault }: Pick<Commits, 'vault'>, body: InboxEvent): Promise<InboxRow> {
  return vault.commit({
    actor: null,
    touches: [body.record],
    decide: () => {
      const row = inboxRow(vault, body.record)
      const isOpen = row?.state === 'receiving' && !row.isRemoved
      return { events: isOpen ? [{ body }] : [], result: () => inboxRow(vault, body.record) as InboxRow }
    },
  })
}
