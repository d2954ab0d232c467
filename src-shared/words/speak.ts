import { choose } from './chosen'
import type { Words } from './index'

/**
 * The one place that chooses the language of a process. Called before anything that says something is loaded (the first import of an
 * entry file), because tables made of sentences keep the ones they were made with.
 */
export function speak(words: Words): void {
  choose(words)
}
