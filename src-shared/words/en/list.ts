import { area } from '../chosen'
import { type Rich, rich } from '../rich'

/** Rows of connections, and the groups a list is divided into. */
export const listWords = area('list', {
  added: <Part>(when: Part): Rich<Part> => rich`Added ${when}`,
  live: 'Live',
  dormant: 'Dormant',
  history: 'History',
})
