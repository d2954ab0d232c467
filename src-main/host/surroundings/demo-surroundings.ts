import { join } from 'node:path'
import type { Surroundings } from './surroundings'

/** A demo puts nothing among a person's own downloads. */
export const demoReceiveFolder = (dataFolder: string): string => join(dataFolder, 'received')

/** The same, but for the folder of received files. */
export const demoSurroundings = (surroundings: Surroundings, dataFolder: string): Surroundings => ({
  ...surroundings,
  facts: async () => ({ ...(await surroundings.facts()), downloads: demoReceiveFolder(dataFolder) }),
})
