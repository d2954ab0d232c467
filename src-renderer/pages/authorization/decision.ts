import type { Inputs } from '../../../src-shared/contract'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { Waiting } from '../../stores/authorization-slice'

type Choice = Inputs['authorization']['resolve']['choice']

interface Decision {
  headline: string
  explanation: string
  /** The safer one first. */
  choices: { choice: Exclude<Choice, 'discard'>; label: string; effect: string }[]
}

interface Situation {
  waiting: Waiting
  view: AuthorizationView
  name: string
  /** Of the connection that has the account already, where it is known. */
  existingName: string | undefined
}

/** What to ask when the approved account is not simply the next one, in words that name both. */
export function decisionFor({ waiting, view, name, existingName }: Situation): Decision {
  const account = view.account?.label ?? 'another account'
  if (view.status === 'account_exists') {
    return {
      headline: `${account} is connected already`,
      explanation: `You approved ${account} at ${name}, which “${existingName ?? account}” stands for. What would you like to do with this approval?`,
      choices: [
        { choice: 'reconnect_existing', label: 'Reconnect the existing one', effect: 'Its id stays, so recipes keep working.' },
        {
          choice: 'keep_as_new',
          label: 'Keep it as a second connection',
          effect: 'It gets an id of its own; recipes choose between the two.',
        },
      ],
    }
  }
  const expected = waiting.purpose.kind === 'reconnect' ? waiting.purpose.connection : undefined
  const expectedAccount = expected?.account.label ?? 'the account of this connection'
  return {
    headline: `You approved ${account}, not ${expectedAccount}`,
    explanation: `Nothing was changed. “${expected?.name ?? 'This connection'}” still stands for ${expectedAccount} at ${name}.`,
    choices: [
      { choice: 'keep_as_new', label: 'Keep it as a new connection', effect: 'The one you were reconnecting stays as it is.' },
      {
        choice: 'switch',
        label: 'Switch this connection to that account',
        effect: `Every recipe that uses “${expected?.name ?? 'it'}” acts ${actsAs(view, account)} from then on.`,
      },
    ],
  }
}

/** A person is acted as; a workspace, an organisation or a repository owner is acted in. */
function actsAs({ type }: AuthorizationView, account: string): string {
  return type === 'neurocadUserIdentityApi' ? `as ${account}` : `in ${account}`
}
