import type { Actor } from '../../../src-shared/domain/actor'
import { Subject } from '../../../src-shared/domain/identifiers'

/**
 * A provider's answer has no token, so nobody is asking: it finishes what an authorization started, and that knows by whom. This
 * actor owns nothing and is in no org, in case something is ever decided by it.
 */
export const providerActor: Actor = { subject: Subject.parse('provider-callback'), label: 'A provider', org: '', owner: false }
