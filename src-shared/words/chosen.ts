/** The areas of the language that was chosen, by name. Empty: the sentences are said as they stand, in English. */
let chosen: Readonly<Record<string, object>> = {}

/** Takes over the areas of another language. Whoever chooses a language calls `speak`, whose type asks for all of them. */
export function choose(areas: Readonly<Record<string, object>>): void {
  chosen = areas
}

/**
 * An area of the catalogue: its English sentences, until another language has been chosen. Looked up entry by entry when it is said,
 * so that an area can be loaded with the page that says it.
 */
export function area<Sentences extends object>(name: string, english: Sentences): Sentences {
  return new Proxy(english, { get: (target, entry) => Reflect.get(chosen[name] ?? target, entry) })
}
