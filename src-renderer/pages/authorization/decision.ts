import type { Inputs } from '../../../src-shared/contract'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import { accountChoiceWords } from '../../../src-shared/words/en/account-choice'
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
  const account = view.account?.label ?? accountChoiceWords.anotherAccount
  if (view.status === 'account_exists') {
    return {
      headline: accountChoiceWords.existsAlready(account),
      explanation: accountChoiceWords.existsWhy(account, name, existingName ?? account),
      choices: [
        {
          choice: 'reconnect_existing',
          label: accountChoiceWords.reconnectExisting,
          effect: accountChoiceWords.reconnectExistingEffect,
        },
        {
          choice: 'keep_as_new',
          label: accountChoiceWords.keepAsSecond,
          effect: accountChoiceWords.keepAsSecondEffect,
        },
      ],
    }
  }
  const expected = waiting.purpose.kind === 'reconnect' ? waiting.purpose.connection : undefined
  const expectedAccount = expected?.account.label ?? accountChoiceWords.thisAccount
  return {
    headline: accountChoiceWords.mismatch(account, expectedAccount),
    explanation: accountChoiceWords.mismatchWhy(expected?.name ?? accountChoiceWords.thisConnection, expectedAccount, name),
    choices: [
      { choice: 'keep_as_new', label: accountChoiceWords.keepAsNew, effect: accountChoiceWords.keepAsNewEffect },
      {
        choice: 'switch',
        label: accountChoiceWords.switch,
        effect: switchEffect(view, expected?.name ?? accountChoiceWords.it, account),
      },
    ],
  }
}

/** A person is acted as; a workspace, an organisation or a repository owner is acted in. */
function switchEffect({ type }: AuthorizationView, connection: string, account: string): string {
  const { switchToPerson, switchToPlace } = accountChoiceWords
  return type === 'neurocadUserIdentityApi' ? switchToPerson(connection, account) : switchToPlace(connection, account)
}
