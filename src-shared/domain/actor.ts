import type { Subject } from './identifiers'

/** Who asks. `owner` is true for the person whose vault this is; only they may operate the vault itself. */
export interface Actor {
  subject: Subject
  label: string
  org: string
  owner: boolean
  /** Their Neurocad id, where it is known before they have a Passport: a Passport must be of the same. */
  neurocadSubject?: string
}
