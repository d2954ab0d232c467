import type { Dependencies } from '../connection/dependencies'
import type { Webhooks } from '../webhook/webhooks'
import type { Documents } from './documents'
import type { Verdicts } from './verdicts'

/** What the use cases of recipes work with, beside what every use case does. */
export interface RecipeDependencies extends Dependencies {
  webhooks: Pick<Webhooks, 'make' | 'rotate'>
  documents: Documents
  verdicts: Verdicts
}
