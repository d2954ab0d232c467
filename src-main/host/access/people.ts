import type { Actor } from '../../../src-shared/domain/actor'
import type { Subject } from '../../../src-shared/domain/identifiers'

export interface KnownPerson {
  subject: Subject
  label: string
  /** Their Neurocad id, where it is known before they have a Passport. */
  neurocadSubject?: string
}

/** Whose data folder this is, and who else is known by name. Others exist only in the demo, whose page can switch between them. */
export interface People {
  org: string
  owner: KnownPerson
  others: readonly KnownPerson[]
}

export const everyone = (people: People): KnownPerson[] => [people.owner, ...people.others]

/** A subject as an actor. One that a token was made for without being known here goes by its id. */
export function actorOf(people: People, subject: Subject): Actor {
  const known = everyone(people).find((person) => person.subject === subject)
  const actor = { subject, label: known?.label ?? subject, org: people.org, owner: subject === people.owner.subject }
  return known?.neurocadSubject === undefined ? actor : { ...actor, neurocadSubject: known.neurocadSubject }
}
