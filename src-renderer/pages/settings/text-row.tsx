import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { SettingRow } from '../../components/setting-row'
import { fieldProblems } from '../../lib/problem'
import { useSetting } from './use-setting'

interface TextRowProps {
  name: 'receiveFolder' | 'updateFeed'
  words: { title: string; say(value: string | null): string }
  description?: ReactNode
  hint: string
  placeholder?: string | undefined
}

/** A setting that is typed: saved when the person says so, because half an address is none. Empty is none chosen. */
export function TextRow({ name, words, description, hint, placeholder }: TextRowProps) {
  const { value, change, problem } = useSetting(name, words)
  const saved = value ?? ''
  const [typed, setTyped] = useState(saved)
  useEffect(() => setTyped(saved), [saved])
  const refused = fieldProblems(problem)[name]
  const text = typed.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change(text === '' ? null : text)
  }
  return (
    <SettingRow title={words.title} description={description} problem={refused === undefined ? problem : undefined}>
      <form onSubmit={submit} className="flex items-start gap-2">
        <div className="min-w-0 max-w-[440px] flex-1 [&_label]:sr-only">
          <Field
            label={words.title}
            name={name}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={4096}
            placeholder={placeholder}
            className="font-mono text-small"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            hint={hint}
            problem={refused}
          />
        </div>
        {text !== saved && (
          <Button type="submit" look="primary" className="mt-1.5">
            {settingsWords.save}
          </Button>
        )}
      </form>
    </SettingRow>
  )
}
