import { type ShellRequestName, shellRequests, type ToEngine, type ToShell } from '../../src-shared/bridge/engine-message'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { type ShellHandlers, ShellRefusal } from './shell-handlers'

type Ask = Extract<ToShell, { kind: 'ask' }>

/**
 * The answer to a request of the engine: its output, or a refusal that says why in a sentence.
 * @param log told of a failure by its name alone: an error of the system may quote what it was given
 */
export async function answerRequest(
  handlers: ShellHandlers,
  { id, name, input }: Ask,
  log: (line: string) => void,
): Promise<ToEngine> {
  try {
    return { kind: 'answer', id, output: await outputOf(handlers, name, input) }
  } catch (error) {
    if (error instanceof ShellRefusal) return { kind: 'refusal', id, message: error.message }
    log(`the request ${name} failed: ${error instanceof Error ? error.name : 'unknown'}`)
    return { kind: 'refusal', id, message: desktopWords.systemRefused }
  }
}

function outputOf<Name extends ShellRequestName>(handlers: ShellHandlers, name: Name, input: unknown): unknown {
  const parsed = shellRequests[name].input.safeParse(input)
  if (!parsed.success) throw new ShellRefusal(desktopWords.requestUnreadable)
  // The schema was looked up by the handler's own name, which TypeScript cannot follow through the table.
  const handler: (known: never) => unknown = handlers[name]
  return handler(parsed.data as never)
}
