import { common } from './en/common'

/** The whole catalogue, in English. Pages import their own area alone, so that the first load carries no page's words but its own. */
export const english = {
  common,
}

/** What a module of another language must have: an entry of the same kind for each of these. */
export type Words = typeof english
