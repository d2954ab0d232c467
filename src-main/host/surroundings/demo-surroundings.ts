import { join } from 'node:path'
import type { Surroundings } from './surroundings'

/** The same, but for the folder of received files: a demo puts nothing among a person's own downloads. */
export const demoSurroundings = (surroundings: Surroundings, dataFolder: string): Surroundings => ({
  ...surroundings,
  facts: async () => ({ ...(await surroundings.facts()), downloads: join(dataFolder, 'received') }),
})
