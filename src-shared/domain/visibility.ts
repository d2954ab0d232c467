import type { Actor } from './actor'
import type { Visibility } from './credential-type'

/** `org`: every member sees, reconnects, tests and removes it. `private`: to anyone but its owner it does not exist. */
export function canSee(
  actor: Pick<Actor, 'subject'>,
  connection: { visibility: Visibility; owner: { subject: string } },
): boolean {
  return connection.visibility === 'org' || connection.owner.subject === actor.subject
}
