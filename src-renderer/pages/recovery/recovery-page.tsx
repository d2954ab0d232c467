import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { recoveryWords } from '../../../src-shared/words/en/recovery'
import { BackLink, Page } from '../../components/page'
import { paths } from '../../lib/paths'
import { useTitle } from '../../lib/use-title'
import { useConnect, useConnectStore } from '../../stores/use-connect'
import { OwnerNotice } from '../settings/owner-notice'
import { CodeStep } from './code-step'
import { DoneStep } from './done-step'
import { PasswordStep } from './password-step'
import { TypeBackStep } from './type-back-step'

type Step = 'password' | 'code' | 'type' | 'done'
const steps: readonly Step[] = ['password', 'code', 'type']

const back = paths.settingsSection('security')

/** From the password to a recovery code that works. The code lives in this page alone, and goes with it. */
export default function RecoveryPage() {
  useTitle(recoveryWords.title)
  const ownsVault = useConnect((state) => state.ownsVault)
  const [, navigate] = useLocation()
  const [step, setStep] = useState<Step>('password')
  const [code, setCode] = useState('')
  useWarningOnLeave(step === 'code' || step === 'type')
  return (
    <Page>
      <header className="flex flex-col gap-1">
        <BackLink to={back}>{recoveryWords.back}</BackLink>
        <h1 className="font-semibold text-title tracking-tight">{recoveryWords.title}</h1>
        <p className="max-w-[64ch] text-muted">{recoveryWords.lead}</p>
      </header>
      <OwnerNotice />
      {ownsVault && (
        <div className="flex max-w-[560px] flex-col gap-2">
          {step !== 'done' && (
            <p role="status" className="text-muted text-small">
              {recoveryWords.step(steps.indexOf(step) + 1, steps.length)}
            </p>
          )}
          <div className="rounded-card border border-line bg-card p-4 sm:p-5">
            {step === 'password' && (
              <PasswordStep
                onCode={(made) => {
                  setCode(made)
                  setStep('code')
                }}
              />
            )}
            {step === 'code' && <CodeStep code={code} onNext={() => setStep('type')} />}
            {step === 'type' && (
              <TypeBackStep
                code={code}
                onBack={() => setStep('code')}
                onDone={() => {
                  setCode('')
                  setStep('done')
                }}
              />
            )}
            {step === 'done' && <DoneStep onClose={() => navigate(back)} />}
          </div>
        </div>
      )}
    </Page>
  )
}

/**
 * Whoever leaves with a code that was not typed back believes to have a key: they are told, whichever way they leave. Only the desktop's
 * window closes without a question, because a page cannot ask one there.
 */
function useWarningOnLeave(unconfirmed: boolean): void {
  const store = useConnectStore()
  const open = useRef(unconfirmed)
  open.current = unconfirmed
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (open.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      const { offer, vault } = store.getState()
      if (!open.current || vault !== 'unlocked') return
      offer({ text: recoveryWords.left, detail: recoveryWords.leftDetail, tone: 'warn', topic: 'recovery', lasting: true })
    }
  }, [store])
}
