import { z } from 'zod'

/** `waiting`: for a session of its recipient's. `announced`: in one that is open now. The other two are for good. */
export const DeliveryState = z.enum(['waiting', 'announced', 'acknowledged', 'refused'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** A file on its way to the desktop of whoever sent it. */
export const Delivery = z.object({
  id: z.string(),
  /** Whose desktop it is for. */
  subject: z.string(),
  sender: z.object({ subject: z.string(), label: z.string() }),
  recipe: z.object({ id: z.string(), name: z.string() }),
  /** As it was given: what becomes of it is the desktop's business. */
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Lower-case hex. */
  sha256: z.string(),
  kind: z.string(),
  /** The asset that it is a copy of; null where its content is known to this process alone. */
  asset: z.string().nullable(),
  state: DeliveryState,
  /** Why the desktop refused it. */
  reason: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** What happens to a delivery. */
export type DeliveryStep = 'announce' | 'session_ended' | 'acknowledge' | 'refuse'

/** What a delivery is after a step. What the desktop has said stays, whatever comes after. */
export function stateAfter(state: DeliveryState, step: DeliveryStep): DeliveryState {
  if (state === 'acknowledged' || state === 'refused') return state
  if (step === 'acknowledge') return 'acknowledged'
  if (step === 'refuse') return 'refused'
  return step === 'announce' ? 'announced' : 'waiting'
}

/** The frame that tells a desktop of it. */
export const announcement = ({ id, sender, recipe, name, size, sha256, kind }: Delivery) => ({
  type: 'delivery' as const,
  id,
  sender,
  recipe,
  name,
  size,
  sha256,
  kind,
})
