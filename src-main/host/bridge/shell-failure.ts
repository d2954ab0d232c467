/** Why the shell did not do what it was asked. Its message is a sentence for a person. */
export class ShellFailure extends Error {
  override readonly name = 'ShellFailure'

  constructor(
    /** `refused`: it said no. `silent`: it said nothing in time. `malformed`: it said what cannot be read. `ended`: this process ends. */
    readonly reason: 'refused' | 'silent' | 'malformed' | 'ended',
    message: string,
  ) {
    super(message)
  }
}
