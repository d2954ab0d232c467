import { z } from 'zod'
import { type JsonFile, openJsonFile } from '../json-file'
import { Delivery, type DeliveryStep, stateAfter } from './delivery'

const DeliveriesFile = z.object({ format: z.literal(1), deliveries: z.array(Delivery) })

/** Every delivery that there was. Each change resolves when it is written down. */
export interface DeliveryStore {
  find(id: string): Delivery | undefined
  /** What a new session is told of: oldest first. */
  openOf(subject: string): Delivery[]
  add(delivery: Delivery): Promise<void>
  /** Does nothing to one that the desktop has answered for. */
  step(delivery: Delivery, step: DeliveryStep, reason?: Delivery['reason']): Promise<void>
}

/**
 * Reads the deliveries, or starts without any; without a path they are in memory alone. After a restart nobody has a session, so that all
 * that were announced wait again. Rejects with `UnreadableDemoFile` on a file that it did not write.
 */
export async function openDeliveryStore(path: string | undefined): Promise<DeliveryStore> {
  const { content, save } = path === undefined ? inMemory() : await openJsonFile(path, DeliveriesFile, empty())
  for (const delivery of content.deliveries) delivery.state = stateAfter(delivery.state, 'session_ended')
  return {
    find: (id) => content.deliveries.find((delivery) => delivery.id === id),
    openOf: (subject) => content.deliveries.filter((delivery) => delivery.subject === subject && isOpen(delivery)),
    add(delivery) {
      content.deliveries.push(delivery)
      return save()
    },
    async step(delivery, step, reason = null) {
      const state = stateAfter(delivery.state, step)
      if (state === delivery.state) return
      Object.assign(delivery, { state, reason })
      await save()
    },
  }
}

export const isOpen = ({ state }: Delivery): boolean => state === 'waiting' || state === 'announced'

const empty = (): z.infer<typeof DeliveriesFile> => ({ format: 1, deliveries: [] })
const inMemory = (): JsonFile<z.infer<typeof DeliveriesFile>> => ({ content: empty(), save: async () => undefined })
