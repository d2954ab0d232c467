import { isMet, type Missing, type Row } from './row'

/** What a run found. `parts` are the names of those that ran. */
export interface Report {
  parts: readonly string[]
  rows: readonly Row[]
  missing: readonly Missing[]
}

/** For programs: `target` is a bound on what `targetOf` names, from the side that `bound` names. */
export const json = ({ parts, rows, missing }: Report): object => ({
  parts,
  rows: rows.map((row) => ({
    name: row.name,
    value: row.value,
    unit: row.unit,
    against: row.against,
    ratio: row.ratio,
    target: row.target ? ('atMost' in row.target ? row.target.atMost : row.target.atLeast) : null,
    targetOf: row.target ? (row.target.of ?? 'ratio') : null,
    bound: row.target ? ('atMost' in row.target ? 'at most' : 'at least') : null,
    met: isMet(row),
  })),
  missing,
})

/** For a terminal. */
export function table({ rows, missing }: Report): string {
  const lines = [head, ...rows.map(cellsOf)]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...text, ...missing.map(({ names, why }) => `not measured: ${names.join(', ')}: ${why}`)].join('\n')
}

/** For the README. */
export function markdown({ rows, missing }: Report): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const body = rows.map((row) => cellsOf(row).map((cell, column) => (column === 0 ? `\`${cell}\`` : cell)))
  const left = missing.flatMap(({ names, why }) => names.map((name) => [`\`${name}\``, 'not measured', why, '', '', '']))
  return [line(head), line(head.map(() => '---')), ...[...body, ...left].map(line)].join('\n')
}

const head = ['name', 'value', 'against', 'ratio', 'target', 'met']

function cellsOf(row: Row): string[] {
  const met = isMet(row)
  return [
    row.name,
    `${number(row.value)} ${row.unit}`,
    row.against,
    `${number(row.ratio)}x`,
    targetText(row),
    met === null ? '' : met ? 'yes' : 'no',
  ]
}

function targetText({ target, unit }: Row): string {
  if (!target) return ''
  if ('atLeast' in target) return `≥ ${target.atLeast.toLocaleString('en')}x`
  return `≤ ${target.atMost.toLocaleString('en')}${target.of === 'value' ? ` ${unit}` : 'x'}`
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value === 0 ? '0' : value.toPrecision(3)
