import { useState } from 'react'
import type { Settings } from '../../../src-shared/contract/settings'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { type Problem, problemFrom } from '../../lib/problem'
import { settingOf } from '../../stores/settings-slice'
import { useConnect, useConnectStore } from '../../stores/use-connect'

interface Setting<Value> {
  /** Undefined until the settings were read. */
  value: Value | undefined
  problem: Problem | undefined
  /** Saved at once, with Undo in a notice. */
  change(value: Value): void
}

interface SettingWords<Value> {
  title: string
  /** A value in the notice about its change: "after 5 minutes". */
  say(value: Value): string
}

/** One setting, as its control needs it. */
export function useSetting<Name extends keyof Settings>(
  name: Name,
  { title, say }: SettingWords<Settings[Name]>,
): Setting<Settings[Name]> {
  const store = useConnectStore()
  const value = useConnect((state) => settingOf(state, name))
  const [problem, setProblem] = useState<Problem>()

  const noticeOf = (now: Settings[Name]) => ({ text: settingsWords.changed(title, say(now)), topic: `setting-${name}` })
  const undo = async (change: Partial<Settings>, before: Settings[Name]) => {
    const { changeSettings, offer } = store.getState()
    try {
      await changeSettings(change)
      offer(noticeOf(before))
    } catch (error) {
      offer({ text: settingsWords.notUndone(title), detail: problemFrom(error).sentence, tone: 'warn' })
    }
  }
  const save = async (next: Settings[Name], before: Settings[Name]) => {
    const { changeSettings, offer } = store.getState()
    setProblem(undefined)
    try {
      const back = await changeSettings({ [name]: next })
      offer({ ...noticeOf(next), action: { label: settingsWords.undo, run: () => void undo(back, before) } })
    } catch (error) {
      setProblem(problemFrom(error))
    }
  }
  return {
    value,
    problem,
    change(next) {
      if (value !== undefined && next !== value) void save(next, value)
    },
  }
}
