import type { DirectoryCard } from '../../src-shared/contract/directory'

interface CardGroups {
  yours: DirectoryCard[]
  managed: DirectoryCard[]
  available: DirectoryCard[]
}

/** The directory's three groups, each in the order the engine gave. One that needs a reconnect is still yours. */
export function groupCards(cards: readonly DirectoryCard[]): CardGroups {
  const groups: CardGroups = { yours: [], managed: [], available: [] }
  for (const card of cards) {
    if (card.managed) groups.managed.push(card)
    else if (card.pill.kind === 'not_connected') groups.available.push(card)
    else groups.yours.push(card)
  }
  return groups
}

/** Cards whose name or description has every word of the query, at the beginning of one of its own. */
export function matchCards(cards: readonly DirectoryCard[], query: string): DirectoryCard[] {
  return cards.filter(({ name, description }) => startsWords(`${name} ${description}`, query))
}

/** Whether every word of the query begins a word of the text. */
export function startsWords(text: string, query: string): boolean {
  const own = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => own.some((start) => start.startsWith(word)))
}
