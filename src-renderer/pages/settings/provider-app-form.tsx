import { type FormEvent, useState } from 'react'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { fieldProblems } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

interface ProviderAppFormProps {
  type: ProviderAppView['type']
  name: string
  /** What is there now, where it is being replaced. */
  current?: ProviderAppView
  onDone?(): void
}

/** A person's own app at a provider: the client that asks for consent. The secret goes in and never comes out. */
export function ProviderAppForm({ type, name, current, onDone }: ProviderAppFormProps) {
  const ownsVault = useConnect((state) => state.ownsVault)
  const saveProviderApp = useConnect((state) => state.saveProviderApp)
  const notify = useConnect((state) => state.notify)
  const [clientId, setClientId] = useState(current?.clientId ?? '')
  const [clientSecret, setClientSecret] = useState('')
  const [signingSecret, setSigningSecret] = useState('')
  const [redirectUri, setRedirectUri] = useState(current?.redirectUri ?? '')
  const save = useAction(async () => {
    await saveProviderApp({
      type,
      clientId,
      clientSecret,
      ...(signingSecret !== '' && { signingSecret }),
      ...(redirectUri.trim() !== '' && { redirectUri: redirectUri.trim() }),
    })
    notify(`Your ${name} app is saved`, 'Its secret is sealed in the vault.')
    onDone?.()
  })
  const refused = fieldProblems(save.problem)
  const placed = refused.clientId ?? refused.clientSecret ?? refused.signingSecret ?? refused.redirectUri

  if (!ownsVault) {
    return (
      <p className="rounded-card border border-line bg-card p-4 text-muted">
        {name} needs an app of your own, and only the owner of this vault can enter it. Ask them to.
      </p>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form
      onSubmit={submit}
      className="flex flex-col gap-4 rounded-card border border-line bg-card p-5"
      aria-label={`Your own ${name} app`}
    >
      <div>
        <h2 className="font-semibold text-section">
          {current === undefined ? `First, your own ${name} app` : `Replace your ${name} app`}
        </h2>
        <p className="mt-1 max-w-[64ch] text-muted">
          {name} hands out access through an app that you create there. Copy its client id and client secret from the app’s page
          at {name}; the secret is sealed in your vault and cannot be read back.
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Client id"
          name="client-id"
          autoComplete="off"
          spellCheck={false}
          required
          value={clientId}
          onChange={(event) => setClientId(event.target.value)}
          problem={refused.clientId}
          className="font-mono text-small"
        />
        <PasswordField
          label="Client secret"
          name="client-secret"
          autoComplete="off"
          required
          value={clientSecret}
          onChange={(event) => setClientSecret(event.target.value)}
          problem={refused.clientSecret}
          className="font-mono text-small"
        />
      </div>
      <PasswordField
        label="Signing secret (optional)"
        name="signing-secret"
        autoComplete="off"
        value={signingSecret}
        onChange={(event) => setSigningSecret(event.target.value)}
        problem={refused.signingSecret}
        className="font-mono text-small"
        hint={`${name} signs its events with it. With it, a connection that ${name} revokes or uninstalls says so at once.`}
      />
      <Field
        label="Redirect page (optional)"
        name="redirect-uri"
        type="url"
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        value={redirectUri}
        onChange={(event) => setRedirectUri(event.target.value)}
        problem={refused.redirectUri}
        hint={`${name}’s own servers answer only to an HTTPS address. Enter the one registered with your app; after you approve, you paste the address that your browser ends on.`}
      />
      {save.problem !== undefined && placed === undefined && (
        <ProblemNotice problem={save.problem} onRetry={() => void save.run()} />
      )}
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={save.busy} disabled={clientId === '' || clientSecret === ''}>
          Save app
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>Cancel</Button>}
      </div>
    </form>
  )
}
