import { area } from '../chosen'
import { number, plural } from './forms'

/** The notice that something has just broken, wherever in the program the person is. */
export const breakageWords = area('breakage', {
  needsAttention: (name: string) => `${name} needs attention`,
  needAttention: (count: number) => plural(count, { one: '# connection needs attention', other: '# connections need attention' }),
  /** @param more how many are not named */
  which: (names: readonly string[], more: number) => {
    const named = more > 0 ? names : names.slice(0, -1)
    return `${named.join(', ')} and ${more > 0 ? `${number(more)} more` : names.at(-1)}.`
  },
  review: 'Review',
  seeDetails: 'See details',
  onPage: (action: string) => `${action}: on the page “Needs attention”`,
  backInAll: (back: number, all: number) => `${number(back)} of ${number(all)} are back`,
  backDetail: 'Their ids are the same, so recipes keep working.',
})
