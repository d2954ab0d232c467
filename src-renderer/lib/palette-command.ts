import { paletteWords } from '../../src-shared/words/en/palette'
import { startsWords } from './card-groups'

type Verb = 'reconnect' | 'test'

/** What is typed for each, in the language of the page. */
const verbs: [verb: Verb, typed: string][] = [
  ['reconnect', paletteWords.reconnectVerb],
  ['test', paletteWords.testVerb],
]

export interface PaletteCommand {
  /** What to do with the connection that is found; opening it where none is typed. */
  verb: Verb | undefined
  /** What to find it by. */
  query: string
}

/** `reconnect acme` as a verb and whom it is for. A name that merely begins like one, as in `Testbed`, is a name. */
export function readCommand(typed: string): PaletteCommand {
  const [first = '', ...rest] = typed.trim().split(/\s+/)
  const [verb] = verbs.find(([, word]) => word === first.toLowerCase()) ?? []
  return verb === undefined ? { verb, query: typed.trim() } : { verb, query: rest.join(' ') }
}

/** Actions whose words begin as what is typed does. Of nothing typed, only those that stand there always. */
export function matchActions<Action extends { label: string; always: boolean }>(
  actions: readonly Action[],
  typed: string,
): Action[] {
  if (typed.trim() === '') return actions.filter(({ always }) => always)
  return actions.filter(({ label }) => startsWords(label, typed))
}
