import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'

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
  accountId: string
  appId: string
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
}
