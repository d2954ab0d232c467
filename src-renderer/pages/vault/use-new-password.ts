import { useState } from 'react'
import { passwordProblem } from '../../../src-shared/domain/password-policy'
import { newPasswordWords } from '../../../src-shared/words/en/new-password'

export interface NewPassword {
  password: string
  again: string
  /** Why it cannot be used yet, beside the field that it is about; nothing before there is something to say. */
  problem: string | undefined
  againProblem: string | undefined
  hint: string | undefined
  type(password: string): void
  typeAgain(password: string): void
  /** The person wants to go on: what is missing is said from now on. Answers the password where it is good. */
  take(): string | undefined
}

/**
 * A password being chosen, and typed twice. It lives in the form that asks for it, and goes with it.
 * @param before what it must differ from, where that is at hand
 */
export function useNewPassword(before = ''): NewPassword {
  const [password, type] = useState('')
  const [again, typeAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const advice = passwordProblem(password) ?? (password === before ? newPasswordWords.sameAsBefore : undefined)
  const problem = asked || [...password].length >= 8 ? advice : undefined
  const differs = again !== '' && again !== password
  return {
    password,
    again,
    problem,
    againProblem: differs || (asked && again === '') ? newPasswordWords.notTheSame : undefined,
    hint: problem === undefined ? adviceFor(password) : undefined,
    type,
    typeAgain,
    take() {
      setAsked(true)
      return advice === undefined && again === password ? password : undefined
    },
  }
}

function adviceFor(password: string): string {
  const length = [...password].length
  if (length === 0) return newPasswordWords.empty
  if (length < 8) return newPasswordWords.more(8 - length)
  return length < 14 ? newPasswordWords.good : newPasswordWords.veryGood
}
