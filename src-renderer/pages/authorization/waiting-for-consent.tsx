import { ClipboardPaste, ExternalLink, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { authorizationWords } from '../../../src-shared/words/en/authorization'
import { commonWords } from '../../../src-shared/words/en/common'
import { Button } from '../../components/button'
import { DialogActions } from '../../components/dialog'
import { RichText } from '../../components/rich-text'
import { hostOf } from '../../lib/address'
import { countdown } from '../../lib/time'
import { useNow } from '../../lib/use-now'
import type { Waiting } from '../../stores/authorization-slice'
import { useConnect } from '../../stores/use-connect'
import { PasteAnswer } from './paste-answer'

interface WaitingForConsentProps {
  waiting: Waiting
  name: string
  onCancel(): void
}

export function WaitingForConsent({ waiting, name, onCancel }: WaitingForConsentProps) {
  const openPage = useConnect((state) => state.host.openPage)
  const mustPaste = waiting.transport === 'paste'
  const [pasting, setPasting] = useState(mustPaste)
  const now = useNow(1000)
  return (
    <>
      <div className="flex flex-col gap-4 px-5 pt-3">
        <div className="flex items-start gap-3 rounded-card border border-line bg-sunken p-3.5">
          <LoaderCircle className="spin mt-0.5 size-4 shrink-0 text-accent-ink" aria-hidden />
          <div className="min-w-0">
            <p className="font-medium" role="status">
              {authorizationWords.waiting(name)}
            </p>
            <p className="mt-0.5 text-muted">
              <RichText
                of={authorizationWords.opened(
                  <span className="break-all font-mono text-ink text-small">{hostOf(waiting.authorizationUrl)}</span>,
                )}
              />{' '}
              {mustPaste ? authorizationWords.approveThenPaste : authorizationWords.approve}
            </p>
            <p className="mt-1 text-muted text-small">{commonWords.goodFor(countdown(waiting.expiresAt, now))}</p>
          </div>
        </div>
        {pasting && <PasteAnswer required={mustPaste} />}
      </div>
      <DialogActions>
        <Button look="quiet" className="mr-auto -ml-3" onClick={onCancel}>
          {commonWords.cancel}
        </Button>
        {!pasting && (
          <Button onClick={() => setPasting(true)}>
            <ClipboardPaste aria-hidden />
            {authorizationWords.pasteAddress}
          </Button>
        )}
        <Button look={pasting ? 'secondary' : 'primary'} onClick={() => openPage(waiting.authorizationUrl)}>
          <ExternalLink aria-hidden />
          {commonWords.openPageAgain}
        </Button>
      </DialogActions>
    </>
  )
}
