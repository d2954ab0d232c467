import type { ConnectionDetails } from '../../../src-shared/contract/connection'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import type { ProviderApp } from './provider'

/** A provider's delivery as it came in. Header names are lower case; the body is exactly what was signed. */
export interface Delivery {
  headers: Readonly<Record<string, string>>
  body: string
}

/** Something that happened to an installation, said by its provider. */
export interface ProviderEvent {
  /** The provider's own id of this delivery: the same one again changes nothing. */
  deliveryId: string
  event: LifecycleEvent
  /** Milliseconds since the epoch; as exact as the provider says it, which may be a whole second. */
  occurredAt: number
  /** Which connections of the type it is about: those with this account, where it names one, and these details. */
  concerns: { accountId?: string; details: ConnectionDetails }
}

export type DeliveryReading =
  | { kind: 'event'; event: ProviderEvent }
  /** The provider checks that somebody is here (Slack's `url_verification`): send this back. */
  | { kind: 'challenge'; challenge: string }
  /** Signed and understood, and none of our business. */
  | { kind: 'other' }

/** How a provider signs its events and what they mean here. */
export interface ProviderEvents {
  /**
   * @param secret the app's signing secret
   * @param now milliseconds since the epoch
   * @returns undefined when the signature is bad or its timestamp over five minutes off
   */
  read(delivery: Delivery, secret: string, now: number): DeliveryReading | undefined
  /** Whether an event is of the app that was entered here: one of another app is refused like one with a bad signature. */
  isOurs(event: ProviderEvent, app: ProviderApp, knows: (details: ConnectionDetails) => boolean): boolean
}
