import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button'
import { GateCard } from '../../components/gate-card'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { BrandMark } from '../frame/brand'
import { OnlyOwner } from './only-owner'
import { useCooldown } from './use-cooldown'

export function UnlockPage() {
  useTitle('Unlock your vault')
  const ownsVault = useConnect((state) => state.ownsVault)
  const demo = useConnect((state) => state.actors.length > 1)
  useUnlockedElsewhere()
  return (
    <GateCard
      mark={<BrandMark className="size-10" />}
      title="Unlock your vault"
      lead={
        demo
          ? 'This is the demo’s vault. The terminal that made it printed its password.'
          : 'Your connections are sealed until you enter its password.'
      }
    >
      {ownsVault ? <UnlockForm /> : <OnlyOwner what="unlock it" />}
    </GateCard>
  )
}

function UnlockForm() {
  const unlock = useConnect((state) => state.unlock)
  const readVault = useConnect((state) => state.readVault)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const attempt = useAction(unlock)
  const wait = useCooldown(attempt.problem)
  const wrong = attempt.problem?.code === 'WRONG_PASSWORD'

  useEffect(() => {
    // Ready for the next try: typing replaces what was wrong.
    if (wrong) field.current?.select()
  }, [wrong])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && wait === 0) void attempt.run(password)
  }
  const other = attempt.problem !== undefined && !wrong && attempt.problem.code !== 'TOO_MANY_ATTEMPTS'
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <PasswordField
        ref={field}
        label="Password"
        name="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => {
          setPassword(event.target.value)
          if (wrong) attempt.clear()
        }}
        problem={wrong ? attempt.problem?.sentence : wait > 0 ? `Too many wrong passwords. Try again in ${wait} s.` : undefined}
      />
      {other && attempt.problem !== undefined && (
        <ProblemNotice problem={attempt.problem} onUnlock={() => void readVault()} onRetry={() => void attempt.run(password)} />
      )}
      <Button type="submit" look="primary" busy={attempt.busy} disabled={password === '' || wait > 0}>
        {attempt.busy ? 'Unlocking' : 'Unlock'}
      </Button>
    </form>
  )
}

/** Another window may have unlocked it meanwhile: looked up when the person comes back to this one. */
function useUnlockedElsewhere(): void {
  const readVault = useConnect((state) => state.readVault)
  useEffect(() => {
    const look = () => void readVault()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [readVault])
}
