import { checkWords } from '../../../src-shared/words/en/check'
import { damageWords } from '../../../src-shared/words/en/damage'
import type { CheckReport } from './check'

const MEBIBYTE = 1024 * 1024

/** For `--json`: the one line that is written to standard output. */
export const checkJson = (report: CheckReport): string => `${JSON.stringify(report)}\n`

/** For a person. */
export function checkText(report: CheckReport): string {
  const { findings, problems, notes, anchor } = report
  const places = findings.files.flatMap(({ file, places, morePlaces }) => [
    ...places.map((place) => damageWords.place(file, place)),
    ...(morePlaces > 0 ? [damageWords.more(file, morePlaces)] : []),
  ])
  const lost = findings.lostEvents.map(({ from, through }) => damageWords.lost(from, through))
  const wrong = [...new Set([...places, ...lost, ...problems])]
  const lines = [
    report.whole ? checkWords.whole : checkWords.damaged,
    `  ${checkWords.files(report.files, (report.bytes / MEBIBYTE).toFixed(1))}`,
    `  ${checkWords.events(report.events)}`,
    `  ${checkWords.secrets(report.secretsOpened, report.secrets)}`,
    `  ${checkWords.anchor[anchor]}`,
    ...notes.map((note) => `  ${note}`),
    ...wrong.map((text) => `  ${checkWords.problem(text)}`),
    ...(report.whole ? [] : [checkWords.whatToDo]),
  ]
  return `${lines.join('\n')}\n`
}
