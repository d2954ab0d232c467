import { useState } from 'react'
import type { Outputs } from '../../../../src-shared/contract'
import { fieldProblems } from '../../../lib/problem'
import { useAction } from '../../../lib/use-action'
import { useConnect } from '../../../stores/use-connect'
import { useCooldown } from '../../vault/use-cooldown'
import { useNewPassword } from '../../vault/use-new-password'
import { keyProblem } from './key-problem'

type Written = Outputs['transfer']['export']

/** An export from the question to the file. The passwords live here and go with the dialog; the file is written by the engine. */
export function useExport() {
  const client = useConnect((state) => state.client)
  const [form, setForm] = useState<'sealed' | 'plain'>('sealed')
  const [password, setPassword] = useState('')
  const [folder, setFolder] = useState('')
  const [isAskingAgain, setAskingAgain] = useState(false)
  const [written, setWritten] = useState<Written>()
  const chosen = useNewPassword(password)
  const action = useAction(async (exportPassword: string | undefined) => {
    const how =
      exportPassword === undefined
        ? ({ form: 'plain', confirmPlain: true } as const)
        : ({ form: 'sealed', exportPassword } as const)
    try {
      setWritten(await client.transfer.export({ password, ...how, ...(folder.trim() !== '' && { folder: folder.trim() }) }))
    } finally {
      // What is wrong stands beside its field.
      setAskingAgain(false)
    }
  })
  const wait = useCooldown(action.problem)
  const fields = fieldProblems(action.problem)
  const passwordProblem = keyProblem(action.problem, wait)
  const isAtField = passwordProblem !== undefined || fields.exportPassword !== undefined || fields.folder !== undefined
  return {
    form,
    choose: (next: 'sealed' | 'plain') => {
      setForm(next)
      action.clear()
    },
    password,
    typePassword: (text: string) => {
      setPassword(text)
      action.clear()
    },
    folder,
    typeFolder: (text: string) => {
      setFolder(text)
      action.clear()
    },
    chosen,
    action,
    wait,
    fields,
    passwordProblem,
    otherProblem: isAtField ? undefined : action.problem,
    asksAgain: isAskingAgain,
    written,
    submit: () => {
      if (password === '' || wait > 0) return
      if (form === 'plain') {
        setAskingAgain(true)
        return
      }
      const exportPassword = chosen.take()
      if (exportPassword !== undefined) void action.run(exportPassword)
    },
  }
}
