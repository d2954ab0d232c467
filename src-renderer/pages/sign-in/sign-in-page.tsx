import { type FormEvent, useEffect, useState } from 'react'
import { signInWords } from '../../../src-shared/words/en/sign-in'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { RichText } from '../../components/rich-text'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'

/** In the data folder, whatever the language. */
const tokenFile = 'api-token'

/** Under `serve`, for a tab that has no session and that no other tab could help. */
export function SignInPage() {
  useTitle(signInWords.pageTitle)
  const signIn = useConnect((state) => state.signIn)
  const start = useConnect((state) => state.start)
  const problem = useConnect((state) => state.signInProblem)
  const [token, setToken] = useState('')
  const enter = useAction(signIn)
  const refused = problem?.code === 'UNAUTHORIZED'

  useEffect(() => {
    // The printed link, opened in this very tab, changes only the fragment and loads nothing.
    const again = () => void start()
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [start])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (token.trim() !== '') void enter.run(token.trim())
  }
  return (
    <GateCard mark={<BrandMark className="size-10" />} title={signInWords.title} lead={signInWords.lead}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <PasswordField
          label={signInWords.token}
          name="token"
          autoComplete="off"
          autoFocus
          value={token}
          onChange={(event) => setToken(event.target.value)}
          problem={refused ? signInWords.tokenRefused : undefined}
          hint={<RichText of={signInWords.tokenHint(<code className="font-mono">{tokenFile}</code>)} />}
        />
        {problem !== undefined && !refused && <ProblemNotice problem={problem} onRetry={() => void start()} />}
        <Button type="submit" look="primary" busy={enter.busy} disabled={token.trim() === ''}>
          {signInWords.signIn}
        </Button>
      </form>
    </GateCard>
  )
}
