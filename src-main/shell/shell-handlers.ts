import type { ShellInput, ShellOutput, ShellRequestName } from '../../src-shared/bridge/engine-message'

/** What the shell does for the engine, by the name of the request. Throws `ShellRefusal` for what it will not or cannot do. */
export type ShellHandlers = {
  [Name in ShellRequestName]: (input: ShellInput<Name>) => ShellOutput<Name> | Promise<ShellOutput<Name>>
}

/** Why the engine's request was not met. `message` is a sentence for a person, and holds nothing of what was asked. */
export class ShellRefusal extends Error {
  override name = 'ShellRefusal'
}
