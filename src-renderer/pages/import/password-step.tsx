import { type FormEvent, useRef, useState } from 'react'
import type { ImportView } from '../../../src-shared/contract/import'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Button } from '../../components/button'
import { PasswordField } from '../../components/password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { Section } from '../../components/section'
import { useAction } from '../../lib/use-action'
import type { ImportFlow } from './use-import-flow'

const MOST_KEY_FILE = 64 * 1024

/** The password of a protected file, and for KeePass its key file. */
export function PasswordStep({ flow, view }: { flow: ImportFlow; view: ImportView }) {
  const [password, setPassword] = useState('')
  const [keyFile, setKeyFile] = useState<{ name: string; base64: string }>()
  const [large, setLarge] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const open = useAction(() => flow.open(password, keyFile?.base64))
  const send = (event: FormEvent) => {
    event.preventDefault()
    void open.run()
  }
  const pick = async (file: File | undefined) => {
    setLarge(file !== undefined && file.size > MOST_KEY_FILE)
    setKeyFile(file === undefined || file.size > MOST_KEY_FILE ? undefined : { name: file.name, base64: await base64Of(file) })
  }
  const isWrong = open.problem?.code === 'WRONG_PASSWORD'
  return (
    <Section title={words.passwordTitle(words.formats[view.format])}>
      <form onSubmit={send} className="flex max-w-[420px] flex-col gap-3">
        <PasswordField
          label={words.password}
          autoFocus
          autoComplete="off"
          value={password}
          problem={isWrong ? open.problem?.sentence : undefined}
          hint={open.busy ? words.opening : undefined}
          onChange={({ target }) => setPassword(target.value)}
        />
        {view.format === 'kdbx' && (
          <div className="flex flex-wrap items-center gap-2">
            <input
              ref={picker}
              type="file"
              hidden
              tabIndex={-1}
              aria-label={words.keyFile}
              onChange={({ target }) => void pick(target.files?.[0])}
            />
            <Button onClick={() => picker.current?.click()}>{words.chooseKeyFile}</Button>
            <span className="text-muted">{large ? words.keyFileTooLarge : keyFile?.name}</span>
          </div>
        )}
        {open.problem !== undefined && !isWrong && <ProblemNotice problem={open.problem} onRetry={() => void open.run()} />}
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={open.busy} disabled={password === '' && keyFile === undefined}>
            {words.open}
          </Button>
          <Button onClick={flow.leave}>{words.startOver}</Button>
        </div>
      </form>
    </Section>
  )
}

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
